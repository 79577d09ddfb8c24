/** Throws the mistake that these parts tell. */
export type Refuse = (what: string, allowed: string, fix: string) => never;
