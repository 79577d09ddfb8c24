/** Something that the project says, with the key it was read from. */
export interface Fact<T> {
  readonly value: T;
  /** The file and the key, for example `pyproject.toml [project].requires-python`. */
  readonly source: string;
}

/** A fact. */
export function fact<T>(value: T, source: string): Fact<T> {
  return { value, source };
}

/** The sources of several facts, each once, as one sentence names them. */
export function sourcesOf(facts: readonly Fact<unknown>[]): string {
  return [...new Set(facts.map((each) => each.source))].join(" and ");
}
