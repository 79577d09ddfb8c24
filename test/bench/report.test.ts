import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DOMParser, onErrorStopParsing } from "@xmldom/xmldom";
import { madeResults } from "./made-results";
import { imagesPlot } from "./report/images-plot";
import { withSection } from "./report/readme-section";
import { report } from "./report/report";
import { synthPlot } from "./report/synth-plot";
import { targetPart } from "./report/targets-section";
import { reportFiles, writeReport } from "./report/write-report";
import { NO_RESULTS, type Results, readResults } from "./results";
import { TARGETS } from "./targets";
import { ROOT } from "./versions";

const FOLDER = join(ROOT, "docs", "benchmark");
const README = join(ROOT, "README.md");
const textOf = (file: string) => readFileSync(file, "utf8");

if (process.env.UPDATE_DOCS !== undefined) {
  writeReport(FOLDER);
  writeFileSync(README, withSection(textOf(README), readResults(join(FOLDER, "results.json"))));
}

describe("the results in docs/benchmark; UPDATE_DOCS=1 writes what they make", () => {
  const results = readResults(join(FOLDER, "results.json"));

  test.each(Object.entries(reportFiles(results)))("make %s", (name, text) =>
    expect(textOf(join(FOLDER, name))).toBe(text),
  );
  test("make the README's section", () => expect(withSection(textOf(README), results)).toBe(textOf(README)));
});

const seconds = madeResults("images", "s", {
  uv: { "source edit": 1, "no-op": 0.2 },
  c: { "source edit": 4 },
  a: { "source edit": 0.5 },
});
const milliseconds = madeResults("synth", "ms", {
  bare: { "N=1 construct+synth": 5, "N=10 construct+synth": 60 },
  container: { "N=1 construct+synth": 15, "N=10 construct+synth": 61 },
});
const documentOf = (text: string) => new DOMParser({ onError: onErrorStopParsing }).parseFromString(text, "text/xml");
const texts = (svg: string) => [...documentOf(svg).getElementsByTagName("text")].map((each) => each.textContent);

describe("plots", () => {
  test("a bar is as long as its share of the longest in its group", () => {
    const bars = [...documentOf(imagesPlot(seconds)).getElementsByTagName("rect")].slice(3);
    const widths = bars.map((each) => Number(each.getAttribute("width")));
    expect(widths.map((each) => each / Math.max(...widths))).toEqual([
      expect.closeTo(0.25),
      1,
      expect.closeTo(0.125),
      1,
    ]);
  });
  test("a bar has its seconds as text", () =>
    expect(texts(imagesPlot(seconds))).toEqual(expect.arrayContaining(["1.00 s", "4.00 s", "0.50 s", "0.20 s"])));
  test("a subject is text, whatever its name is", () => {
    const odd = {
      ...seconds,
      subjects: seconds.subjects.map((each) => (each.id === "c" ? { ...each, id: "<c> & d" } : each)),
      measurements: seconds.measurements.map((each) => (each.subject === "c" ? { ...each, subject: "<c> & d" } : each)),
    };
    expect(texts(imagesPlot(odd))).toContain("<c> & d");
  });
  test("a line has a point for each number of projects", () => {
    const lines = [...documentOf(synthPlot(milliseconds)).getElementsByTagName("polyline")];
    const points = lines.filter((each) => each.getAttribute("class")?.startsWith("line"));
    expect(points.map((each) => each.getAttribute("points")?.split(" ").filter(Boolean).length)).toEqual([2, 0, 2]);
  });
  test("names of lines that end close to each other are apart", () => {
    const ends = [...documentOf(synthPlot(milliseconds)).getElementsByTagName("text")].slice(-2);
    const [one, two] = ends.map((each) => Number(each.getAttribute("y")));
    expect(two - one).toBeGreaterThanOrEqual(15);
  });
});

describe("the report", () => {
  test("has a section for each suite that was measured, and no other", () =>
    expect([...report(seconds).matchAll(/^## (.*)$/gm)].map(([, title]) => title)).toEqual(["Images", "Targets"]));
  test("shows like with like first, and the others beside", () => {
    const heads = [...report(seconds).matchAll(/^\| {2}\| ((?:\w+ \| )*\w+) \|$/gm)].map(([, ids]) => ids);
    expect(heads.slice(1, 3)).toEqual(["uv | poetry | pip | c", "a | b | d | e"]);
  });
  test("says what was not measured", () => expect(report(NO_RESULTS).match(/^Not measured\.$/gm)).toHaveLength(8));
});

describe("a target", () => {
  const part = (results: Results, floor?: string) => targetPart(results, 2, TARGETS[1], floor);
  const fast = madeResults("images", "s", { uv: { "source edit": 1 }, c: { "source edit": 4 } });
  const slow = madeResults("images", "s", { uv: { "source edit": 3 }, c: { "source edit": 4 } });

  test("that is missed has its floor", () => expect(part(slow, "made up")).toContain("Floor: made up"));
  test("that is missed without one says so", () => expect(part(slow)).toContain("Floor: no floor is known."));
  test("that is reached has none", () => expect(part(fast, "made up")).not.toContain("Floor"));
  test("shows both verdicts", () => {
    const rows = [fast, slow].map((each) =>
      part(each)
        .split("\n")
        .find((row) => row.startsWith("| uv, source edit |")),
    );
    expect(rows).toEqual([
      "| uv, source edit | ≤ 0.50 × c | 0.25 × | reached |",
      "| uv, source edit | ≤ 0.50 × c | 0.75 × | **missed** |",
    ]);
  });
});

test("the README's section has what was measured of both alone", () => {
  const text = withSection(
    "before\n<!-- benchmark: UPDATE_DOCS=1 npx jest test/bench -->\nold\n<!-- end of benchmark -->\nafter\n",
    madeResults("synth", "ms", {
      bare: { "N=1 construct+synth": 5 },
      container: { "N=1 construct+synth": 15, "N=500 construct+synth": 900 },
    }),
  );
  const rows = text.split("\n").filter((row) => row.startsWith("| "));
  expect(rows.slice(1)).toEqual(["| synth of 1 project, against bare projen | 15.0 ms | 5.00 ms | 3.00 × |"]);
});
