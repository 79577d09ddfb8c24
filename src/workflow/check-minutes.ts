import { Mistake, shown } from "../values/mistake";

/** @throws where it is no whole number of minutes */
export function checkMinutes(where: string, minutes: number | undefined): void {
  if (minutes === undefined || (Number.isInteger(minutes) && minutes > 0)) return;
  throw new Mistake({
    where,
    what: `timeoutMinutes is ${shown(minutes)}`,
    allowed: "it is a whole number of minutes, one at least",
    fix: "write one like 60",
  });
}
