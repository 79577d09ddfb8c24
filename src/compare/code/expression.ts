/**
 * A piece of TypeScript as data, so that one description is printed for people to paste and is tried out in memory.
 *
 * Plain texts, numbers, lists and objects stand for themselves.
 */
export type Expression =
  | string
  | number
  | boolean
  | readonly Expression[]
  | { readonly [property: string]: Expression }
  | Name
  | Member
  | Call;

/** A variable such as `dockerfile`, or a class of this module. */
export class Name {
  constructor(public readonly text: string) {}
}

/** A property of something: `DependencyCondition.HEALTHY`. */
export class Member {
  constructor(
    public readonly owner: Expression,
    public readonly name: string,
  ) {}
}

/** A call of a method: `dockerfile.findStage("app")`. */
export class Call {
  constructor(
    public readonly owner: Expression,
    public readonly method: string,
    public readonly args: readonly Expression[],
  ) {}

  /** The call of a method of what this one gives. */
  public calling(method: string, ...args: Expression[]): Call {
    return new Call(this, method, args);
  }
}

/** The call of a method of a variable or of a class. */
export function call(owner: string, method: string, ...args: Expression[]): Call {
  return new Call(new Name(owner), method, args);
}

/** A property of a class. */
export function member(owner: string, name: string): Member {
  return new Member(new Name(owner), name);
}

/** The names of the variables and classes in a piece, each once. */
export function namesIn(expression: Expression): Set<string> {
  if (expression instanceof Name) return new Set([expression.text]);
  if (expression instanceof Member) return namesIn(expression.owner);
  const parts = expression instanceof Call ? [expression.owner, ...expression.args] : partsOf(expression);
  return new Set(parts.flatMap((part) => [...namesIn(part)]));
}

function partsOf(expression: Expression): readonly Expression[] {
  return typeof expression === "object" ? Object.values(expression) : [];
}
