import { rowsOf } from "../figures";
import { FLOORS } from "../floors";
import type { Results } from "../results";
import type { Target } from "../target";
import { TARGETS } from "../targets";
import { table } from "./table";

/** What was to be reached, each with what was measured; of what is missed the floor. */
export function targetsSection(results: Results): string {
  const parts = TARGETS.map((target, at) => targetPart(results, at + 1, target, FLOORS[at + 1]));
  return `## Targets\n\n${parts.join("\n\n")}`;
}

/** One target, with a row for each comparison. */
export function targetPart(results: Results, number: number, target: Target, floor: string | undefined): string {
  const { title, suite, verdicts } = target;
  const heading = `### ${number}. ${title}`;
  if (rowsOf(results, suite).length === 0) return `${heading}\n\nNot measured.`;
  const found = verdicts(results);
  const rows = found.map(({ what, limit, figure = "", isReached }) => [
    what,
    limit,
    figure,
    isReached ? "reached" : figure === "" ? "not measured" : "**missed**",
  ]);
  const isMissed = found.some(({ figure, isReached }) => figure !== undefined && !isReached);
  const note = isMissed ? `\n\nFloor: ${floor ?? "no floor is known."}` : "";
  return `${heading}\n\n${table(["", "limit", "figure", ""], rows)}${note}`;
}
