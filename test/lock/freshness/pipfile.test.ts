import { pipfileFreshness } from "../../../src/lock/freshness/pipfile";
import { PackageManager } from "../../../src/pyproject/managers/package-manager";
import { factsOf, mapFolder } from "../../pyproject/facts-of";
import vectors from "./vectors/pipenv.json";

const path = "Pipfile.lock";
const facts = factsOf("", { Pipfile: "" }, { packageManager: PackageManager.PIPENV });

function freshness(pipfile: string, sha256?: string) {
  const text = JSON.stringify({ _meta: { hash: sha256 === undefined ? {} : { sha256 }, "pipfile-spec": 6 } });
  return pipfileFreshness({ path, text, facts, folder: mapFolder({ Pipfile: pipfile, [path]: text }) });
}

type Edit = readonly [number, number, number, string, boolean];

const edits = vectors.edits as unknown as readonly Edit[];
const edited = edits.map(([fixture, start, removed, added, isFresh]) => {
  const text = vectors.fixtures[fixture];
  const pipfile = text.slice(0, start) + added + text.slice(start + removed);
  return { pipfile, sha256: vectors.hashes[fixture], isFresh };
});

test("there are a hundred edits at least, of both kinds", () => {
  expect(edits.length).toBeGreaterThanOrEqual(100);
  expect(new Set(edited.map(({ isFresh }) => isFresh)).size).toBe(2);
});

test("every edit is judged as pipenv judges it", () => {
  const other = edited.filter(({ pipfile, sha256, isFresh }) => freshness(pipfile, sha256).isFresh !== isFresh);
  expect(other).toEqual([]);
});

test("what does not fit is told", () =>
  expect(freshness('[packages]\nflask = "*"', "00")).toEqual({
    isFresh: false,
    reason: "was made for another Pipfile",
  }));
test("a lock file without a hash does not fit", () => expect(freshness("").isFresh).toBe(false));
test("what pipenv can't hash can't be judged", () =>
  expect(freshness("[packages]\nflask = 2026-01-01", "00")).toEqual({}));
