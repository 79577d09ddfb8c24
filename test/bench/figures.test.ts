import { join } from "node:path";
import { folderWith } from "../project-folder";
import { figureOf, median } from "./figures";
import { amount } from "./report/amount";
import { NO_RESULTS, readResults, startedAgain, withMeasurement, writeResults } from "./results";

test.each([
  [[3], 3],
  [[10, 1, 2], 2],
  [[4, 1, 3, 2], 2.5],
  [[10, 9, 1], 9],
])("the median of %j is %d", (values, middle) => expect(median(values)).toBe(middle));

test("there is no median of nothing", () => expect(() => median([])).toThrow("a median needs a value"));

test("the figure of counts is the most", () =>
  expect(figureOf({ suite: "images", subject: "uv", cell: "steps", unit: "count", values: [0, 0, 1] })).toBe(1));

test.each([
  [0.1834, "s", "0.18 s"],
  [21.74, "s", "21.7 s"],
  [14.96, "ms", "15.0 ms"],
  [3456, "ms", "3.46 s"],
  [-2.5, "ms", "-2.50 ms"],
  [512, "bytes", "512 B"],
  [178_512_345, "bytes", "179 MB"],
  [25e9, "bytes", "25.0 GB"],
  [3, "count", "3"],
] as const)("%d of %s is shown as %s", (value, unit, text) => expect(amount(value, unit)).toBe(text));

describe("results", () => {
  const row = (suite: "synth" | "images", subject: string, ...values: number[]) =>
    ({ suite, subject, cell: "N=1", unit: "ms", values }) as const;
  const results = [row("synth", "bare", 1), row("images", "uv", 2)].reduce(withMeasurement, NO_RESULTS);
  const measured = { date: "2026-01-01", runs: 5, cores: 2, memoryBytes: 1, node: "20", versions: {} };

  test("a measurement of the same subject and cell is replaced", () =>
    expect(withMeasurement(results, row("synth", "bare", 1, 3)).measurements).toEqual([
      row("synth", "bare", 1, 3),
      row("images", "uv", 2),
    ]));
  test("one of another subject is added", () =>
    expect(withMeasurement(results, row("synth", "container", 4)).measurements).toHaveLength(3));
  test("what is written is read again, in thousandths", () => {
    const file = join(folderWith({}), "benchmark", "results.json");
    writeResults(file, startedAgain(withMeasurement(results, row("images", "c", 1.23456)), "synth", measured, []));
    expect(readResults(file)).toEqual({
      measured: { synth: measured },
      subjects: [],
      measurements: [row("images", "uv", 2), row("images", "c", 1.235)],
    });
  });
  test("a suite that is started again leaves the others be", () =>
    expect(startedAgain(results, "synth", measured, []).measurements).toEqual([row("images", "uv", 2)]));
});
