import { Mistake, shown } from "../values/mistake";
import { textFlaw } from "../values/text-flaw";

/** A run of plain text, or a reference to a variable. */
export type WordPart = { readonly text: string } | { readonly variable: string; readonly fallback?: string };

/** The rule for names of ARG and ENV: what a POSIX shell can reference. */
export const VARIABLE_NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

/**
 * A word of an instruction that holds references to ARG or ENV variables.
 *
 * Everywhere a plain string is taken literally, dollar signs too; a reference is made by this class, so that quoting
 * and the renewal of global ARGs need no guess.
 *
 * @see https://docs.docker.com/reference/dockerfile/#environment-replacement
 */
export class DockerfileWord {
  /**
   * The value of an ARG or ENV variable.
   *
   * @param name the variable's name, without a dollar sign
   * @param fallback what stands for it where it is unset or empty
   * @throws where the name has other characters than letters, digits and underscores, or the fallback has characters that
   * end it or mean something in it
   */
  public static variable(name: string, fallback?: string): DockerfileWord {
    if (!VARIABLE_NAME.test(name)) {
      throw new Mistake({
        where: "Dockerfile",
        what: `${shown(name)} is no name of a variable`,
        allowed: "a name has letters, digits and underscores and does not start with a digit",
        fix: "give the name without a dollar sign or braces",
      });
    }
    if (fallback !== undefined && (/["'`$\\{}\r\n]/.test(fallback) || textFlaw(fallback) !== undefined)) {
      throw new Mistake({
        where: "Dockerfile",
        what: `the fallback ${shown(fallback)} of the variable ${name} can't be written`,
        allowed: "it has no quotes, dollar signs, backslashes, backticks, braces, line breaks or NUL characters",
        fix: "give it as the default of an ARG",
      });
    }
    return new DockerfileWord([{ variable: name, fallback }]);
  }

  /**
   * Text and references in one word, for example `DockerfileWord.join("pipx==", pipxVersion)`.
   *
   * @param parts strings are literal text
   */
  public static join(...parts: (string | DockerfileWord)[]): DockerfileWord {
    return new DockerfileWord(parts.flatMap((part) => wordParts(part)));
  }

  /** @internal */
  public readonly _parts: WordPart[];

  private constructor(parts: WordPart[]) {
    this._parts = parts;
  }
}

/** A word as it is given: literal text, or text with references. */
export type Word = string | DockerfileWord;

/** The parts of a word. */
export function wordParts(word: Word): WordPart[] {
  return typeof word === "string" ? [{ text: word }] : word._parts;
}

/** The texts of a word: those that stand for themselves, and those that stand where a variable is unset. */
export function wordTexts(word: Word): string[] {
  return wordParts(word).flatMap((part) => ("text" in part ? [part.text] : (part.fallback ?? [])));
}

/** The text of a word where its variables have these values; undefined where one has none. */
export function expandWord(word: Word, values: ReadonlyMap<string, string | undefined>): string | undefined {
  const texts = wordParts(word).map((part) =>
    "text" in part ? part.text : values.get(part.variable) || (part.fallback ?? values.get(part.variable)),
  );
  return texts.includes(undefined) ? undefined : texts.join("");
}
