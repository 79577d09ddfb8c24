import { Mistake, shown } from "../values/mistake";
import { parseBakeText } from "./parse-text";
import { renderTemplate, type TemplatePart } from "./render-template";

/**
 * A text of a bake file in which variables of the file may stand.
 *
 * A plain string is a literal: a `${` in it is no variable.
 */
export class BakeValue {
  /**
   * A value of several parts, one after the other.
   *
   * @param parts texts as they are, and variables, which `addVariable` of the file gives
   * @throws where there is none, or bake would not give a text back
   */
  public static join(...parts: (string | BakeValue)[]): BakeValue {
    const where = "BakeValue.join";
    if (parts.length === 0) throw new Mistake({ where, what: "there is no part", fix: "give at least one" });
    const joined: TemplatePart[] = [];
    for (const part of parts.flatMap((each) => BakeValue._of(each, where).parts)) {
      const before = joined.at(-1);
      // Side by side two texts may read as something else than apart.
      if (before?.kind !== "literal" || part.kind !== "literal") joined.push(part);
      else joined.splice(-1, 1, { kind: "literal", text: parseBakeText(before.text + part.text, where) });
    }
    return new BakeValue(joined);
  }

  /** @internal */
  public static _of(value: string | BakeValue, where: string): BakeValue {
    if (value instanceof BakeValue) return value;
    if (typeof value !== "string") {
      throw new Mistake({ where, what: `${shown(value)} is no text`, fix: "give a string or a BakeValue" });
    }
    return new BakeValue([{ kind: "literal", text: parseBakeText(value, where) }]);
  }

  /** @internal */
  public static _variable(name: string): BakeValue {
    return new BakeValue([{ kind: "variable", name }]);
  }

  private constructor(private readonly parts: readonly TemplatePart[]) {}

  /**
   * Whether it is an empty text.
   *
   * @internal
   */
  public get _isEmpty(): boolean {
    return this.parts.every((part) => part.kind === "literal" && part.text === "");
  }

  /** The value as it is written in the file. */
  public toJSON(): string {
    return renderTemplate(this.parts);
  }
}
