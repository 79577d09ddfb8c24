import { Mistake } from "../../values/mistake";

const mark = /^(?:<{7}|\|{7}|={7}|>{7})(?:\s|$)/m;

/**
 * Refuses a text in which a merge has left the lines of both sides.
 *
 * @param file the file as messages name it
 * @param renewal the command that makes the file anew, where a tool writes it
 */
export function refuseMergeConflict(text: string, file: string, renewal?: string): void {
  const found = mark.exec(text);
  if (found === null) return;
  throw new Mistake({
    where: `${file}:${text.slice(0, found.index).split("\n").length}`,
    what: `has the mark ${found[0].trim()} of a merge conflict`,
    fix: `take one of the two sides${renewal === undefined ? "" : `, and run ${renewal}`}`,
  });
}
