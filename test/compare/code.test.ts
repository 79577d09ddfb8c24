import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { call, member } from "../../src/compare/code/expression";
import { renderExpression } from "../../src/compare/code/render-expression";
import { projenrcText } from "../../src/compare/projenrc-text";
import { comparedWith } from "./compared";

test.each([
  ["text", 20, '"text"'],
  ['say "yes"', 20, "'say \"yes\"'"],
  [{ a: 1, "b-c": [true] }, 30, '{ a: 1, "b-c": [true] }'],
  [call("a", "b", "c", member("D", "E")), 30, 'a.b("c", D.E)'],
  [call("a", "b", "c", ["dddddddd", "eeeeeeee"]), 20, 'a.b("c", [\n  "dddddddd",\n  "eeeeeeee",\n])'],
  [call("a", "b", "cccccccccccc", "dddddddd"), 20, 'a.b(\n  "cccccccccccc",\n  "dddddddd",\n)'],
])("%j in %d columns", (expression, width, text) => expect(renderExpression(expression, width)).toBe(text));

test("a printed projenrc file compiles", () => {
  const { comparison } = comparedWith({
    Dockerfile: "FROM python:3.12\nARG A\nENV B=$A\nUSER 7\nHEALTHCHECK --retries=2 CMD a\nRUN echo a && echo b\n",
    "compose.yaml":
      "services:\n  app: {build: ., restart: always}\n  db: {image: a, ports: ['1:2/udp'], volumes: ['./a:/b']}\n",
    ".dockerignore": "docs\n",
    "docs/a": "",
  });
  // Inside the checkout, so that its packages are found; nothing is written but the text.
  const folder = mkdtempSync(join(__dirname, "code-"));
  try {
    const file = join(folder, "projenrc.ts");
    writeFileSync(file, projenrcText(comparison));
    const root = join(__dirname, "../..");
    const { config } = ts.readConfigFile(join(root, "test/tsconfig.json"), ts.sys.readFile);
    const { options } = ts.parseJsonConfigFileContent(config, ts.sys, join(root, "test"));
    const paths = { "projen-python-container": [join(root, "src/index.ts")] };
    const found = ts.getPreEmitDiagnostics(ts.createProgram([file], { ...options, noEmit: true, paths }));
    expect(found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"))).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 60_000);
