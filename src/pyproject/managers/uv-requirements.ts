import { Mistake, shown } from "../../values/mistake";
import { parseToml } from "../files/parse-toml";
import type { ProjectFolder } from "../files/project-folder";
import type { TomlTable } from "../files/toml-table";
import { normalizedName } from "../requirements/distribution-name";
import type { Requirement } from "../requirements/requirement";
import { joinedMarkers } from "./joined-markers";
import { readUvMembers } from "./uv-members";
import { readUvSources, type UvSource } from "./uv-sources";
import type { UvWorkspace } from "./uv-workspace";

/** Where a requirement stands; neither for a main dependency. Normalised. */
export interface RequirementPlace {
  readonly extra?: string;
  readonly group?: string;
}

/** A requirement with its sources: one for each of several sources, which hold under different markers. */
export type SourcedRequirements = (requirement: Requirement, place?: RequirementPlace) => Requirement[];

/**
 * Applies `[tool.uv.sources]` to requirements: the project's own entry for a dependency, or else that of the workspace's
 * root.
 *
 * @throws where a source names no member of the workspace, or an index that is not declared, and where a member of the
 * workspace is asked for without saying that it is one, all of which uv refuses
 * @see https://docs.astral.sh/uv/concepts/projects/workspaces/#workspace-sources
 */
export function sourcedRequirements(
  file: TomlTable,
  workspace: UvWorkspace,
  folder: ProjectFolder,
): SourcedRequirements {
  const own = readUvSources(file.tableAt("tool", "uv"), "");
  const shared = readUvSources(workspace.file.tableAt("tool", "uv"), workspace.root?.value ?? "");
  const indexes = new Set([...indexNames(file), ...indexNames(workspace.file)]);
  const project = file.table("project")?.text("name")?.value;
  const ownName = project === undefined ? undefined : normalizedName(project);

  const located = (requirement: Requirement, source: UvSource): Requirement[] => {
    const { kind, location, where } = source;
    const marker = joinedMarkers(requirement.marker, source.marker);
    if (kind === "index") {
      if (!indexes.has(location)) throw undeclaredIndex(source, [...indexes]);
      return [];
    }
    if (kind !== "workspace") return [{ ...requirement, marker, specifier: "", url: location }];
    if (location === "") {
      if (!workspace.names.has(requirement.name)) throw noMember(requirement.name, where, [...workspace.names]);
      return [{ ...requirement, marker, isWorkspaceMember: true }];
    }
    return [{ ...requirement, marker, specifier: "", url: memberElsewhere(requirement.name, source, folder) }];
  };

  return (requirement, place = {}) => {
    const stated = own.get(requirement.name) ?? shared.get(requirement.name);
    const isOther = requirement.name !== ownName && workspace.names.has(requirement.name);
    if (isOther && stated === undefined) throw unsaidMember(requirement.name, workspace);
    const holding = stated?.filter(({ extra, group }) => fits(extra, place.extra) && fits(group, place.group)) ?? [];
    const found = holding.flatMap((source) => located(requirement, source));
    const isCovered = holding.some(({ kind, marker }) => kind !== "index" && marker === undefined);
    return isCovered ? found : [...found, requirement];
  };
}

function fits(wanted: string | undefined, given: string | undefined): boolean {
  return wanted === undefined || wanted === given;
}

function indexNames(file: TomlTable): string[] {
  const indexes = file.tableAt("tool", "uv")?.tables("index") ?? [];
  return indexes.map((index) => index.text("name")?.value).filter((name) => name !== undefined);
}

/** The folder of a member of another workspace. */
function memberElsewhere(name: string, { location, where }: UvSource, folder: ProjectFolder): string {
  const text = folder.read(`${location}/pyproject.toml`);
  const file = text === undefined ? undefined : parseToml(text, `${location}/pyproject.toml`);
  const rootName = file?.table("project")?.text("name")?.value;
  if (rootName !== undefined && normalizedName(rootName) === name) return location;
  const members = file === undefined ? [] : readUvMembers(file, location, folder);
  const member = members.find((each) => each.name === name);
  if (member !== undefined) return member.path;
  throw noMember(
    name,
    where,
    members.flatMap((each) => each.name ?? []),
  );
}

function noMember(name: string, where: string, names: readonly string[]): Mistake {
  return new Mistake({
    where,
    what: `takes ${shown(name)} from the workspace, which has no such member`,
    allowed: `in the workspace are ${names.map(shown).join(", ") || "none"}`,
    fix: "add its folder to [tool.uv.workspace].members, or name another source",
  });
}

function unsaidMember(name: string, { file, root }: UvWorkspace): Mistake {
  return new Mistake({
    where: `${file.file} [tool.uv.sources]`,
    what: `has no entry for ${shown(name)}, which is a dependency and ${root ? "another member" : "a member"} of the workspace`,
    allowed: "uv takes no member of the workspace from an index",
    fix: `add ${name} = { workspace = true }`,
  });
}

function undeclaredIndex({ where, location }: UvSource, names: readonly string[]): Mistake {
  return new Mistake({
    where,
    what: `takes it from the index ${shown(location)}, which is not declared`,
    allowed: `the indexes in [[tool.uv.index]] are ${names.map(shown).join(", ") || "none"}`,
    fix: "name one of them, or add that index",
  });
}
