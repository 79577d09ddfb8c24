import { Mistake, shown } from "../../values/mistake";
import { type Fact, fact } from "../fact";
import type { PackageManagerSign } from "./package-manager-sign";

/** The package manager of a Python project. */
export enum PackageManager {
  /**
   * uv.
   *
   * @see https://docs.astral.sh/uv/
   */
  UV = "uv",
  /**
   * Poetry.
   *
   * @see https://python-poetry.org/
   */
  POETRY = "poetry",
  /**
   * PDM.
   *
   * @see https://pdm-project.org/
   */
  PDM = "pdm",
  /**
   * Hatch.
   *
   * @see https://hatch.pypa.io/
   */
  HATCH = "hatch",
  /**
   * Pip, with requirements files or with what the project itself declares.
   *
   * @see https://pip.pypa.io/
   */
  PIP = "pip",
  /**
   * Pipenv.
   *
   * @see https://pipenv.pypa.io/
   */
  PIPENV = "pipenv",
}

const known: readonly string[] = Object.values(PackageManager);
const byOption = "option packageManager";

/**
 * The package manager: the option decides, or else what the project shows. Where several show, the only lock file decides,
 * unless another manager's table lists dependencies.
 *
 * @param rounds the signs, the strongest together first
 * @param possible the managers that can manage such a project
 * @throws where the signs show two package managers and nothing decides between them, or none
 */
export function choosePackageManager(
  file: string,
  rounds: readonly (readonly PackageManagerSign[])[],
  chosen: PackageManager | undefined,
  possible?: readonly string[],
): Fact<PackageManager> {
  const canManage = (name: string) => possible === undefined || possible.includes(name);
  if (chosen !== undefined) {
    const manager = knownManager(chosen);
    if (!canManage(manager)) throw notPossible(file, manager, possible ?? []);
    return fact(manager, byOption);
  }
  const signs = strongest(rounds.map((round) => round.filter(({ manager }) => canManage(manager))));
  const names = [...new Set(signs.map(({ manager }) => manager))].sort((a, b) => known.indexOf(a) - known.indexOf(b));
  const [name] = names.length === 1 ? names : lockedBy(signs);
  if (name !== undefined) return fact(knownManager(name), textOf(signs, name));
  if (names.length === 0) {
    throw new Mistake({
      where: file,
      what: "shows no package manager: there is neither a lock file, nor a table such as [tool.uv], [project] or [build-system], nor a requirements file",
      fix: "set packageManager, for example to PackageManager.PIP",
    });
  }
  throw new Mistake({
    where: file,
    what: `shows several package managers: ${names.map((each) => `${each} (${textOf(signs, each)})`).join(" and ")}`,
    allowed: "a project has one",
    fix: `set packageManager: ${names.map((each) => `PackageManager.${each.toUpperCase()}`).join(" or ")} (on the command line --package-manager), or remove what is left over of the other`,
  });
}

/**
 * What a synth tells of the signs of managers that were passed over: all of the strongest ones where they decided, and
 * of the others each lock file and each table with dependencies.
 */
export function leftoverNotes(
  rounds: readonly (readonly PackageManagerSign[])[],
  { value, source }: Fact<PackageManager>,
): string[] {
  const decisive = source === byOption ? [] : strongest(rounds);
  const telling = ({ weight }: PackageManagerSign) => weight === "lock" || weight === "dependencies";
  const others = rounds.flat().filter((each) => each.manager !== value && (decisive.includes(each) || telling(each)));
  const reason = source === byOption ? `the option packageManager is ${value}` : `${source} shows ${value}`;
  const fix = source === byOption ? "remove it" : "remove it, or set packageManager to decide otherwise";
  return others.map(({ sign }) => `${sign} is taken for left over, since ${reason}; ${fix}`);
}

function strongest(rounds: readonly (readonly PackageManagerSign[])[]): readonly PackageManagerSign[] {
  return rounds.find((round) => round.length > 0) ?? [];
}

/** The one manager that has a lock file, where the tables of others list no dependencies. */
function lockedBy(signs: readonly PackageManagerSign[]): string[] {
  const sure = signs.filter(({ weight = "lock" }) => weight === "lock" || weight === "dependencies");
  const names = [...new Set(sure.map(({ manager }) => manager))];
  const hasLock = sure.some(({ weight = "lock" }) => weight === "lock");
  return names.length === 1 && hasLock ? names : [];
}

function textOf(signs: readonly PackageManagerSign[], name: string): string {
  return signs
    .filter(({ manager }) => manager === name)
    .map(({ sign }) => sign)
    .join(", ");
}

function notPossible(file: string, manager: PackageManager, possible: readonly string[]): Mistake {
  return new Mistake({
    where: byOption,
    what: `${manager} needs a ${file}, and there is none`,
    allowed: `without one it is ${possible.join(" or ")}`,
    fix: `choose one of these, or write a ${file}`,
  });
}

function knownManager(name: string): PackageManager {
  if (known.includes(name)) return name as PackageManager;
  throw new Mistake({
    where: byOption,
    what: `the package manager ${shown(name)} is not known`,
    allowed: `known are ${known.join(", ")}`,
    fix: "choose one of them",
  });
}
