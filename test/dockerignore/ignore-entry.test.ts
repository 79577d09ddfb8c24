import fc from "fast-check";
import { BuildContext } from "../../src/dockerignore/context";
import { settleEntries } from "../../src/dockerignore/ignore-entry";
import { parseIgnoreLine } from "../../src/dockerignore/ignore-line";

test("leaving out lines that stand already changes no answer", () => {
  const line = fc.constantFrom("a", "!a", "a/b", "!a/b", "*", "!*", "*/b", "!**/b");
  const path = fc.array(fc.constantFrom("a", "b"), { minLength: 1, maxLength: 3 }).map((names) => names.join("/"));
  fc.assert(
    fc.property(fc.array(line, { maxLength: 6 }), path, (texts, file) => {
      const lines = texts.map((text) => parseIgnoreLine(text, "test"));
      const settled = settleEntries([{ lines, isDefault: false }]).flatMap((entry) => entry.lines);
      expect(new BuildContext(settled.map((each) => each.text)).includes(file)).toBe(
        new BuildContext(texts).includes(file),
      );
    }),
    { numRuns: 1000 },
  );
});
