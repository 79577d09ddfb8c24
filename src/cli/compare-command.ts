import { resolve } from "node:path";
import type * as Compare from "../compare/compare-project";
import type { Comparison } from "../compare/comparison";
import { projenrcText } from "../compare/projenrc-text";
import { maskCredentials } from "../values/mask-credentials";
import { Mistake } from "../values/mistake";
import { type Command, ExitCode } from "./command";
import { compareJson } from "./compare-json";
import { compareTable } from "./compare-table";
import { type OptionTable, parseArguments } from "./parse-arguments";
import { projectChoice, projectOptions } from "./project-options";
import { readProject } from "./read-project";

const where = "python-container compare";

const options: OptionTable = {
  json: { help: "Prints JSON in place of a table" },
  projenrc: { help: "Prints a projenrc file that has all that can be carried over" },
  dockerfile: { value: "<path>", help: "Compares this Dockerfile (default: compose's, else the usual names)" },
  compose: { value: "<path>", help: "Compares this compose file (default: the names that compose knows)" },
  dockerignore: {
    value: "<path>",
    help: "Compares this ignore file (default: the Dockerfile's or .dockerignore)",
  },
  target: { value: "<stage>", help: "Compares this stage (default: compose's, else the last)" },
  ...projectOptions,
};

/** Shows where hand-written container files differ from what would be generated, and what carries it over. */
export const compareCommand: Command = {
  operands: "[folder]",
  summary: "Compares the container files in a folder with what would be generated",
  options,
  run: (args, io) => {
    const { operands, flags, values } = parseArguments(args, where, options, 1);
    const { suite, decided } = projectChoice(values, where);
    const path = operands[0] ?? ".";
    const { facts, lock } = readProject(io.folder, path, decided);
    // Loading projen takes longer than all that the other commands do.
    const { compareProject } = require("../compare/compare-project") as typeof Compare;
    const comparison = compareProject(resolve(io.folder, path), facts, namesFiles(lock?.path), {
      dockerfile: values.get("dockerfile"),
      compose: values.get("compose"),
      dockerignore: values.get("dockerignore"),
      target: values.get("target"),
      container: {
        packageManager: decided.packageManager,
        pythonVersion: decided.pythonVersion?.toString(),
        productionExtras: decided.productionExtras && [...decided.productionExtras],
        productionGroups: decided.productionGroups && [...decided.productionGroups],
        ...(values.has("suite") ? { debianSuite: suite } : {}),
      },
    });
    if (comparison.files.length === 0) throw nothingToCompare(path);
    if (flags.has("json")) io.out(compareJson(comparison));
    else io.out(flags.has("projenrc") ? maskedProjenrc(comparison) : compareTable(comparison));
    return comparison.files.some(({ problem }) => problem !== undefined) ? ExitCode.MISTAKE : ExitCode.DONE;
  },
};

/** The projenrc file, without credentials. */
function maskedProjenrc(comparison: Comparison): string {
  const text = projenrcText(comparison);
  const masked = maskCredentials(text);
  return !masked.includes("***")
    ? text
    : `// *** stands for credentials of your files: give them by variables.\n${masked}`;
}

/** A lock file that names the files of each package, so that it tells what has a wheel. */
function namesFiles(path: string | undefined): string | undefined {
  return path !== undefined && /(?:^|\/)Pipfile\.lock$|\.txt$/.test(path) ? undefined : path;
}

function nothingToCompare(path: string): Mistake {
  return new Mistake({
    where: path,
    what: "there is no Dockerfile, no compose file and no .dockerignore to compare",
    fix: "name them with --dockerfile, --compose and --dockerignore",
  });
}
