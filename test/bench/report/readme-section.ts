import { BARE_COMMAND, IMAGE_CELLS, ONE_PROJECT, synthTime, TWENTY_PROJECTS } from "../cells";
import { figureOf, rowsOf, subjectsOf } from "../figures";
import type { Suite } from "../measurement";
import type { Results } from "../results";
import { amount, times } from "./amount";
import { table } from "./table";

const [BEGIN, END] = ["<!-- benchmark: UPDATE_DOCS=1 npx jest test/bench -->", "<!-- end of benchmark -->"];

/** A row of the README's table: who is compared with whom. */
interface Pair {
  readonly text: string;
  readonly suite: Suite;
  /** Subject and cell. */
  readonly own: readonly [string, string];
  readonly other: readonly [string, string];
}

const image = (text: string, own: string, other: string, cell: string): Pair => ({
  text,
  suite: "images",
  own: [own, cell],
  other: [other, cell],
});

const synth = (text: string, projects: number, other: string): Pair => ({
  text,
  suite: "synth",
  own: ["container", synthTime(projects)],
  other: [other, synthTime(projects)],
});

/** The most telling comparisons; c, a and b are those of the report. */
function pairs(results: Results): Pair[] {
  return [
    image("source edit, uv, against uv's documented Dockerfile", "uv", "c", IMAGE_CELLS.sourceEdit),
    image("version bump, the same", "uv", "c", IMAGE_CELLS.versionBump),
    image("cold build, the same", "uv", "c", IMAGE_CELLS.coldEmpty),
    image("image size, the same", "uv", "c", IMAGE_CELLS.imageSize),
    image("bytes that a source edit adds to push, the same", "uv", "c", IMAGE_CELLS.push),
    image("build context, the same", "uv", "c", IMAGE_CELLS.context),
    image("version bump, poetry, against multistage with pipx", "poetry", "a", IMAGE_CELLS.versionBump),
    image("cold build, the same", "poetry", "a", IMAGE_CELLS.coldEmpty),
    image("cold build, pip, against what `docker init` writes", "pip", "b", IMAGE_CELLS.coldEmpty),
    synth("synth of 1 project, against bare projen", 1, "bare"),
    synth("synth of 500 projects, against projen with as many text files", 500, "text files"),
    ...cellsOf(results, "command").map(
      ([subject, cell]): Pair => ({
        text: `\`${cell}\`, against ${BARE_COMMAND}`,
        suite: "command",
        own: [subject, cell],
        other: [BARE_COMMAND, cell],
      }),
    ),
    ...subjectsOf(results, "monorepo").map(
      (subject): Pair => ({
        text: `cold build of 20 projects with ${subject}, against that of one`,
        suite: "monorepo",
        own: [subject, TWENTY_PROJECTS],
        other: [subject, ONE_PROJECT],
      }),
    ),
  ];
}

/** README.md with its section as the results have it. */
export function withSection(readme: string, results: Results): string {
  const [from, to] = [readme.indexOf(BEGIN), readme.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`README.md has no section between ${BEGIN} and ${END}`);
  const rows = pairs(results).flatMap((each) => pairRow(results, each));
  const shown = `\n\n${table(["median", "this module", "the other", "ratio"], rows)}\n\n`;
  return `${readme.slice(0, from + BEGIN.length)}${shown}${readme.slice(to)}`;
}

/** Nothing where one of the two was not measured. */
function pairRow(results: Results, { text, suite, own, other }: Pair): string[][] {
  const [one, two] = [own, other].map(([subject, cell]) =>
    rowsOf(results, suite).find((each) => each.subject === subject && each.cell === cell),
  );
  if (one === undefined || two === undefined) return [];
  const [value, of] = [one, two].map(figureOf);
  return [[text, amount(value, one.unit), amount(of, two.unit), times(value / of)]];
}

/** What the suite has measured in time of its own subjects. */
function cellsOf(results: Results, suite: Suite): [string, string][] {
  return rowsOf(results, suite)
    .filter(({ subject, unit }) => subject !== BARE_COMMAND && unit !== "bytes" && unit !== "count")
    .map(({ subject, cell }) => [subject, cell]);
}
