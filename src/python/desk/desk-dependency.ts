import type { ProjectFacts } from "../../pyproject/facts";
import { PackageManager } from "../../pyproject/managers/package-manager";
import { type DeskGroups, deskGroups } from "../installers/desk-groups";

const nothing: DeskGroups = { groups: [], extras: [], files: [] };

/** Whether the dev stage has a distribution that pyproject.toml names: for production, or in a group for everyday work. */
export function hasDeskDependency(facts: ProjectFacts, name: string): boolean {
  const { dependencies, extras, groups, packageManager } = facts;
  // These two install no groups by themselves.
  const isAsked = [PackageManager.PIP, PackageManager.HATCH].includes(packageManager.value);
  const desk = isAsked ? deskGroups(facts) : nothing;
  const installed = [
    ...groups.filter(
      ({ value }) =>
        value.isDefault ||
        value.isProduction ||
        desk.groups.includes(value.name) ||
        (isAsked && value.requirementsFiles !== undefined && value.isDevelopment),
    ),
    ...extras.filter(({ value }) => desk.extras.includes(value.name)),
  ];
  const requirements = installed.flatMap(({ value }) => value.requirements);
  return [...dependencies.map(({ value }) => value), ...requirements].some((each) => each.name === name);
}
