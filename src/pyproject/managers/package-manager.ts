import { Mistake, shown } from "../../values/mistake";
import { type Fact, fact } from "../fact";
import type { PackageManagerSign } from "./package-manager-signs";

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
}

const supported: readonly string[] = Object.values(PackageManager);
const option = "set packageManager: PackageManager.UV or PackageManager.POETRY";

/**
 * The package manager: the option decides, or else what the project shows.
 *
 * @param rounds the signs, the strongest together first
 * @throws where the signs show two package managers, none, or one that is not supported
 */
export function choosePackageManager(
  file: string,
  rounds: readonly (readonly PackageManagerSign[])[],
  chosen: PackageManager | undefined,
): Fact<PackageManager> {
  if (chosen !== undefined)
    return fact(supportedManager(chosen, "option packageManager", shown(chosen)), "option packageManager");
  const signs = rounds.find((round) => round.length > 0) ?? [];
  const names = [...new Set(signs.map(({ manager }) => manager))];
  if (names.length === 0) {
    throw new Mistake({
      where: file,
      what: "shows no package manager: there is neither a lock file nor a table such as [tool.uv] or [tool.poetry]",
      allowed: `supported are ${supported.join(" and ")}`,
      fix: option,
    });
  }
  const seen = (name: string) => signs.filter(({ manager }) => manager === name).map(({ sign }) => sign);
  if (names.length > 1) {
    throw new Mistake({
      where: file,
      what: `shows several package managers: ${names.map((name) => `${name} (${seen(name).join(", ")})`).join(" and ")}`,
      allowed: "a project has one",
      fix: `${option}, or remove what is left over of the other`,
    });
  }
  const source = seen(names[0]).join(", ");
  return fact(supportedManager(names[0], file, `${names[0]} (${source})`), source);
}

function supportedManager(name: string, where: string, seen: string): PackageManager {
  if (supported.includes(name)) return name as PackageManager;
  throw new Mistake({
    where,
    what: `the package manager ${seen} is not supported here yet`,
    allowed: `supported are ${supported.join(" and ")}`,
    fix: `${option} and give the project that manager's lock file`,
  });
}
