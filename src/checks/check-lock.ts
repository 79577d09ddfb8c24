import type { LockFindings } from "../lock/lock-findings";
import { Mistake } from "../values/mistake";

/**
 * The lock file has something to install of every package, on every platform for which images are built.
 *
 * @throws where it has not: all of it in one message
 */
export function checkLock({ mistakes }: LockFindings): void {
  const [first, ...more] = mistakes;
  if (first === undefined) return;
  if (more.length === 0) throw first;
  throw new Mistake({ where: "lock file", what: ["", ...mistakes.map(({ message }) => message)].join("\n- ") });
}
