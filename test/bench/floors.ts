/**
 * Why a target can't be reached: the floor and what it consists of, by the number of the target. Shown where the target is
 * missed.
 */
export const FLOORS: Readonly<Record<number, string>> = {};
