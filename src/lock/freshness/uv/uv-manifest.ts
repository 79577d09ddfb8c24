import { isTable } from "../../../pyproject/files/toml-table";
import { normalizedName } from "../../../pyproject/requirements/distribution-name";
import { parseRequirement } from "../../../pyproject/requirements/requirement";
import { type Finding, inFile, requirementsDifference } from "./finding";
import { statedRequirements } from "./stated-requirements";
import type { UvComparison } from "./uv-comparison";
import { groupFindings } from "./uv-groups";
import { projectName } from "./uv-projects";
import { recordedRequirements } from "./uv-requirement";

/** What differs in what the root of the workspace asks for beside packages. */
export function* manifestFindings(comparison: UvComparison): Generator<Finding> {
  const { lock, path, placed, folder, workspace, pythons, settings } = comparison;
  const { root } = workspace;
  const manifest = lock.table("manifest");
  const uv = root.file.tableAt("tool", "uv");
  for (const kind of ["constraint", "override", "build-constraint"] as const) {
    const key = `${kind}-dependencies`;
    // An entry for the needs of one package alone is a table with these.
    const isScoped = [uv?.value(key), manifest?.value(`${kind}s`)]
      .flat()
      .some((each) => isTable(each) && each.package !== undefined);
    if (isScoped) {
      yield "untold";
      continue;
    }
    const stated = uv?.texts(key);
    const asked = (stated?.value ?? []).flatMap((each) =>
      statedRequirements(parseRequirement(each, stated?.source ?? key), {}, root, workspace, folder),
    );
    const had = manifest === undefined ? [] : recordedRequirements(manifest, `${kind}s`, path, placed);
    // A constraint that allows every version is none, which older versions of uv did not see.
    const [before, now] = [had, asked].map((all) =>
      kind === "override" ? all : all.filter(({ versions, origin }) => versions !== "" || !origin.startsWith("index ")),
    );
    if (had.length - before.length !== asked.length - now.length) yield "untold";
    yield* requirementsDifference(before, now, pythons, inFile(root.file, `[tool.uv].${key}`));
  }
  const [excluded, excludes] = [uv?.value("exclude-dependencies") ?? [], manifest?.value("excludes") ?? []].map(
    namesOf,
  );
  if (excluded === undefined || excludes === undefined) yield "untold";
  else if (excluded !== excludes) {
    yield `has ${excludes || "nothing"} excluded on record, while ${root.file.file} excludes ${excluded || "nothing"}`;
  }
  // Where the root is a project, its package has the groups.
  if (projectName(root.file) === undefined) {
    yield* groupFindings({ ...comparison, revision: 0 }, manifest?.table("dependency-groups"), root, workspace);
  }
  // The fifth revision records the settings of its groups, too.
  const hasSettings = ["default-groups", "dependency-groups"].some((key) => uv?.has(key));
  if (hasSettings && projectName(root.file) === undefined && comparison.revision > 4) yield "untold";
  const flags = ["dependency-metadata", "no-sources", "no-sources-package"];
  if (flags.some((key) => settings?.has(key)) || manifest?.has("dependency-metadata")) yield "untold";
}

/** The names in one spelling; undefined where they are no names. */
function namesOf(value: unknown): string | undefined {
  const names = [value].flat();
  if (!names.every((each) => typeof each === "string")) return undefined;
  return [...new Set(names.map(normalizedName))].sort().join(", ");
}
