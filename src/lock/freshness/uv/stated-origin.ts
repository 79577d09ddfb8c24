import { posix } from "node:path";
import { parseToml } from "../../../pyproject/files/parse-toml";
import type { ProjectFolder } from "../../../pyproject/files/project-folder";
import { normalizedName } from "../../../pyproject/requirements/distribution-name";
import { originOf as kindOfRequirement, type Requirement } from "../../../pyproject/requirements/requirement";
import { Mistake } from "../../../values/mistake";
import { isPackage, placeOf, projectName, type UvProject, type UvProjects } from "./uv-projects";
import type { RequirementOrigin } from "./uv-requirement";

type Entry = Readonly<Record<string, unknown>>;

/** Where a requirement comes from by itself. */
export function plainOrigin(requirement: Requirement, base: string, folder: ProjectFolder): RequirementOrigin {
  const { url = "" } = requirement;
  const kind = kindOfRequirement(requirement);
  if (kind === "index" || kind === "workspace") return {};
  const [address, fragment = ""] = url.split("#", 2);
  const subdirectory = /(?:^|&)subdirectory=([^&]*)/.exec(fragment)?.[1];
  if (kind === "url") return { url: address, subdirectory };
  if (kind === "path") return folderOrigin({}, address.replace(/^file:(?:\/\/)?/, ""), base, folder);
  // An @ before the path is that of a user.
  const [, repository = "", revision] = /^git\+(\w+:\/\/[^/]*\/.*?)(?:@([^@/:]+(?:\/[^@:]+)*))?$/.exec(address) ?? [];
  return { git: withQuery(repository, { subdirectory, rev: revision }) };
}

/** Where a requirement comes from by an entry of `[tool.uv.sources]`. */
export function sourceOrigin(
  entry: Entry,
  { name }: Requirement,
  project: UvProject,
  workspace: UvProjects,
  base: string,
  folder: ProjectFolder,
): RequirementOrigin {
  const text = (key: string) => textOf(entry[key]);
  if (entry.git !== undefined) {
    const asked = ["subdirectory", "path", "rev", "tag", "branch"].map((key) => [key, text(key)]);
    return {
      git: withQuery(text("git") ?? "", { ...Object.fromEntries(asked), lfs: entry.lfs === true ? "true" : undefined }),
    };
  }
  if (entry.url !== undefined) return { url: text("url"), subdirectory: text("subdirectory") };
  if (entry.path !== undefined) return folderOrigin(entry, text("path") ?? "", base, folder);
  if (entry.index !== undefined) {
    const indexes = [project, workspace.root].flatMap(({ file }) => file.tableAt("tool", "uv")?.tables("index") ?? []);
    const index = indexes.find((each) => each.text("name")?.value === entry.index)?.text("url")?.value;
    // One of another settings file, or a folder.
    if (index === undefined || !/^https?:/.test(index)) throw unknownOrigin(name, project);
    const only = text("extra") ?? text("group");
    const conflict = projectName(project.file) === undefined || only === undefined ? undefined : normalizedName(only);
    return { index, conflict };
  }
  const member = workspace.projects.get(name);
  if (entry.workspace !== true || member === undefined) throw unknownOrigin(name, project);
  if (!isPackage(member.file, true)) return { virtual: member.path };
  return workspace.required.get(name) === false ? { directory: member.path } : { editable: member.path };
}

function folderOrigin(entry: Entry, path: string, base: string, folder: ProjectFolder): RequirementOrigin {
  const place = placeOf(folder, posix.join(base, path));
  const isFolder = folder.list(place === "." ? "" : place).length > 0;
  if (!isFolder && (folder.exists(place) || posix.extname(place) !== "")) return { path };
  if (entry.editable === true) return { editable: path };
  if (typeof entry.package === "boolean") return entry.package ? { directory: path } : { virtual: path };
  const file = posix.join(place, "pyproject.toml");
  const stated = folder.read(file);
  const isBuilt = stated === undefined || isPackage(parseToml(stated, file), true);
  return isBuilt ? { directory: path } : { virtual: path };
}

function withQuery(address: string, asked: Readonly<Record<string, string | undefined>>): string {
  const stated = Object.entries(asked).filter((each): each is [string, string] => each[1] !== undefined);
  const query = new URLSearchParams(stated).toString();
  const [repository] = address.split(/[?#]/, 1);
  return query === "" ? repository : `${repository}?${query}`;
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** What nobody can tell here is no difference. */
function unknownOrigin(name: string, { file }: UvProject): Mistake {
  return new Mistake({ where: `${file.file} [tool.uv.sources].${name}`, what: "names a place that is not known" });
}
