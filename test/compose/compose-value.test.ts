// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is the syntax that compose reads

import { assert, constantFrom, property, string } from "fast-check";
import { ComposeValue } from "../../src/compose/compose-value";
import { composeFile, contentOf } from "./rendered";

const { join, literal, required, variable, whenSet } = ComposeValue;
const allowEmpty = true;

test.each<[string, ComposeValue]>([
  ["", literal("")],
  ["text", literal("text")],
  ["a$$b", literal("a$b")],
  ["$${V}", literal("${V}")],
  ["$$$$", literal("$$")],
  ["${V}", variable("V")],
  ["${V}", variable("V", undefined, { allowEmpty })],
  ["${V:-d}", variable("V", "d")],
  ["${V:-}", variable("V", "")],
  ["${V-d}", variable("V", "d", { allowEmpty })],
  ["${V:?message}", required("V", "message")],
  ["${V:?}", required("V")],
  ["${V?message}", required("V", "message", { allowEmpty })],
  ["${V:+x}", whenSet("V", "x")],
  ["${V+x}", whenSet("V", "x", { allowEmpty })],
  ["${V:-$$d}", variable("V", "$d")],
  ["${V:-${W}}", variable("V", variable("W"))],
  ["${V:-${W:-${X-$$d}}}", variable("V", variable("W", variable("X", "$d", { allowEmpty })))],
  ["${V:-a${W}b}", variable("V", join("a", variable("W"), "b"))],
  ['${V:-{"a": 1}}', variable("V", '{"a": 1}')],
  ["${V:+-${W}}", whenSet("V", join("-", variable("W")))],
  ["a$$b${V}c", join("a$b", variable("V"), literal("c"))],
  [
    "${DOCKER_IMAGE?Variable not set}:${DOCKER_TAG-latest}",
    join(
      required("DOCKER_IMAGE", "Variable not set", { allowEmpty }),
      ":",
      variable("DOCKER_TAG", "latest", { allowEmpty }),
    ),
  ],
])("is written as %j", (written, value) => expect(value.toJSON()).toBe(written));

test.each(["", "1V", "A-B", "${V}", "$V", "A B", "ä"])("%j is refused as a variable's name", (name) => {
  expect(() => variable(name)).toThrow(`${JSON.stringify(name)} is no name of a variable`);
});

// Compose can't be told where such a text ends.
test.each(["}", "{", "a}b", "{}", "{{a}}", "}{", "a\nb", "{\n}"])("%j is refused in a variable's braces", (text) => {
  expect(() => variable("V", text)).toThrow("braces in pairs");
  expect(() => required("V", text)).toThrow("braces in pairs");
  expect(() => whenSet("V", join(variable("W"), text))).toThrow("braces in pairs");
});

test("such a text is fine outside of them", () => expect(join(variable("V"), "}\n").toJSON()).toBe("${V}}\n"));

test("a value in a template string is refused, not escaped", () => {
  expect(() => `${variable("V")}:tag`).toThrow('"${V}" was put into a string; put texts and values together');
});

test("something else than a text is refused", () => {
  expect(() => literal(8000 as never)).toThrow('8000 is no text; a value is a string or a ComposeValue; write "8000"');
});

test("values that read the same are equal, however they were put together", () => {
  expect(join("a", literal("b"), "", "c")).toEqual(literal("abc"));
});

test("addOverride of the file takes a value", () => {
  const compose = composeFile();
  compose.addService("app", { image: "orders" });
  compose.file.addOverride("services.app.hostname", variable("HOST", "orders"));
  expect(contentOf(compose).services.app.hostname).toBe("${HOST:-orders}");
});

/** What compose makes of a text without variables. */
function read(text: string): string {
  return text.replace(/\$(.?)/gs, (_, next) => {
    if (next !== "$") throw new Error(`a variable in ${text}`);
    return "$";
  });
}

test("compose reads a literal as it was", () => {
  const allowed = string({ unit: "binary" }).filter((text) => !text.includes("\0"));
  assert(property(allowed, (text) => expect(read(literal(text).toJSON())).toBe(text)));
  assert(
    property(string({ unit: constantFrom("$", "{", "}", "V", ":", "-") }), (text) => {
      expect(read(literal(text).toJSON())).toBe(text);
    }),
  );
});
