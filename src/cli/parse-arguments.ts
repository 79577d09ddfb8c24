import { parseArgs } from "node:util";
import { shown } from "../values/mistake";
import { UsageMistake } from "./usage-mistake";

/** An option of a command. */
export interface Option {
  /** What stands for its value in the help, for example `<name>`; undefined where it takes none. */
  readonly value?: string;
  /** What it does, in one line. */
  readonly help: string;
}

/** The options of a command by their names, without the hyphens. */
export type OptionTable = Readonly<Record<string, Option>>;

/** What was given to a command. */
export interface GivenArguments {
  readonly operands: readonly string[];
  /** The names of the options that take no value. */
  readonly flags: ReadonlySet<string>;
  /** The values of the other options; of one given twice the last. */
  readonly values: ReadonlyMap<string, string>;
}

/** Every command has it. */
const help: Option = { help: "Prints this help" };

/** The options of a command, with the one that every command has. */
export function withHelp(options: OptionTable): OptionTable {
  return { ...options, help };
}

/**
 * Parses the arguments of a command.
 *
 * @param where the command as messages name it
 * @param most how many operands it takes at most
 * @throws where there is no such option, a value is missing or too much, or there are too many operands
 */
export function parseArguments(
  args: readonly string[],
  where: string,
  options: OptionTable,
  most: number,
): GivenArguments {
  const known = withHelp(options);
  const types = Object.entries(known).map(
    ([name, { value }]) => [name, { type: value ? "string" : "boolean" }] as const,
  );
  // Not strict: a mistake is told in the words of this module, with all that is allowed.
  const { tokens, positionals } = parseArgs({
    args: args.map((arg) => (arg === "-h" ? "--help" : arg)),
    options: Object.fromEntries(types),
    strict: false,
    tokens: true,
  });
  const flags = new Set<string>();
  const values = new Map<string, string>();
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const option = Object.hasOwn(known, token.name) ? known[token.name] : undefined;
    if (option === undefined) throw unknownOption(token.rawName, where, known);
    if (option.value === undefined) {
      if (token.value !== undefined)
        throw wrongValue(where, `${token.rawName} takes no value`, `write ${token.rawName}`);
      flags.add(token.name);
    } else {
      const isMissing = token.value === undefined || (!token.inlineValue && token.value.startsWith("-"));
      if (isMissing) {
        throw wrongValue(where, `${token.rawName} has no value`, `write ${token.rawName} ${option.value}`);
      }
      values.set(token.name, token.value ?? "");
    }
  }
  if (positionals.length > most) throw tooMany(positionals, where, most);
  return { operands: positionals, flags, values };
}

/** An option as the help and messages show it. */
export function optionText(name: string, { value }: Option): string {
  return value === undefined ? `--${name}` : `--${name} ${value}`;
}

function unknownOption(given: string, where: string, options: OptionTable): UsageMistake {
  const allowed = Object.entries(options).map(([name, option]) => optionText(name, option));
  return new UsageMistake({ where, what: `there is no option ${given}`, allowed: `allowed are ${allowed.join(", ")}` });
}

function wrongValue(where: string, what: string, fix: string): UsageMistake {
  return new UsageMistake({ where, what, fix });
}

function tooMany(given: readonly string[], where: string, most: number): UsageMistake {
  return new UsageMistake({
    where,
    what: `${shown(given[most])} is too much`,
    allowed:
      most === 0 ? "it takes options alone" : `it takes at most ${most === 1 ? "one folder" : `${most} operands`}`,
  });
}
