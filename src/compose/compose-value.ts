import { Mistake, shown } from "../values/mistake";
import { SOUND_TEXT, textFlaw } from "../values/text-flaw";
import { checkInBraces } from "./properties/in-braces";
import type { ValuePart, VariableForm } from "./properties/value-part";
import { renderParts } from "./render/render-value";

/** Options for a variable in a compose value. */
export interface ComposeVariableOptions {
  /**
   * Whether a variable that is set and empty counts as there: `${NAME-text}` instead of `${NAME:-text}`.
   *
   * @default false
   */
  readonly allowEmpty?: boolean;
}

/**
 * A text in a compose file: a literal, a variable that compose looks up when it reads the file, or a mix of both.
 *
 * Wherever a property takes `string | ComposeValue`, a string is a literal: a `$` in it stays a `$`.
 *
 * @see https://github.com/compose-spec/compose-spec/blob/main/12-interpolation.md
 */
export class ComposeValue {
  /**
   * A text that compose takes as it is; `$` has no meaning in it.
   *
   * @throws where it is no text, or has a NUL character or half of a surrogate pair
   */
  public static literal(text: string): ComposeValue {
    if (typeof text !== "string") {
      throw new Mistake({
        where: "compose value",
        what: `${shown(text)} is no text`,
        allowed: "a value is a string or a ComposeValue",
        fix: `write ${shown(String(text))}`,
      });
    }
    const flaw = textFlaw(text);
    if (flaw !== undefined) {
      throw new Mistake({ where: "compose value", what: `${shown(text)} has ${flaw}`, ...SOUND_TEXT });
    }
    return new ComposeValue(text === "" ? [] : [{ kind: "literal", text }]);
  }

  /**
   * A variable, with a fallback for where it is missing: `${NAME:-fallback}`, or `${NAME}` without one.
   *
   * @param name letters, digits and `_`, not a digit first
   * @param fallback the text, or another value, that stands in for it
   * @throws where the name is none, or the fallback has line breaks or single braces, which compose can't read there
   */
  public static variable(
    name: string,
    fallback?: string | ComposeValue,
    options: ComposeVariableOptions = {},
  ): ComposeValue {
    return fallback === undefined
      ? ComposeValue.ofVariable(name, "plain", "", options)
      : ComposeValue.ofVariable(name, "fallback", fallback, options);
  }

  /**
   * A variable without which compose stops: `${NAME:?message}`.
   *
   * @param name letters, digits and `_`, not a digit first
   * @param message what compose says after the variable's name
   * @throws where the name is none, or the message has line breaks or single braces, which compose can't read there
   */
  public static required(name: string, message: string = "", options: ComposeVariableOptions = {}): ComposeValue {
    return ComposeValue.ofVariable(name, "required", message, options);
  }

  /**
   * A text that stands only where the variable is there: `${NAME:+text}`.
   *
   * @param name letters, digits and `_`, not a digit first
   * @param text what stands there instead of the variable's own value
   * @throws where the name is none, or the text has line breaks or single braces, which compose can't read there
   */
  public static whenSet(name: string, text: string | ComposeValue, options: ComposeVariableOptions = {}): ComposeValue {
    return ComposeValue.ofVariable(name, "replacement", text, options);
  }

  /**
   * Several values as one: `join(ComposeValue.variable("REGISTRY"), "/orders:", ComposeValue.variable("TAG", "latest"))`.
   *
   * @param parts literals and values, in their order
   * @throws where a part is neither
   */
  public static join(...parts: (string | ComposeValue)[]): ComposeValue {
    const joined: ValuePart[] = [];
    for (const part of parts.flatMap((each) => ComposeValue._of(each).parts)) {
      const last = joined.at(-1);
      // One literal is one part, however it was put together: values that read the same are equal.
      if (last?.kind === "literal" && part.kind === "literal") {
        joined.splice(-1, 1, { kind: "literal", text: last.text + part.text });
      } else joined.push(part);
    }
    return new ComposeValue(joined);
  }

  /**
   * The value that a property was given.
   *
   * @internal
   */
  public static _of(value: string | ComposeValue): ComposeValue {
    return value instanceof ComposeValue ? value : ComposeValue.literal(value);
  }

  private static ofVariable(
    name: string,
    form: VariableForm,
    text: string | ComposeValue,
    options: ComposeVariableOptions,
  ): ComposeValue {
    if (typeof name !== "string" || !/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) {
      throw new Mistake({
        where: "compose value",
        what: `${shown(name)} is no name of a variable`,
        allowed: "a name has letters, digits and _, and no digit first",
        fix: 'write it without "$" and braces, for example "LOG_LEVEL"',
      });
    }
    const inner = ComposeValue._of(text).parts;
    for (const part of inner) if (part.kind === "literal") checkInBraces(name, part.text);
    return new ComposeValue([{ kind: "variable", name, form, allowEmpty: options.allowEmpty ?? false, text: inner }]);
  }

  private constructor(private readonly parts: readonly ValuePart[]) {}

  /**
   * The value's text where it holds no variable, else undefined.
   *
   * @internal
   */
  public _literalText(): string | undefined {
    if (this.parts.length === 0) return "";
    return this.parts.length === 1 && this.parts[0].kind === "literal" ? this.parts[0].text : undefined;
  }

  /** The value as compose reads it, escaped; it makes a value usable in `addOverride` of the file. */
  public toJSON(): string {
    return renderParts(this.parts);
  }

  /**
   * Always throws: in a template string the value would turn into a literal, its variables escaped.
   *
   * @throws always; `ComposeValue.join` puts texts and values together
   */
  public toString(): string {
    throw new Mistake({
      where: "compose value",
      what: `${shown(this)} was put into a string`,
      fix: "put texts and values together by ComposeValue.join(…)",
    });
  }
}
