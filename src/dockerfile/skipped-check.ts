import { Mistake, shown } from "../values/mistake";

/**
 * The name of one of BuildKit's checks, as the file may hold it.
 *
 * @throws where it has more than letters
 */
export function checkSkippedCheck(name: string, where: string): void {
  if (/^[A-Za-z]+$/.test(name)) return;
  throw new Mistake({
    where,
    what: `skippedBuildChecks has ${shown(name)}`,
    allowed: "the name of a check has letters alone",
    fix: 'write one like "JSONArgsRecommended"',
  });
}
