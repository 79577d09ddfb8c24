import { debianSuites, defaultDebianSuite } from "../knowledge/debian-suites";
import { PackageManager } from "../pyproject/managers/package-manager";
import type { FactOptions } from "../pyproject/read-facts";
import { Mistake, shown } from "../values/mistake";
import { Platform } from "../values/platform";
import { PythonVersion } from "../values/python-version";
import type { GivenArguments, OptionTable } from "./parse-arguments";
import { UsageMistake } from "./usage-mistake";

const managers: readonly string[] = Object.values(PackageManager);

/** The options that say how a project is read: each stands for an option of the construct. */
export const projectOptions: OptionTable = {
  suite: { value: "<name>", help: `Takes this Debian suite (default: ${defaultDebianSuite})` },
  "package-manager": { value: "<name>", help: `Takes this one: ${managers.join(", ")}` },
  python: { value: "<version>", help: "Takes this Python version, for example 3.12" },
  extras: { value: "<names>", help: "Takes these extras for production, with commas between" },
  groups: { value: "<names>", help: "Takes these groups for production, with commas between" },
};

/** How a project is read. */
export interface ProjectChoice {
  readonly suite: string;
  readonly decided: FactOptions;
}

/**
 * How a project is read, by the options.
 *
 * @param where the command as messages name it
 */
export function projectChoice(values: GivenArguments["values"], where: string): ProjectChoice {
  return {
    suite: oneOf(debianSuites, values.get("suite") ?? defaultDebianSuite, `${where}: --suite`),
    decided: {
      packageManager: packageManagerOf(values.get("package-manager"), `${where}: --package-manager`),
      pythonVersion: parsed(values.get("python"), `${where} --python`, (text) => PythonVersion.of(text)),
      productionExtras: namesIn(values.get("extras")),
      productionGroups: namesIn(values.get("groups")),
    },
  };
}

/**
 * The platforms that are given, with commas between.
 *
 * @param most how many there may be
 */
export function platformsOf(text: string, where: string, most = Number.POSITIVE_INFINITY): Platform[] {
  const names = namesIn(text) ?? [];
  if (names.length > 0 && names.length <= most && names.every((name) => Platform.isOne(name))) {
    return names.map((name) => Platform.of(name));
  }
  const allowed = Platform.names();
  throw new UsageMistake({
    where,
    what: `--platform is ${shown(text)}`,
    allowed: `allowed ${most === 1 ? `is one of ${allowed.join(", ")}` : `are ${allowed.join(", ")}, with commas between`}`,
  });
}

function parsed<T, V extends string | undefined>(text: V, where: string, parse: (text: string) => T) {
  try {
    return (text === undefined ? undefined : parse(text)) as V extends string ? T : T | undefined;
  } catch (error) {
    throw error instanceof Mistake ? new UsageMistake({ where, what: error.message }) : error;
  }
}

function packageManagerOf(name: string | undefined, where: string): PackageManager | undefined {
  return name === undefined ? undefined : (oneOf(managers, name, where) as PackageManager);
}

function oneOf(allowed: readonly string[], name: string, where: string): string {
  if (allowed.includes(name)) return name;
  const [command, option] = where.split(": ");
  throw new UsageMistake({
    where: command,
    what: `${option} is ${shown(name)}`,
    allowed: `allowed are ${allowed.join(", ")}`,
  });
}

function namesIn(text: string | undefined): string[] | undefined {
  return text
    ?.split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
}
