import { maskCredentials } from "../values/mask-credentials";
import { Mistake, shown } from "../values/mistake";
import { visibleText } from "../values/visible-text";
import { checkCommand } from "./check/check-command";
import { type Command, type CommandIo, ExitCode } from "./command";
import { compareCommand } from "./compare-command";
import { factsCommand } from "./facts-command";
import { commandHelp, generalHelp } from "./help";
import { pinCommand } from "./pin-command";
import { UsageMistake } from "./usage-mistake";

/** The commands by their names: a new one is a file of its own and a row here. */
const commands: Readonly<Record<string, Command>> = {
  check: checkCommand,
  compare: compareCommand,
  facts: factsCommand,
  pin: pinCommand,
};

/** This module's own package. */
const own = require("../../package.json") as { version: string };

/**
 * Runs `python-container`.
 *
 * @param args what stands after the program's name
 * @returns the exit code
 */
export function main(args: readonly string[], io: CommandIo): ExitCode {
  try {
    return run(args, io);
  } catch (error) {
    if (error instanceof Mistake) {
      io.err(`${visibleText(error.message)}\n`);
      return error instanceof UsageMistake ? ExitCode.USAGE : ExitCode.MISTAKE;
    }
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    io.err(`python-container: an error of this program, not of the project\n${maskCredentials(stack)}\n`);
    return ExitCode.BUG;
  }
}

function run([name, ...rest]: readonly string[], io: CommandIo): ExitCode {
  if (name === "--version") return printed(`${own.version}\n`, io);
  if (name === "--help" || name === "-h") return printed(generalHelp(commands), io);
  if (name === "help") return printed(rest.length === 0 ? generalHelp(commands) : helpOf(rest[0]), io);
  const command = findCommand(name);
  return asksForHelp(rest) ? printed(commandHelp(name, command), io) : command.run(rest, io);
}

function printed(text: string, io: CommandIo): ExitCode {
  io.out(text);
  return ExitCode.DONE;
}

function asksForHelp(args: readonly string[]): boolean {
  const options = args.slice(0, args.includes("--") ? args.indexOf("--") : undefined);
  return options.includes("--help") || options.includes("-h");
}

function helpOf(name: string): string {
  return commandHelp(name, findCommand(name));
}

function findCommand(name: string | undefined): Command {
  if (name !== undefined && Object.hasOwn(commands, name)) return commands[name];
  const kind = name?.startsWith("-") ? "option" : "command";
  const allowed = [...Object.keys(commands), "help", "--help", "--version"].join(", ");
  throw new UsageMistake({
    where: "python-container",
    what: name === undefined ? "no command is given" : `there is no ${kind} ${shown(name)}`,
    allowed: `allowed are ${allowed}`,
  });
}
