import { Mistake } from "../values/mistake";

/** What it gives, or the mistake that it ends in. */
export function orMistake<T>(act: () => T): T | Mistake {
  try {
    return act();
  } catch (error) {
    if (error instanceof Mistake) return error;
    throw error;
  }
}
