import { type Figures, madeResults } from "./made-results";
import type { Measurement, Suite } from "./measurement";
import { NO_RESULTS } from "./results";
import { TARGETS } from "./targets";

/** A comparison of a target: with figures on the limit it is reached, with those beyond it is missed. */
interface Example {
  readonly target: number;
  readonly suite?: Suite;
  readonly unit: Measurement["unit"];
  readonly what: string;
  readonly on: Figures;
  readonly beyond: Figures;
}

const cell = (name: string, values: Record<string, number>): Figures =>
  Object.fromEntries(Object.entries(values).map(([subject, value]) => [subject, { [name]: value }]));

/** Figures of one cell, of which the first subject's goes from the limit to beyond it. */
const image = (
  target: number,
  unit: Measurement["unit"],
  what: string,
  name: string,
  [on, beyond]: readonly [number, number],
  others: Record<string, number> = {},
): Example => {
  const [own] = what.split(",");
  return {
    target,
    unit,
    what,
    on: cell(name, { [own]: on, ...others }),
    beyond: cell(name, { [own]: beyond, ...others }),
  };
};

const floor = "image size above base, production environment and own files";
const [empty, warm] = ["cold build, empty caches", "cold build, warm download cache"];
const push = "bytes that a source edit adds to push and pull";

const examples: readonly Example[] = [
  image(1, "bytes", "uv, above the floor", floor, [1_000_000, 1_000_001]),
  image(1, "bytes", "poetry, image size above c", "image size", [178, 179], { c: 178, a: 100 }),
  image(1, "bytes", "pip, image size above b", "image size", [178, 179], { b: 178 }),
  image(2, "count", "pip, source edit: dependencies installed", "source edit: dependencies installed", [0, 1]),
  image(2, "bytes", "uv, bytes to push", push, [100_000, 100_001]),
  image(2, "s", "uv, source edit", "source edit", [1, 1.01], { c: 2, e: 8, a: 0.1, d: 0.2 }),
  image(2, "s", "poetry, source edit above a", "source edit", [1.5, 1.51], { c: 8, a: 0.5, d: 0.75, b: 0.75 }),
  ...["version bump", "linter setting", "readme edit", "script edit"].map((edit) => {
    const name = `${edit}: dependencies installed`;
    return image(3, "count", `uv, ${name}`, name, [0, 1]);
  }),
  image(3, "s", "uv, version bump", "version bump", [1, 1.05], { c: 4 }),
  image(3, "s", "pip, linter setting", "linter setting", [1, 1.05], { c: 4 }),
  image(3, "s", "poetry, version bump", "version bump", [1.4, 1.45], { d: 4 }),
  image(3, "s", "poetry, version bump", "version bump", [1.36, 1.4], { a: 8 }),
  image(4, "s", `uv, ${empty}`, empty, [4.2, 4.25], { c: 4 }),
  image(4, "s", `poetry, ${warm}`, warm, [20, 20.1], { a: 20 }),
  image(4, "s", `pip, ${empty}`, empty, [8.8, 8.9], { b: 8 }),
  image(5, "bytes", "uv, context", "context", [20, 21], { c: 200 }),
  {
    target: 6,
    suite: "synth",
    unit: "ms",
    what: "N = 1, on top of bare projen",
    on: cell("N=1 construct+synth", { container: 20, bare: 5 }),
    beyond: cell("N=1 construct+synth", { container: 20.1, bare: 5 }),
  },
  ...[500, 1000].map(
    (projects): Example => ({
      target: 6,
      suite: "synth",
      unit: "ms",
      what: `N = ${projects}`,
      on: cell(`N=${projects} construct+synth`, { container: 2300, "text files": 2000 }),
      beyond: cell(`N=${projects} construct+synth`, { container: 2301, "text files": 2000 }),
    }),
  ),
  {
    target: 7,
    suite: "command",
    unit: "s",
    what: "this module, npx projen --no-post",
    on: cell("npx projen --no-post", { "this module": 3, "bare projen": 4 }),
    beyond: cell("npx projen --no-post", { "this module": 3.01, "bare projen": 4 }),
  },
  {
    target: 8,
    suite: "monorepo",
    unit: "s",
    what: "bake",
    on: { bake: { "cold build of 1 project": 2, "cold build of 20 projects": 5.99 } },
    beyond: { bake: { "cold build of 1 project": 2, "cold build of 20 projects": 6 } },
  },
];

const found = ({ target, suite = "images", unit, what }: Example, figures: Figures) =>
  TARGETS[target - 1]
    .verdicts(madeResults(suite, unit, figures))
    .filter((each) => each.what === what && each.figure !== undefined)
    .map(({ isReached }) => isReached);

describe.each(examples)("target $target: $what", (example) => {
  test("is reached on the limit", () => expect(found(example, example.on)).toEqual([true]));
  test("is missed beyond it", () => expect(found(example, example.beyond)).toEqual([false]));
});

test("the lock that is verified is one of the traits", () => {
  const { subjects, ...rest } = madeResults("images", "s", {});
  const lax = subjects.map((each) => (each.id === "pip" ? { ...each, verifiesLock: false } : each));
  const verdicts = TARGETS[2].verdicts({ ...rest, subjects: lax });
  expect(verdicts.slice(0, 3).map(({ what, isReached }) => [what, isReached])).toEqual([
    ["uv, verifies the lock", true],
    ["poetry, verifies the lock", true],
    ["pip, verifies the lock", false],
  ]);
});

test("nothing is reached where nothing was measured", () => {
  const verdicts = TARGETS.flatMap((each) => each.verdicts(NO_RESULTS));
  expect(verdicts.filter(({ isReached }) => isReached)).toEqual([]);
});
