/** What an interpolation gives where the variable is set, and where it isn't. */
export type VariableForm =
  /** The variable; where it is missing, nothing. */
  | "plain"
  /** The variable; where it is missing, the text. */
  | "fallback"
  /** The variable; where it is missing, compose stops with the text as its message. */
  | "required"
  /** The text where the variable is there; where it is missing, nothing. */
  | "replacement";

/** A text that compose takes as it is. */
export interface LiteralPart {
  readonly kind: "literal";
  readonly text: string;
}

/** A variable that compose looks up when it reads the file. */
export interface VariablePart {
  readonly kind: "variable";
  readonly name: string;
  readonly form: VariableForm;
  /** Whether a variable that is set and empty counts as there. */
  readonly allowEmpty: boolean;
  /** The fallback, the message or the replacement. */
  readonly text: readonly ValuePart[];
}

/** A piece of a value in a compose file. */
export type ValuePart = LiteralPart | VariablePart;
