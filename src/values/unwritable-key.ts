/** What JavaScript, and projen with it, takes for a part of the object in place of a key of it. */
const TAKEN = new Set(["__proto__", "constructor", "toJSON"]);

/** Whether an object with the key would lose it on its way into a file. */
export function isUnwritableKey(key: string): boolean {
  return TAKEN.has(key);
}

/** A key of the value, at any depth, that would be lost on the way into a file; undefined where all are kept. */
export function unwritableKey(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  for (const [key, item] of Object.entries(value)) {
    const found = isUnwritableKey(key) && !Array.isArray(value) ? key : unwritableKey(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What goes with a key of that kind in a mistake. */
export const WRITABLE_KEY = {
  allowed: "a name is none of __proto__, constructor and toJSON, which JavaScript takes for its own",
  fix: "rename it",
} as const;
