/** A place in what is generated where a text of somebody else's may stand: one row of the table of targets. */
export interface Target {
  /** What is varied, for example `Dockerfile ENV value`. */
  readonly name: string;
  /** Writes the file with the text in it, or throws a mistake. */
  write(text: string): string;
  /** What a reader of the format finds in the file, in data; it throws where the file is not one of the format. */
  read(file: string): unknown;
  /**
   * What may become of the text, besides the text itself.
   *
   * @param text as it was given to `write`
   */
  kept?(text: string): readonly string[];
  /** Whether `read` gives the parts of each file, of which a text may leave some out, and add none. */
  readonly isShape?: boolean;
  /** How many inputs it gets, where 1 is that of every target: less where a file takes long. */
  readonly share?: number;
  /** A text that the place takes, where it takes no token: one that stands nowhere else in the file. */
  readonly example?: string;
  /** Texts that stand before the token and the input, of which the first is taken that is not refused. */
  readonly starts?: readonly string[];
}

/** A text that every place takes, by which the place of the input in the file is found. */
export const TOKEN = "hostile9";

/** The data with another text in the place of one, names of keys included. */
export function withText(data: unknown, from: string, text: string): unknown {
  if (typeof data === "string") return data.split(from).join(text);
  if (Array.isArray(data)) return data.map((each) => withText(each, from, text));
  if (typeof data !== "object" || data === null) return data;
  const entries = Object.entries(data).map(([key, value]) => [key.split(from).join(text), withText(value, from, text)]);
  return Object.fromEntries(entries);
}
