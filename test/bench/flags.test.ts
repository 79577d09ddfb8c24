import { parseFlags } from "./flags";

const suites = ["images", "synth"] as const;
const parse = (...args: string[]) => parseFlags(args, suites);

test("without flags all suites are run", () =>
  expect(parse()).toEqual({ suites: ["images", "synth"], runs: 5, out: "docs/benchmark", isReportOnly: false }));

test("--only names suites", () => expect(parse("--only", "synth,synth").suites).toEqual(["synth"]));

test("--runs is a number", () => expect(parse("--runs=3").runs).toBe(3));

test("--report-only measures nothing", () => expect(parse("--report-only").isReportOnly).toBe(true));

test.each([
  [["--only", "sinth"], '--only has "sinth"; it takes images, synth'],
  [["--only", ""], '--only has ""; it takes images, synth'],
  [["--runs", "0"], '--runs is "0"; it has to be a whole number from 1 to 999'],
  [["--runs", "2.5"], '--runs is "2.5"; it has to be a whole number from 1 to 999'],
  [["--out", ""], "--out is empty; it has to be a folder, for example docs/benchmark"],
  [["--fast"], "--fast is not understood; allowed is npm run bench -- [--only SUITE,…] [--runs 5]"],
  [["synth"], "synth is not understood; allowed is npm run bench -- [--only SUITE,…] [--runs 5]"],
])("%j is told", (args, message) => expect(() => parse(...args)).toThrow(message));
