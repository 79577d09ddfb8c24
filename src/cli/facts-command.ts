import { debianSuites, defaultDebianSuite } from "../knowledge/debian-suites";
import { PackageManager } from "../pyproject/managers/package-manager";
import type { FactOptions } from "../pyproject/read-facts";
import { Mistake, shown } from "../values/mistake";
import { PythonVersion } from "../values/python-version";
import { type Command, ExitCode } from "./command";
import { factsJson } from "./facts-json";
import { factsTable } from "./facts-table";
import { type OptionTable, parseArguments } from "./parse-arguments";
import { readProject } from "./read-project";
import { UsageMistake } from "./usage-mistake";

const where = "python-container facts";
const managers: readonly string[] = Object.values(PackageManager);

const options: OptionTable = {
  json: { help: "Prints JSON in place of a table" },
  suite: {
    value: "<name>",
    help: `Names system packages for this Debian suite (default: ${defaultDebianSuite})`,
  },
  "package-manager": { value: "<name>", help: `Takes this one: ${managers.join(", ")}` },
  python: { value: "<version>", help: "Takes this Python version, for example 3.12" },
};

/** Prints what is known of a project, each fact with the file and the key that it came from. */
export const factsCommand: Command = {
  operands: "[folder]",
  summary: "Prints what is known of the Python project in a folder, by default in this one",
  options,
  run: (args, io) => {
    const { operands, flags, values } = parseArguments(args, where, options, 1);
    const suite = suiteOf(values.get("suite") ?? defaultDebianSuite);
    const decided: FactOptions = {
      packageManager: packageManagerOf(values.get("package-manager")),
      pythonVersion: pythonVersionOf(values.get("python")),
    };
    const { facts, local } = readProject(io.folder, operands[0] ?? ".", decided);
    const printed = factsJson(facts, suite, local);
    io.out(flags.has("json") ? `${JSON.stringify(printed, undefined, 2)}\n` : factsTable(printed));
    return ExitCode.DONE;
  },
};

function suiteOf(suite: string): string {
  if (debianSuites.includes(suite)) return suite;
  throw new UsageMistake({
    where,
    what: `--suite is ${shown(suite)}`,
    allowed: `allowed are ${debianSuites.join(", ")}`,
  });
}

function packageManagerOf(name: string | undefined): PackageManager | undefined {
  if (name === undefined || managers.includes(name)) return name as PackageManager | undefined;
  throw new UsageMistake({
    where,
    what: `--package-manager is ${shown(name)}`,
    allowed: `allowed are ${managers.join(", ")}`,
  });
}

function pythonVersionOf(text: string | undefined): PythonVersion | undefined {
  try {
    return text === undefined ? undefined : PythonVersion.of(text);
  } catch (error) {
    throw error instanceof Mistake ? new UsageMistake({ where: `${where} --python`, what: error.message }) : error;
  }
}
