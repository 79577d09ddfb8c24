import { tableOf } from "../properties/property-rows";
import { mountTypeRows, type ServiceMount } from "../service/service-volume";
import { mountRows } from "../service/volume-options";
import { type RenderedMap, same, text } from "./render-map";
import { type AnyTable, type Row, renderTable, type Table } from "./render-table";
import { escapeText } from "./render-value";

type Outer = Pick<ServiceMount, "type" | "source" | "target">;

const outerTable: Table<Outer> = {
  type: ["type", same],
  source: ["source", (source) => (typeof source === "string" ? source : text(source))],
  target: ["target", escapeText],
};

/** How what is mounted is written, of whatever type. */
export const mountTable: AnyTable = {
  ...outerTable,
  ...tableOf(mountRows),
  ...Object.fromEntries(
    Object.entries(mountTypeRows).map(([type, rows]): [string, Row<never>] => [type, [type, same, tableOf(rows)]]),
  ),
};

export function renderMount(mount: ServiceMount): RenderedMap {
  const { type, common, own } = mount;
  return { ...renderTable(outerTable, mount), ...common, ...(Object.keys(own).length === 0 ? {} : { [type]: own }) };
}
