import type { ComposeModel } from "../compose-model";
import { configRows } from "../file/compose-config";
import { includeRows } from "../file/compose-include";
import { languageModelRows } from "../file/compose-language-model";
import { networkRows } from "../file/compose-network";
import { secretRows } from "../file/compose-secret";
import { volumeRows } from "../file/compose-volume";
import { type PropertyRows, tableOf } from "../properties/property-rows";
import { mapOf, type RenderedMap, same, text, unlessEmpty } from "./render-map";
import { renderService, serviceTable } from "./render-service";
import { EXTENSIONS, type Row, renderTable, type Table } from "./render-table";

/** How each part of the file is written. */
export const fileTable: Table<ComposeModel> = {
  name: ["name", text],
  include: ["include", unlessEmpty((files) => [...files]), tableOf(includeRows)],
  services: ["services", (services) => mapOf(services, renderService), serviceTable],
  networks: items("networks", networkRows),
  volumes: items("volumes", volumeRows),
  secrets: items("secrets", secretRows),
  configs: items("configs", configRows),
  models: items("models", languageModelRows),
  extensions: [EXTENSIONS, (extensions) => mapOf(extensions, same)],
};

/** The model as the object that the file holds. */
export function renderCompose(model: ComposeModel): RenderedMap {
  return renderTable(fileTable, model);
}

function items(name: string, rows: PropertyRows): Row<ReadonlyMap<string, RenderedMap>> {
  return [name, unlessEmpty((all) => mapOf(all, same)), tableOf(rows)];
}
