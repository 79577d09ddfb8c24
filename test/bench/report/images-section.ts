import { rowsOf } from "../figures";
import type { Results } from "../results";
import type { Subject } from "../subject";
import { cellRows } from "./cell-rows";
import { table } from "./table";

const isAlike = (each: Subject) => each.installsProject && each.compilesBytecode && each.verifiesLock;

/** The images, like with like, and the others beside them. */
export function imagesSection(results: Results): string {
  const { subjects } = results;
  const titles = subjects.map(({ id, title }) => `- **${id}**: ${title}`);
  return `## Images

The same application on the same base images, in one run. A build does not do the same everywhere: it installs the project or
only copies it, compiles bytecode or leaves that to each start, stops at a stale lock file or builds it.

${titles.join("\n")}

![Seconds of each build, this module's against those by hand](images.svg)

### Like with like

These install the project, compile bytecode and verify the lock.

${subjectTables(results, subjects.filter(isAlike))}

### Beside them

These leave out at least one of the three.

${subjectTables(
  results,
  subjects.filter((each) => !isAlike(each)),
)}`;
}

/** What the images do and cost, and below that what their builds do again. */
function subjectTables(results: Results, subjects: readonly Subject[]): string {
  const ids = subjects.map(({ id }) => id);
  const traits: readonly (readonly [string, (subject: Subject) => boolean])[] = [
    ["installs the project", ({ installsProject }) => installsProject],
    ["compiles bytecode", ({ compilesBytecode }) => compilesBytecode],
    ["verifies the lock", ({ verifiesLock }) => verifiesLock],
  ];
  const traitRows = traits.map(([name, has]) => [name, ...subjects.map((each) => (has(each) ? "yes" : "no"))]);
  const rows = rowsOf(results, "images");
  const counts = cellRows(
    rows.filter(({ unit }) => unit === "count"),
    ids,
  );
  const costs = cellRows(
    rows.filter(({ unit }) => unit !== "count"),
    ids,
  );
  const parts = [table(["", ...ids], [...traitRows, ...costs])];
  if (counts.length > 0) parts.push(table(["the most of all runs", ...ids], counts));
  return parts.join("\n\n");
}
