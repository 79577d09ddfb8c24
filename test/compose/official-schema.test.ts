import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv, { type ValidateFunction } from "ajv";
import addFormats from "ajv-formats";
import { fullExample } from "./full-example";
import { composeFile, contentOf } from "./rendered";

const path = join(__dirname, "../../../shared/schemas/compose-spec.json");
const ifPresent = existsSync(path) ? describe : describe.skip;

ifPresent("the official schema", () => {
  let check: ValidateFunction;
  beforeAll(() => {
    const { $schema, ...schema } = JSON.parse(readFileSync(path, "utf8"));
    check = addFormats(new Ajv({ strict: false, allErrors: true })).compile(schema);
  });

  test.each([
    ["a file that uses every property", fullExample],
    ["a file without anything", composeFile],
  ])("accepts %s", (_, make) => {
    check(contentOf(make()));
    expect(check.errors).toBeNull();
  });

  test("refuses what isn't in it", () => {
    const compose = fullExample();
    compose.file.addOverride("services.app.healthcheck.every", "1s");
    expect(check(contentOf(compose))).toBe(false);
  });
});
