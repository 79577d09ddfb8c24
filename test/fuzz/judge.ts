import { isDeepStrictEqual } from "node:util";
import { Mistake } from "../../src/values/mistake";
import { type Target, TOKEN, withText } from "./target";

/** What became of an input. */
export enum Outcome {
  /** The file gives it back. */
  KEPT = "kept",
  /** A mistake says what is wrong with it. */
  REFUSED = "refused",
  /** The file says something else than it would with another text in that place. */
  INJECTED = "injected",
  /** The file is none, or what was thrown is not for people to read. */
  UNPARSABLE = "unparsable",
  /** It is one of a closed set, so that no harmless text is known with which to compare the file. */
  CLOSED = "closed",
}

export interface Judgement {
  readonly outcome: Outcome;
  /** Why it is no good one. */
  readonly reason?: string;
}

/** A target with what its file says with a harmless text in the input's place. */
export class Judge {
  /** What stands before an input. */
  private readonly start: string = "";
  private readonly token: string = "";
  private readonly expected: unknown;
  /** Why the file can't be read with a harmless text in it. */
  private readonly flaw?: string;

  constructor(private readonly target: Target) {
    const { starts = [""], example = "" } = target;
    const tokens = [...starts.map((start) => [start, start + TOKEN]), ...(example.length > 3 ? [["", example]] : [])];
    for (const [start, token] of tokens) {
      const written = attempt(() => target.write(token));
      if (!("text" in written)) continue;
      let expected: unknown;
      try {
        expected = target.read(written.text);
      } catch (error) {
        this.flaw = `with the harmless text ${token}: ${String(error)}`;
        return;
      }
      // An example that stands elsewhere too tells nothing.
      if (!token.endsWith(TOKEN) && JSON.stringify(expected).split(token).length !== 2) continue;
      [this.start, this.token, this.expected] = [start, token, expected];
      return;
    }
  }

  public judge(input: string): Judgement {
    if (this.flaw !== undefined) return { outcome: Outcome.UNPARSABLE, reason: this.flaw };
    const text = this.start + input;
    const written = attempt(() => this.target.write(text));
    if ("error" in written) return judgedError(written.error);
    try {
      const found = this.target.read(written.text);
      if (this.token === "") return { outcome: Outcome.CLOSED };
      const kept = [text, ...(this.target.kept?.(text) ?? [])];
      const wanted = kept.map((each) => withText(this.expected, this.token, each));
      const isSame = this.target.isShape ? isPart : isDeepStrictEqual;
      if (wanted.some((each) => isSame(found, each))) return { outcome: Outcome.KEPT };
      const more = this.target.isShape ? furtherParts(found, wanted[0]) : found;
      return { outcome: Outcome.INJECTED, reason: `the file says ${JSON.stringify(more)}` };
    } catch (error) {
      return { outcome: Outcome.UNPARSABLE, reason: String(error) };
    }
  }
}

function isPart(found: unknown, wanted: unknown): boolean {
  return Object.keys(furtherParts(found, wanted)).length === 0;
}

/** The parts of each file that it would not have with a harmless text. */
function furtherParts(found: unknown, wanted: unknown): object {
  const all = new Map(Object.entries(Object(wanted)));
  const further = Object.entries(Object(found)).map(([path, parts]) => {
    const known = new Set([all.get(path)].flat());
    return [path, [parts].flat().filter((part) => !known.has(part))] as const;
  });
  return Object.fromEntries(further.filter(([, parts]) => parts.length > 0));
}

function attempt(write: () => string): { readonly text: string } | { readonly error: unknown } {
  try {
    return { text: write() };
  } catch (error) {
    return { error };
  }
}

/** The sentence of a mistake is one line that shows all of its characters, however long the text is that it quotes. */
function judgedError(error: unknown): Judgement {
  if (!(error instanceof Mistake)) {
    return { outcome: Outcome.UNPARSABLE, reason: `thrown: ${error instanceof Error ? error.stack : String(error)}` };
  }
  const { message: sentence } = new Mistake({ ...error.parts, below: undefined });
  const lines = [sentence, ...error.message.split("\n")];
  const isUnclear = lines.some((line) => /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(line) || line.length > 3000);
  if (isUnclear || !/: ./.test(sentence)) {
    return { outcome: Outcome.UNPARSABLE, reason: `the message is unclear: ${JSON.stringify(error.message)}` };
  }
  return { outcome: Outcome.REFUSED };
}
