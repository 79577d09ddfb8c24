import { BARE_COMMAND, ONE_PROJECT, TWENTY_PROJECTS } from "../cells";
import { figure, ratio, rowsOf, subjectsOf } from "../figures";
import type { Results } from "../results";
import { times } from "./amount";
import { cellRows } from "./cell-rows";
import { table } from "./table";

/** `npx projen`, against a bare projen project. */
export function commandSection(results: Results): string {
  const others = subjectsOf(results, "command").filter((each) => each !== BARE_COMMAND);
  const subjects = [...others, BARE_COMMAND];
  const rows = cellRows(rowsOf(results, "command"), subjects).map(([cell, ...amounts]) => {
    const quotients = others.map((each) => {
      const [own, bare] = [each, BARE_COMMAND].map((subject) => figure(results, "command", subject, cell));
      const quotient = ratio(own, bare);
      return quotient === undefined ? "" : times(quotient);
    });
    return [cell, ...amounts, ...quotients];
  });
  const head = ["", ...subjects, ...others.map((each) => `${each} / ${BARE_COMMAND}`)];
  return `## The command

The command in a project of this module, against the same in a bare Python project of projen.

${table(head, rows)}`;
}

/** Images of many projects, against those of one. */
export function monorepoSection(results: Results): string {
  const subjects = subjectsOf(results, "monorepo");
  const quotients = subjects.map((subject) => {
    const [one, twenty] = [ONE_PROJECT, TWENTY_PROJECTS].map((cell) => figure(results, "monorepo", subject, cell));
    const quotient = ratio(twenty, one);
    return quotient === undefined ? "" : times(quotient);
  });
  const rows = [...cellRows(rowsOf(results, "monorepo"), subjects), ["20 projects / 1 project", ...quotients]];
  return `## A monorepo

The images of projects that share base and dependencies, in one \`docker buildx bake\`.

${table(["", ...subjects], rows)}`;
}
