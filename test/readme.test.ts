import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

const root = join(__dirname, "..");
const textOf = (file: string) => readFileSync(join(root, file), "utf8");
const readme = textOf("README.md");
const docs = readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" }).filter((name) =>
  name.endsWith(".md"),
);
const pages = ["README.md", ...docs.map((name) => `docs/${name}`)];
const examples = pages.flatMap((page) =>
  [...textOf(page).matchAll(/```ts\n(.*?)```/gs)].map(([, text], index) => ({ page, index, text })),
);

test("README.md has examples", () => {
  expect(examples.filter(({ page }) => page === "README.md").length).toBeGreaterThan(1);
});

test("the examples of README.md and docs compile", () => {
  // Inside the checkout, so that its packages are found; nothing is written but the examples.
  const folder = mkdtempSync(join(root, "test", "readme-"));
  try {
    const files = examples.map(({ page, index, text }) => {
      const file = join(folder, `${page.replaceAll(/\W/g, "-")}-${index}.ts`);
      writeFileSync(file, text);
      return file;
    });
    const config = ts.readConfigFile(join(root, "test/tsconfig.json"), ts.sys.readFile).config;
    const { options } = ts.parseJsonConfigFileContent(config, ts.sys, join(root, "test"));
    const program = ts.createProgram(files, {
      ...options,
      noEmit: true,
      paths: { "projen-python-container": [join(root, "src/index.ts")] },
    });
    const messages = ts
      .getPreEmitDiagnostics(program)
      .map((each) => `${each.file?.fileName}: ${ts.flattenDiagnosticMessageText(each.messageText, "\n")}`);
    expect(messages).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 60_000);

test("the README's first two commands are those that set everything up", () => {
  const [first] = [...readme.matchAll(/```console\n(.*?)```/gs)].map((match) => match[1]);
  expect(first.trim().split("\n")).toEqual(["npm ci && npm run quickstart", "npm ci && npm test"]);
});
