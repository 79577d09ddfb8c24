import type { Fact } from "../../pyproject/fact";
import { unpinnedTools } from "../../pyproject/managers/pinned-list";
import { originOf, type Requirement } from "../../pyproject/requirements/requirement";
import { allowsLocked } from "../formats/locked-version";
import { pinnedVersion, placeOf, productionFiles } from "../formats/requirements-lists";
import { viaComments } from "../formats/via-comments";
import { groupedBy } from "../grouped-by";
import type { FreshnessCheck, LockContext } from "../lock";
import { compileCommand } from "./compile-command";
import { type CompiledRequirements, compiledRequirements } from "./compiled-requirements";

/**
 * Tells of a requirements file where it surely does not fit: where the file from which pip-compile or uv made it, which
 * its beginning names, asks for what it lacks or for another version, or no more for what it has. Whether it fits only
 * they can tell.
 */
export const requirementsFreshness: FreshnessCheck = (context) => {
  const own = context.facts.name?.value.normalized;
  const listed = productionFiles(context).flatMap(({ requirements }) => requirements);
  const locked = groupedBy(listed, ({ value }) => value.name);
  for (const asked of listsOf(context).flatMap((list) => compiledRequirements(context, list) ?? [])) {
    const others = asked.requirements.filter(({ value }) => value.name !== own);
    const reasons = others.map((each) => misfit(each, locked));
    const reason = reasons.find((each) => each !== undefined) ?? surplus(context, listed, asked);
    if (reason !== undefined) return { isFresh: false, reason };
  }
  return {};
};

/** The command by which the list was made, or the first one of those that it includes. */
export function compileCommandOf(context: LockContext): string {
  const commands = listsOf(context).flatMap((list) => compileCommand(context.folder.read(list) ?? "") ?? []);
  return commands[0]?.text ?? "pip-compile";
}

function listsOf(context: LockContext): string[] {
  return productionFiles(context).flatMap(({ path, includes }) => [path, ...includes.map(({ value }) => value)]);
}

/** What stands in the list for the requirements files alone, while they don't ask for it. */
function surplus(
  { folder }: LockContext,
  listed: readonly Fact<Requirement>[],
  { list, requirements, files, isWhole }: CompiledRequirements,
): string | undefined {
  if (!isWhole || files.length === 0) return undefined;
  const vias = viaComments(folder.read(list) ?? "");
  const names = new Set(requirements.map(({ value }) => value.name));
  const found = listed.find(({ value, source }) => {
    const { path, line } = placeOf(source);
    return path === list && originOf(value) === "index" && !names.has(value.name) && vias.get(line)?.isAskedByFiles;
  });
  return found && `has ${found.value.name}, which ${files.join(" and ")} does not ask for`;
}

function misfit(
  { value, source }: Fact<Requirement>,
  locked: ReadonlyMap<string, readonly Fact<Requirement>[]>,
): string | undefined {
  const { name, specifier, marker } = value;
  if (marker !== undefined || originOf(value) !== "index" || unpinnedTools.has(name)) return undefined;
  const versions = locked.get(name)?.map((each) => pinnedVersion(each.value.specifier));
  if (versions === undefined) return `does not have ${name}, which ${source} asks for`;
  if (versions.some((version) => allowsLocked(specifier, version))) return undefined;
  return `has ${name} ${versions.join(" and ")}, while ${source} asks for ${specifier}`;
}
