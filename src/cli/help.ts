import { type Command, ExitCode } from "./command";
import { type OptionTable, optionText, withHelp } from "./parse-arguments";

/** The help of the program. */
export function generalHelp(commands: Readonly<Record<string, Command>>): string {
  const rows = Object.entries(commands).map(([name, { operands, summary }]) => [`${name} ${operands}`.trim(), summary]);
  return text([
    "Tells what a container needs to know of a Python project.",
    "",
    "Usage: python-container <command> [options]",
    "",
    "Commands:",
    ...columns([...rows, ["help [command]", "Prints the help of a command"]]),
    "",
    "Options:",
    ...columns([
      ["--help", "Prints this help"],
      ["--version", "Prints the version"],
    ]),
    "",
    "Exit codes:",
    ...columns([
      [`${ExitCode.DONE}`, "Done"],
      [`${ExitCode.MISTAKE}`, "A mistake in the project"],
      [`${ExitCode.USAGE}`, "A mistake in the command line"],
      [`${ExitCode.BUG}`, "An error of this program"],
    ]),
  ]);
}

/** The help of one command. */
export function commandHelp(name: string, { operands, summary, options }: Command): string {
  return text([
    `${summary}.`,
    "",
    `Usage: python-container ${`${name} ${operands}`.trim()} [options]`,
    "",
    "Options:",
    ...columns(optionRows(withHelp(options))),
  ]);
}

function optionRows(options: OptionTable): string[][] {
  return Object.entries(options).map(([name, option]) => [optionText(name, option), option.help]);
}

function columns(rows: readonly string[][]): string[] {
  const width = Math.max(...rows.map(([first]) => first.length));
  return rows.map(([first, second]) => `  ${first.padEnd(width)}  ${second}`);
}

function text(lines: readonly string[]): string {
  return `${lines.join("\n")}\n`;
}
