import type { Finding } from "../findings/finding";
import { isDevelopmentTool } from "../knowledge/development-tools";
import type { LockedDistribution } from "../lock/locked-distributions";
import type { Fact } from "../pyproject/fact";
import type { ProjectFacts } from "../pyproject/facts";
import { normalizedName } from "../pyproject/requirements/distribution-name";
import type { Requirement } from "../pyproject/requirements/requirement";
import { shown } from "../values/mistake";

/**
 * Tools for development that production installs: groups and extras of them, and single ones among the dependencies.
 *
 * @param locked what a lock file has for production: a list of pinned versions names what others bring, too
 */
export function* developmentDependencyFindings(
  facts: ProjectFacts,
  locked: readonly LockedDistribution[] = [],
): Iterable<Finding> {
  const groups = facts.groups.filter(({ value }) => value.isProduction && value.isDevelopment);
  for (const { value, source } of groups) yield selected("group", value.name, source);
  const asked = facts.productionExtras.map(({ value }) => normalizedName(value));
  const extras = facts.extras.filter(({ value }) => value.isDevelopment && asked.includes(normalizedName(value.name)));
  for (const { value, source } of extras) yield selected("extra", value.name, source);
  // What is such a tool itself, or adds to one, needs it to run.
  if (facts.name !== undefined && isDevelopmentTool(facts.name.value.normalized)) return;
  const brought = new Set(locked.filter(({ chain }) => chain.length > 1).map((each) => each.package.name));
  const tools = facts.dependencies.filter(({ value: { name } }) => isDevelopmentTool(name) && !brought.has(name));
  if (tools.length > 0) yield among(tools);
}

function selected(what: string, name: string, source: string): Finding {
  return {
    rule: "DevelopmentDependency",
    where: source,
    what: `production installs the ${what} ${shown(name)}, which is one of tools for development`,
    allowed: "they make the image larger, and are one more thing to keep free of holes",
    fix: `leave it out of ${what === "group" ? "productionGroups" : "productionExtras"}`,
  };
}

function among(tools: readonly Fact<Requirement>[]): Finding {
  const names = tools.map(({ value }) => shown(value.name)).join(", ");
  return {
    rule: "DevelopmentDependency",
    where: tools[0].source,
    what: `production installs ${names}, ${tools.length === 1 ? "a tool" : "tools"} for development`,
    allowed: "they make the image larger, and are one more thing to keep free of holes",
    fix: "move them to a dependency group such as dev, where the program does not import them",
  };
}
