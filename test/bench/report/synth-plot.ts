import { SYNTH_SUBJECTS, synthTime } from "../cells";
import { figure } from "../figures";
import type { Results } from "../results";
import { amount } from "./amount";
import { label, line, svg } from "./svg";
import { projectCounts } from "./synth-section";

const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [760, 380, 70, 130, 30, 40];
const STROKES = { bare: "like", "text files": "less", container: "ours" } as const;

/** The time of a synth against the number of projects, both axes logarithmic: what is linear rises by one in one. */
export function synthPlot(results: Results): string {
  const counts = projectCounts(results);
  const lines = SYNTH_SUBJECTS.map((subject) => ({
    subject,
    points: counts.flatMap((count) => {
      const value = figure(results, "synth", subject, synthTime(count));
      return value === undefined ? [] : [{ count, value }];
    }),
  }));
  const values = lines.flatMap(({ points }) => points.map(({ value }) => value));
  const decades = powersOfTen(Math.min(...values), Math.max(...values));
  const across = scale(counts[0], counts[counts.length - 1], LEFT, WIDTH - RIGHT);
  const up = scale(decades[0], decades[decades.length - 1], HEIGHT - BOTTOM, TOP);
  const parts = [
    label({ x: 0, y: 10, text: "construction and synth of N projects, both axes logarithmic", is: "quiet" }),
  ];
  for (const value of decades) {
    parts.push(
      line(
        [
          [LEFT, up(value)],
          [WIDTH - RIGHT, up(value)],
        ],
        "grid",
      ),
    );
    parts.push(label({ x: LEFT - 8, y: up(value), text: amount(value, "ms"), is: "end quiet" }));
  }
  for (const count of counts) {
    parts.push(label({ x: across(count), y: HEIGHT - BOTTOM + 18, text: `N = ${count}`, is: "middle quiet" }));
  }
  for (const { subject, points } of lines) {
    parts.push(
      line(
        points.map(({ count, value }) => [across(count), up(value)]),
        `line stroke-${STROKES[subject]}`,
      ),
    );
  }
  return svg("Time of a synth against the number of projects", WIDTH, HEIGHT, [...parts, ...names(lines, up)]);
}

/** The name of each line at its end, pushed apart where two would overlap. */
function names(
  lines: readonly { subject: string; points: readonly { value: number }[] }[],
  up: (value: number) => number,
): string[] {
  const ends = lines
    .filter(({ points }) => points.length > 0)
    .map(({ subject, points: [...points] }) => ({ subject, value: points[points.length - 1].value }))
    .sort((a, b) => b.value - a.value);
  let lowest = 0;
  return ends.map(({ subject, value }) => {
    lowest = Math.max(up(value), lowest + 15);
    return label({ x: WIDTH - RIGHT + 8, y: lowest, text: `${subject} ${amount(value, "ms")}` });
  });
}

/** From the logarithm of a value to a place. */
function scale(least: number, most: number, from: number, to: number): (value: number) => number {
  const span = Math.log(most / least) || 1;
  return (value) => from + (Math.log(value / least) / span) * (to - from);
}

/** The powers of ten around the values. */
function powersOfTen(least: number, most: number): number[] {
  const [from, to] = [Math.floor(Math.log10(least)), Math.ceil(Math.log10(most))];
  return Array.from({ length: to - from + 1 }, (_, at) => 10 ** (from + at));
}
