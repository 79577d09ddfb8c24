import type { ProjectFolder } from "../files/project-folder";
import { normalizedName } from "./distribution-name";
import { localProjectName } from "./local-project-name";
import { extrasOf, parseRequirement, type Requirement } from "./requirement";

const nameAtUrl = /^\s*[A-Za-z0-9][\w.-]*\s*(?:\[[^\]]*\])?\s*@\s*\S/;
const url = /^(?:(?:git|hg|svn|bzr)\+\w|(?:https?|ftp|file|git|ssh):)/i;
const archive = /\.(?:whl|zip|tar|tgz|tbz|txz|tar\.(?:gz|bz2|xz|lzma|Z))$/i;

/**
 * What a line of a requirements file asks for: besides the requirements of other files a URL or a path alone, whose
 * distribution has to be found out.
 *
 * @param where the file and the line
 * @throws where it is none of these
 * @see https://pip.pypa.io/en/stable/cli/pip_install/#argument-handling
 * @see https://pip.pypa.io/en/stable/topics/vcs-support/
 */
export function parsePipRequirement(written: string, folder: ProjectFolder, where: string): Requirement {
  if (url.test(written)) return urlRequirement(written);
  if (nameAtUrl.test(written)) return parseRequirement(written, where);
  const [, path, marker] = /^(.*?)\s*(?:;\s*(.*))?$/s.exec(written) ?? ["", written];
  const [, plain, extras] = /^(.*?)\s*(?:\[([^[\]]*)\])?$/s.exec(path) ?? ["", path];
  const isPath = plain.startsWith(".") || plain.includes("/") || archive.test(plain);
  if (!isPath) return parseRequirement(written, where);
  const name = archive.test(plain) ? nameOfFile(plain) : localProjectName(folder, plain);
  return made(name, extras, plain, marker, written);
}

function urlRequirement(written: string): Requirement {
  const [, address, marker] = /^(\S+?)\s*(?:;\s+(.*)|\s;\s*(.*))?$/s.exec(written)?.filter(Boolean) ?? ["", written];
  const [, egg = "", eggExtras] = /[#&]egg=([^&[=<>~!]+)(?:\[([^\]]*)\])?/.exec(decoded(address)) ?? [];
  const [, file, extras] = /^(file:.*?)(?:\[([^[\]]*)\])?$/i.exec(address) ?? ["", address];
  return made(egg || nameOfFile(file), eggExtras ?? extras, file, marker, written);
}

function made(
  name: string,
  extras: string | undefined,
  location: string,
  marker: string | undefined,
  written: string,
): Requirement {
  const known = { name: normalizedName(name), extras: extrasOf((extras ?? "").split(",")), specifier: "" };
  return { ...known, url: location, marker: marker?.trim() || undefined, written };
}

/** The distribution by the name of its file or its repository. */
function nameOfFile(location: string): string {
  const path = decoded(location)
    .replace(/[?#].*$/, "")
    .replace(/\/+$/, "");
  // GitHub and GitLab name the archives of a repository by the branch or tag alone.
  const repository = /([^/]+)\/(?:-\/)?(?:archive|zipball|tarball)\//.exec(path)?.[1];
  if (repository !== undefined) return repository;
  const file = path.slice(path.lastIndexOf("/") + 1).replace(/@[^@]*$/, "");
  if (/\.whl$/i.test(file)) return file.split("-")[0];
  const stem = file.replace(archive, "").replace(/\.git$/, "");
  return archive.test(file) ? stem.replace(/-v?\d.*$/, "") : stem;
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** Is it a file of a distribution, and not a folder? */
export function isArchive(location: string): boolean {
  return archive.test(location);
}
