import { FILE_COMPONENTS, FIRST_SYNTH, SYNTH_SUBJECTS, synthMemory, synthTime, WARM_UPS } from "../cells";
import { difference, figure, ratio, rowsOf } from "../figures";
import type { Results } from "../results";
import { amount, times } from "./amount";
import { table } from "./table";

/** The numbers of projects that were measured. */
export function projectCounts(results: Results): number[] {
  const cells = rowsOf(results, "synth").map(({ cell }) => /^N=(\d+) construct/.exec(cell)?.[1]);
  return [...new Set(cells.filter((each) => each !== undefined).map(Number))];
}

/** Synth in process, against projen alone and against as many plain files. */
export function synthSection(results: Results): string {
  const of = (subject: string, cell: string) => figure(results, "synth", subject, cell);
  const files = SYNTH_SUBJECTS.map((each) => shown(of(each, FILE_COMPONENTS), String));
  const timed = (name: string, cell: string, projects: number) => {
    const [bare, text, container] = SYNTH_SUBJECTS.map((each) => of(each, cell));
    const each = [bare, text, container, difference(container, bare)];
    return [
      name,
      ...each.map((value) => shown(value, (all) => amount(all / projects, "ms"))),
      shown(ratio(container, text), times),
    ];
  };
  const memory = (projects: number) =>
    SYNTH_SUBJECTS.map((each) => shown(of(each, synthMemory(projects)), (value) => amount(value, "bytes")));
  const rows = [
    [...timed("N = 1, the first of a process", FIRST_SYNTH, 1), "", "", ""],
    ...projectCounts(results).map((projects) => [
      ...timed(`N = ${projects}`, synthTime(projects), projects),
      ...memory(projects),
    ]),
  ];
  const head = ["", "bare", "text files", "container", "on top of bare", "container / text files"];
  return `## Synth in process

A root project with N Python projects of uv is constructed and synthesized, in a process of its own after ${WARM_UPS} synths of one
project, which are thrown away: a first one loads much of the module, and JavaScript is compiled while it runs. Bare ones have
${files[0]} files each, those with plain text files ${files[1]}, those with a
\`PythonContainer\` ${files[2]}. Milliseconds are those of one project; peak memory is that of the process.

![Time of a synth against the number of projects](synth.svg)

${table([...head, ...SYNTH_SUBJECTS.map((each) => `${each}, memory`)], rows)}`;
}

function shown(value: number | undefined, text: (value: number) => string): string {
  return value === undefined ? "" : text(value);
}
