import { Mistake } from "../values/mistake";

/**
 * What is read; where that is not possible, undefined, and the sentence of the mistake among the damages: what stops a build
 * is no reason to tell nothing.
 */
export function orDamage<T>(read: () => T, damages: string[]): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Mistake)) throw error;
    damages.push(error.message);
    return undefined;
  }
}
