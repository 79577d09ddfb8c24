import { DevContainerMount } from "../../src/dev-container/dev-container-mount";
import { addTheRest, EVERY_PROPERTY } from "./every-property";
import { made } from "./made";
import { officialSchema, type Schema, schemaFaults } from "./official-schema";
import { LEFT_TO_OVERRIDES, PROPERTY_NAMES } from "./property-names";

const withSchema = officialSchema === undefined ? describe.skip : describe;

// Each synthesis of a test looks at the schema: here all that has a type is in the files.
withSchema("the official schema accepts (skipped where it is not beside the repository)", () => {
  test.each(EVERY_PROPERTY)("%s with every property", (_kind, options) => {
    const { devContainer, written } = made(options);
    addTheRest(devContainer);
    expect(schemaFaults(written())).toEqual([]);
  });

  test.each([
    ["an unknown property", "extensions", []],
    ["a number for an argument", "build.args.A", 1],
    ["a secret with another key", "secrets.TOKEN.url", "https://example.com"],
    ["a size in capitals", "hostRequirements.memory", "8GB"],
  ])("nothing planted: %s", (_what, path, value) => {
    const { devContainer, written } = made(EVERY_PROPERTY[1][1]);
    devContainer.file.addOverride(path, value);
    expect(written).toThrow("is not valid");
  });
});

withSchema("every property of the official schema", () => {
  test("is listed, and no other", () => {
    const names = propertiesOf(officialSchema as Schema, "");
    expect([...new Set(names)].sort()).toEqual(PROPERTY_NAMES);
  });
});

describe("every property", () => {
  const written = EVERY_PROPERTY.flatMap(([, options]) => {
    const one = made(options);
    addTheRest(one.devContainer);
    return [one.written()];
  });

  test.each(PROPERTY_NAMES.filter((name) => !(name in LEFT_TO_OVERRIDES)))("%s has a way into the file", (name) => {
    expect(written.some((content) => hasProperty(content, name.split(".")))).toBe(true);
  });
  test.each(Object.keys(LEFT_TO_OVERRIDES))("%s is left out, and listed", (name) => {
    expect(PROPERTY_NAMES).toContain(name);
    expect(written.some((content) => hasProperty(content, name.split(".")))).toBe(false);
  });
  test("is missed where it has none", () => {
    const { written: file } = made({ mounts: [DevContainerMount.volume("v", "/v")] });
    expect(hasProperty(file(), ["secrets", "*", "description"])).toBe(false);
  });
});

/** Whether the path leads somewhere; `*` is any key. */
function hasProperty(content: unknown, [name, ...others]: string[]): boolean {
  if (name === undefined) return true;
  if (typeof content !== "object" || content === null) return false;
  const values = name === "*" ? Object.values(content) : name in content ? [content[name as keyof typeof content]] : [];
  return values.some((value) => hasProperty(value, others));
}

/** The paths of all properties of the schema, but for those that it calls deprecated. */
function propertiesOf(part: Schema, prefix: string): string[] {
  const target = part.$ref === undefined ? undefined : officialSchema?.definitions?.[part.$ref.split("/").pop() ?? ""];
  const parts = [...(target === undefined ? [] : [target]), ...(part.allOf ?? []), ...(part.oneOf ?? [])];
  const patterns = Object.entries(part.patternProperties ?? {}).filter(([, each]) => typeof each === "object");
  const named: [string, Schema][] = [
    ...Object.entries(part.properties ?? {}),
    ...patterns.map(([, each]): [string, Schema] => ["*", each as Schema]),
  ];
  return [
    ...parts.flatMap((each) => propertiesOf(each, prefix)),
    ...named.flatMap(([name, each]) =>
      each.deprecated ? [] : [`${prefix}${name}`, ...propertiesOf(each, `${prefix}${name}.`)],
    ),
  ];
}
