import { plain } from "../../compose/properties/plain-properties";
import type { Group, Properties, Property } from "../../compose/properties/property";
import type { PropertyRows } from "../../compose/properties/property-rows";
import type { AnyTable } from "../../compose/render/render-table";
import type { Expression } from "../code/expression";
import { seconds } from "../seconds";
import { canonicalText, textExpression } from "./compose-text";
import { type Entry, isMap, listOf, mapOf, type Options, textOf, type Yaml } from "./entry";
import { otherEntries } from "./other-entries";

/** Where a property is: its name in the file, dots between, and the options that lead to it. */
interface Way {
  readonly property: string;
  readonly options: readonly string[];
  readonly service: string;
}

/** How a value that stands for itself is written as code, and what is the same where two mean the same. */
const singles: ReadonlyMap<Property, (value: Yaml) => Expression | undefined> = new Map<
  Property,
  (value: Yaml) => Expression | undefined
>([
  [plain.text, (value) => textExpression(textOf(value))],
  [plain.path, (value) => textExpression(textOf(value))],
  [plain.flag, (value) => (value === true || value === false ? value : undefined)],
  [plain.count, numberOf],
  [plain.number, numberOf],
  [plain.openCount, (value) => numberOf(value) ?? openText(value)],
  [plain.amount, (value) => numberOf(value) ?? openText(value)],
  [plain.seconds, (value) => seconds(textOf(value))],
  [plain.bytes, (value) => bytesOf(textOf(value)) ?? openText(value)],
  [plain.bytesOrAll, (value) => (textOf(value) === "-1" ? -1 : (bytesOf(textOf(value)) ?? openText(value)))],
]);

/** The readers of properties whose rows say how they are parsed, by their names in the file. */
export function rowReaders(
  rows: PropertyRows,
  above: Omit<Way, "service"> = { property: "", options: [] },
): Readonly<Record<string, (value: Yaml, service: string) => Entry[]>> {
  return Object.fromEntries(
    Object.entries(rows).map(([option, [name, property, inner]]) => [
      name,
      (value: Yaml, service: string) =>
        rowEntries(property, inner, value, {
          property: `${above.property}${name}`,
          options: [...above.options, option],
          service,
        }),
    ]),
  );
}

function rowEntries(property: Property, inner: AnyTable | undefined, value: Yaml, way: Way): Entry[] {
  const other = () => otherEntries(way.property, value, way.service);
  if (property.kind === "group" && inner !== undefined && isMap(value))
    return groupEntries(property, inner, value, way);
  if (property === plain.list)
    return listOf(value).map((each) => valueEntry(way, textOf(each), [textExpression(textOf(each))]));
  if (property === plain.map) {
    const given = mapOf(value);
    if (given.some(([, each]) => each === null)) return other();
    return given.map(([name, each]) => valueEntry(way, textOf(each), { [name]: textExpression(textOf(each)) }, name));
  }
  const code = singles.get(property)?.(value);
  if (code === undefined) return other();
  const isText = property === plain.text || property === plain.path;
  return [{ ...valueEntry(way, textOf(value), code, ""), ...(isText ? {} : { meaning: JSON.stringify(code) }) }];
}

function groupEntries(
  { properties }: Group<Properties>,
  inner: AnyTable,
  value: { readonly [key: string]: Yaml },
  way: Way,
) {
  return Object.entries(value).flatMap(([key, given]): Entry[] => {
    const at = { ...way, property: `${way.property}.${key}` };
    const found = Object.entries(inner).find(([, [name]]) => name === key);
    if (given === null) return [];
    if (found === undefined) return otherEntries(at.property, given, way.service);
    const [option, [, , table]] = found;
    return rowEntries(properties[option], table, given, { ...at, options: [...way.options, option] });
  });
}

function valueEntry({ property, options }: Way, shown: string, code: Expression, key: string = shown): Entry {
  const nested = options.reduceRight((inner: Expression, option) => ({ [option]: inner }), code);
  return { property, key, shown, meaning: canonicalText(shown), options: nested as Options };
}

function numberOf(value: Yaml): number | undefined {
  const text = textOf(value);
  return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : undefined;
}

/** A value with a variable in it. */
function openText(value: Yaml): Expression | undefined {
  const code = textExpression(textOf(value));
  return typeof code === "string" ? undefined : code;
}

/** Compose reads all units as powers of 1024. */
function bytesOf(text: string): number | undefined {
  const [, amount, unit] = /^(\d+(?:\.\d+)?) ?([bkmg]?)i?b?$/i.exec(text) ?? [];
  if (amount === undefined) return undefined;
  const bytes = Number(amount) * 1024 ** "bkmg".indexOf(unit.toLowerCase() || "b");
  return Number.isInteger(bytes) ? bytes : undefined;
}
