import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pdmFreshness } from "../../../src/lock/freshness/pdm";
import { factsOf, mapFolder } from "../../pyproject/facts-of";

interface Recorded {
  readonly fixtures: Record<string, { readonly pyproject: string; readonly lock: string }>;
  readonly vectors: readonly {
    readonly fixture: string;
    readonly edits: [string, string][];
    readonly fresh: boolean;
  }[];
}

const { fixtures, vectors }: Recorded = JSON.parse(readFileSync(join(__dirname, "vectors", "pdm.json"), "utf8"));

// The check reads the folder alone.
const facts = factsOf('[project]\nname = "orders"\nversion = "1"\n');

function freshness(pyproject: string, text: string, more: Record<string, string> = {}) {
  const folder = mapFolder({ "pyproject.toml": pyproject, ...more });
  return pdmFreshness({ path: "pdm.lock", text, facts, folder }).isFresh;
}

describe("pdm lock --check", () => {
  const cases = vectors.map((vector, at) => ({
    ...vector,
    title: `${at} ${JSON.stringify(vector.edits).slice(0, 80)}`,
  }));

  test.each(cases)("$fixture $title", ({ fixture, edits, fresh }) => {
    const { pyproject, lock } = fixtures[fixture];
    const changed = edits.reduce((text, [from, to]) => text.replace(from, () => to), pyproject);

    expect(freshness(changed, lock)).toBe(fresh);
  });
});

const project = '[project]\nname = "orders"\nversion = "1"\n';

function lockOf(version: string, hash: string): string {
  return `[metadata]\nlock_version = "${version}"\ncontent_hash = "sha256:${hash}"\n`;
}

describe("what is not a hash of this pyproject.toml", () => {
  test.each([
    ["no hash", '[metadata]\nlock_version = "4.5.1"\n'],
    ["what was asked for in its place", `${lockOf("4.5.1", "0")}lock_inputs = {}\n`],
    ["another algorithm", '[metadata]\nlock_version = "4.5.1"\ncontent_hash = "md5:0"\n'],
  ])("%s tells nothing", (_, lock) => {
    expect(freshness(project, lock)).toBeUndefined();
  });

  test("poetry's tables tell nothing", () => {
    expect(freshness('[tool.poetry]\nname = "orders"\n', lockOf("4.5.1", "0"))).toBeUndefined();
  });
});
