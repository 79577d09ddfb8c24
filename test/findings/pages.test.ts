import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ToldFinding } from "../../src/findings/report";
import { RULES, type Rule, type RuleName } from "../../src/findings/rules";
import { Mistake } from "../../src/values/mistake";
import { leftOut } from "./left-out";
import { fences, findingsIn, PAGES, textOfPage } from "./page";

const rules: (readonly [RuleName, Rule])[] = Object.entries(RULES).map(([name, rule]) => [name as RuleName, rule]);
const index = "README.md";

/** The sentences that the findings in an example are told with. */
const sentences = (findings: readonly ToldFinding[]) =>
  `${[...new Set(findings.map(({ rule: _, ...parts }) => new Mistake(parts).message))].join("\n")}\n`;

if (process.env.UPDATE_DOCS !== undefined) {
  for (const [name] of rules) {
    const page = textOfPage(name);
    if (page === "") continue;
    const told = sentences(findingsIn(page, "Bad"));
    writeFileSync(
      join(PAGES, `${name}.md`),
      page.replace(/^```text\n.*?^```$/ms, () => `\`\`\`text\n${told}\`\`\``),
    );
  }
  writeFileSync(join(PAGES, index), indexPage());
}

test("every rule has a page, and every page a rule", () => {
  const pages = readdirSync(PAGES).filter((name) => name !== index);
  expect(pages.sort()).toEqual(rules.map(([name]) => `${name}.md`).sort());
});

test("the index shows every rule", () => expect(textOfPage("README")).toBe(indexPage()));

describe.each(rules)("%s", (name, { severity, summary, others }) => {
  const page = textOfPage(name);
  let bad: readonly ToldFinding[];
  // Once for its tests: making an example takes most of their time.
  beforeAll(() => {
    bad = findingsIn(page, "Bad");
  });
  test("begins with its name, its severity and its summary", () => {
    const also = others.length === 0 ? "" : ` Also ${others.join(", ")}.`;
    const word = severity === "error" ? "Error" : "Warning";
    expect(page.slice(0, page.indexOf("\n", page.indexOf("**")))).toBe(`# ${name}\n\n**${word}.** ${summary}.${also}`);
  });
  test("finds its bad example, and nothing else is found in it", () =>
    expect(new Set(bad.map(({ rule }) => rule))).toEqual(new Set([name])));
  test("says what the page shows", () =>
    expect(
      fences(page, "Bad")
        .filter(({ language }) => language === "text")
        .map(({ text }) => text),
    ).toEqual([sentences(bad)]));
  test("has a good example in which nothing is found", () => expect(findingsIn(page, "Good")).toEqual([]));
});

function indexPage(): string {
  const rows = rules.map(
    ([name, { severity, summary, others }]) =>
      `| [${name}](${name}.md) | ${severity} | ${summary} | ${others.join(", ")} |`,
  );
  return `# Checks

Before \`npx projen\` writes a file it looks at all of them together. An error stops it, a warning is told; each names the
file, the value, what is allowed and the fix, and the rule that has a page here. A rule is switched off with a reason, in a
project and those below it, or for one stage or service:

\`\`\`ts
import { Project } from "projen";
import { ContainerChecks, PythonContainer } from "projen-python-container";

const orders = new Project({ name: "orders" });
new PythonContainer(orders);
ContainerChecks.of(orders).skip("MisreadLine", { reason: "nobody opens a dev container here", stage: "dev" });
\`\`\`

| Rule | Severity | What has to be so | Elsewhere |
|---|---|---|---|
${rows.join("\n")}

${leftOut}`;
}
