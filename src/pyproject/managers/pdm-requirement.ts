import { posix } from "node:path";
import { Mistake, shown } from "../../values/mistake";
import type { ProjectFolder } from "../files/project-folder";
import { normalizedName } from "../requirements/distribution-name";
import { localProjectName } from "../requirements/local-project-name";
import { extrasOf, parseRequirement, type Requirement } from "../requirements/requirement";
import { projectRelative, withProjectPath } from "./project-relative";

/**
 * Parses a line of pdm: a standard requirement, or an address or a path without a name, each with `-e` before it where it
 * is installed in place.
 *
 * @param where the key in which it stands
 * @throws where it is none of these
 * @see https://pdm-project.org/en/latest/usage/dependency/
 */
export function parsePdmRequirement(written: string, where: string, folder: ProjectFolder): Requirement {
  const line = written.replace(/^\s*-e\s+/, "").trim();
  if (!/^(?:[a-z][a-z0-9+.-]*:|[\w.-]+\/|\.{0,2}\/|\.{1,2}$|\{root)/i.test(line)) {
    return { ...withProjectPath(parseRequirement(line, where)), written };
  }
  const [, address = "", marker] = /^(\S+)(?:\s*;\s+(.*))?$/s.exec(line) ?? [];
  const [bare, fragment = ""] = address.split("#");
  const parts = new Map(fragment.split("&").map((part) => part.split("=", 2) as [string, string]));
  const [, egg = "", extras = ""] = /^([^[]*)(?:\[(.*)\])?$/.exec(parts.get("egg") ?? "") ?? [];
  const location = projectRelative(bare);
  const name = egg === "" ? nameAt(location, folder) : egg;
  if (bare === "" || name === "") {
    throw new Mistake({
      where,
      what: `${shown(written)} is not a requirement`,
      allowed: "a requirement of PEP 508, or the address or path of a distribution",
      fix: "write name @ address",
    });
  }
  const subdirectory = parts.get("subdirectory");
  return {
    name: normalizedName(name),
    extras: extrasOf(extras.split(",")),
    specifier: "",
    marker: marker?.trim() || undefined,
    url: subdirectory === undefined ? location : `${location}#subdirectory=${subdirectory}`,
    written,
  };
}

/** The name of the project in that folder, or else what the last part of the address tells. */
function nameAt(location: string, folder: ProjectFolder): string {
  const isInside = !/^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(location);
  const name = isInside ? localProjectName(folder, location) : posix.basename(location.replace(/@[^/]*$/, ""));
  // The file of a wheel or of a source archive starts with the name and the version.
  return name.replace(/\.git$/, "").replace(/-\d.*\.(?:whl|zip|gz)$/, "");
}
