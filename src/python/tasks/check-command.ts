import { defaultDebianSuite } from "../../knowledge/debian-suites";
import { normalizedName } from "../../pyproject/requirements/distribution-name";
import type { ContainerPlan } from "../container-plan";

/** The command that fails where the files of the project do not fit each other, as it is without the facts. */
export const CHECK = "npx --no -- python-container check";

/** The same with the options by which this module reads the project. */
export function checkCommand({ facts, options, debianSuite }: ContainerPlan): string {
  const { pythonVersion, productionExtras, productionGroups, platforms } = options;
  const choices: Record<string, string | undefined> = {
    "package-manager": facts.packageManager.value,
    python: pythonVersion,
    suite: debianSuite === defaultDebianSuite ? undefined : debianSuite,
    extras: productionExtras?.map(normalizedName).join(","),
    groups: productionGroups?.map(normalizedName).join(","),
    platform: platforms?.join(","),
  };
  const words = Object.entries(choices).flatMap(([name, value]) => (value ? [`--${name}=${value}`] : []));
  return [CHECK, ...words].join(" ");
}
