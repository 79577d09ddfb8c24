import type { RuleName } from "../findings/rules";

/** Throws the mistake that these parts tell. */
export type Refuse = (what: string, allowed: string, fix: string) => never;

/** Tells what a rule has found, in these parts, and goes on. */
export type Tell = (rule: RuleName, what: string, allowed: string, fix: string) => void;
