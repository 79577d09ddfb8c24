import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ObjectFile } from "projen";
import { ComposeFile } from "../../src/compose/compose-file";
import { ComposeService } from "../../src/compose/compose-service";
import { fileTable } from "../../src/compose/render/render-compose";
import { WatchAction } from "../../src/compose/service/compose-watch";
import { PullPolicy } from "../../src/compose/service/pull-policy";
import { ServiceVolume } from "../../src/compose/service/service-volume";
import { composePage } from "./specification/documentation";
import { leftToOverrides } from "./specification/left-to-overrides";
import properties from "./specification/properties.json";
import { schemaPaths } from "./specification/schema-paths";
import { since, valuesSince } from "./specification/since";
import { tablePaths } from "./specification/table-paths";

const typed = tablePaths(fileTable).map(({ path }) => path);
const left = Object.keys(leftToOverrides);
const official = join(__dirname, "../../../shared/schemas/compose-spec.json");

test("every property of the specification has an option, or is left to overrides for a reason", () => {
  expect(properties.filter((path) => !typed.includes(path) && !left.includes(path))).toEqual([]);
});

test("no option writes what the specification has not", () => {
  expect(typed.filter((path) => !properties.includes(path))).toEqual([]);
});

test("what is left to overrides is of the specification and has no option", () => {
  expect(left.filter((path) => !properties.includes(path) || typed.includes(path))).toEqual([]);
});

test("what is newer is of the specification", () => {
  expect(Object.keys({ ...since, ...valuesSince }).filter((path) => !properties.includes(path))).toEqual([]);
});

(existsSync(official) ? test : test.skip)("the list of properties is that of the official schema", () => {
  expect(properties).toEqual(schemaPaths(JSON.parse(readFileSync(official, "utf8"))));
});

test("docs/compose.md says where each is; UPDATE_DOCS=1 writes it again", () => {
  const page = join(__dirname, "../../docs/compose.md");
  if (process.env.UPDATE_DOCS === "1") writeFileSync(page, composePage());
  expect(readFileSync(page, "utf8")).toBe(composePage());
});

describe("docs/compose.md", () => {
  const cells = composePage()
    .split("\n")
    .filter((line) => line.startsWith("| `"))
    .map((line) => line.split(" | ")[1].replace(/ \|$/, ""));
  const named = new Set(
    cells.flatMap((cell) => cell.match(/(?<=`)[A-Z]\w*(?<!Options)\.\w+(?=`)|(?<=`)add\w+(?=`)/g) ?? []),
  );

  test.each([...named])("%s is a member that exists", (name) => {
    const [owner, member] = name.includes(".") ? name.split(".") : ["", name];
    const owners: { readonly [name: string]: object } = { ServiceVolume, PullPolicy, WatchAction };
    const places =
      owner === "" ? [ComposeFile.prototype, ComposeService.prototype, ObjectFile.prototype] : [owners[owner] ?? {}];
    expect(places.some((place) => member in place)).toBe(true);
  });

  test("each place is a name in code, or a reason", () => {
    expect(cells.filter((cell) => !/^(?:`[\w.]+`|left to )/.test(cell))).toEqual([]);
  });
});
