import { FILE_COMPONENTS, ONE_PROJECT_SYNTHS, SYNTH_SUBJECTS, synthMemory, synthTime, WARM_UP_SYNTHS } from "../cells";
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
  const rows = projectCounts(results).map((projects) => {
    const [bare, text, container] = SYNTH_SUBJECTS.map((each) => of(each, synthTime(projects)));
    return [
      `N = ${projects}`,
      ...[bare, text, container, difference(container, bare)].map((each) =>
        shown(each, (value) => amount(value / projects, "ms")),
      ),
      shown(ratio(container, text), times),
      ...SYNTH_SUBJECTS.map((each) => shown(of(each, synthMemory(projects)), (value) => amount(value, "bytes"))),
    ];
  });
  const head = ["", "bare", "text files", "container", "on top of bare", "container / text files"];
  return `## Synth in process

A root project with N Python projects of uv is constructed and synthesized, in a process of its own that is warm:
${WARM_UP_SYNTHS} synths of one project come first and are thrown away. Of one project the median of the next ${ONE_PROJECT_SYNTHS} counts, of more the next
synth. Bare ones have ${files[0]} files each, those with plain text files ${files[1]}, those with a \`PythonContainer\` ${files[2]}. Milliseconds
are those of one project; peak memory is that of the process.

![Time of a synth against the number of projects](synth.svg)

${table([...head, ...SYNTH_SUBJECTS.map((each) => `${each}, memory`)], rows)}`;
}

function shown(value: number | undefined, text: (value: number) => string): string {
  return value === undefined ? "" : text(value);
}
