import { posix } from "node:path";
import { PackageManager } from "../../../pyproject/managers/package-manager";
import { member } from "../../code/expression";
import type { Difference } from "../../difference";
import type { Image } from "../image";
import type { ImagePair } from "../image-pair";

/** By what the dependencies are installed, and which. */
export function compareInstallation(pair: ImagePair): Difference[] {
  return [...compareManager(pair), ...compareSelection(pair), ...compareDistributions(pair)];
}

function compareManager({ yours, generated }: ImagePair): Difference[] {
  const mine = yours.manager;
  const other = generated.manager;
  if (mine === undefined || other === undefined) return [];
  if (mine.value !== other.value) {
    return [
      {
        topic: "package manager",
        line: mine.line,
        yours: mine.value,
        generated: other.value,
        way: { kind: "carry", options: { packageManager: member("PackageManager", nameOf(mine.value)) } },
      },
    ];
  }
  const version = yours.managerVersion;
  if (version === undefined || version.value === generated.managerVersion?.value) return [];
  const shown = {
    topic: `version of ${mine.value}`,
    line: version.line,
    yours: version.value,
    generated: generated.managerVersion?.value,
  };
  if (!/^\d+(?:\.\d+)+[a-z0-9.]*$/.test(version.value))
    return [{ ...shown, way: { kind: "nothing", why: "yours names no version in full; the generated one is pinned" } }];
  const note = isOlder(version.value, generated.managerVersion?.value)
    ? "the generated one is newer, and it is the one that is tested"
    : undefined;
  return [{ ...shown, way: { kind: "carry", options: { packageManagerVersion: version.value }, note } }];
}

function nameOf(manager: PackageManager): string {
  return Object.entries(PackageManager).find(([, value]) => value === manager)?.[0] ?? "";
}

function isOlder(one: string, other = one): boolean {
  return one.localeCompare(other, "en", { numeric: true }) < 0;
}

/** What is beside the main dependencies. */
interface Names {
  readonly extras: readonly string[];
  readonly groups: readonly string[];
  readonly withDevelopment: boolean;
  readonly files: readonly string[];
  readonly line?: number;
}

function compareSelection({ yours, generated, project }: ImagePair): Difference[] {
  const { facts } = project;
  const known = facts.extras.map(({ value }) => value.name);
  const isDevelopment = (name: string) =>
    facts.groups.some(({ value }) => value.name === name && value.isDevelopment) ||
    facts.extras.some(({ value }) => value.name === name && value.isDevelopment);
  const mine = namesIn(yours, known);
  const other = namesIn(generated, known);
  const found: Difference[] = [];
  const compare = (topic: string, option: string, kind: "extras" | "groups") => {
    const given = mine[kind].includes("*") ? known : mine[kind];
    const wanted = given.filter((name) => !isDevelopment(name));
    const there = other[kind].filter((name) => !isDevelopment(name));
    if (wanted.every((name) => there.includes(name))) return;
    const line = mine.line;
    const names = [...new Set([...there, ...wanted])].sort();
    found.push({
      topic,
      line,
      yours: wanted.join(", "),
      generated: there.join(", ") || undefined,
      way: { kind: "carry", options: { [option]: names } },
    });
  };
  compare("extras", "productionExtras", "extras");
  compare("dependency groups", "productionGroups", "groups");
  const there = new Set([...other.extras, ...other.groups]);
  const development = [...mine.extras, ...mine.groups].filter((name) => isDevelopment(name) && !there.has(name));
  if (
    (mine.withDevelopment && !other.withDevelopment && facts.groups.some(({ value }) => value.isDevelopment)) ||
    development.length > 0
  ) {
    const names =
      development.length > 0
        ? development
        : facts.groups.filter(({ value }) => value.isDevelopment).map(({ value }) => value.name);
    const why = "what is for development stays out of production; the stage dev has it";
    found.push({
      topic: "development dependencies",
      line: mine.line,
      yours: names.join(", "),
      way: { kind: "nothing", why },
    });
  }
  const files = mine.files.filter((file) => !other.files.includes(file) && !isStated(file, project.facts));
  if (files.length > 0 && yours.manager?.value === generated.manager?.value) {
    const why =
      "the files are those that the project shows; declare the dependencies in pyproject.toml, or as the first of them";
    found.push({
      topic: "requirements files",
      line: mine.line,
      yours: files.join(", "),
      generated: facts.requirementsFiles.map(({ value }) => value).join(", ") || undefined,
      way: { kind: "none", why },
    });
  }
  return found;
}

/** Files that are installed by the facts, wherever they are copied to. */
function isStated(file: string, { requirementsFiles, lockFile }: ImagePair["project"]["facts"]): boolean {
  const name = (path: string) => path.split("/").at(-1);
  const stated = [
    ...requirementsFiles.map(({ value }) => value),
    ...(lockFile === undefined ? [] : [lockFile.value.path]),
  ];
  return /^\/dev\/|^-$/.test(file) || stated.some((each) => name(each) === name(file));
}

function namesIn({ selections, manager }: Image, extras: readonly string[]): Names {
  const own = selections.filter(
    ({ value }) => value.isCompiled || value.manager === manager?.value || value.manager === PackageManager.PIP,
  );
  const all = own.map(({ value }) => value);
  const groups = all.flatMap((each) => each.groups);
  const deciding = own.filter(
    ({ value }) => !value.isCompiled && value.withDevelopment !== undefined && value.manager === manager?.value,
  );
  // pdm names both by the same option.
  const isExtra = (name: string) => manager?.value === PackageManager.PDM && extras.includes(name);
  const named = own.find(({ value }) => value.extras.length + value.groups.length > 0) ?? own[0];
  return {
    extras: [...new Set([...all.flatMap((each) => each.extras), ...groups.filter(isExtra)])],
    groups: [...new Set(groups.filter((name) => !isExtra(name)))],
    withDevelopment: deciding.length > 0 && deciding.every(({ value }) => value.withDevelopment),
    files: [...new Set(all.flatMap((each) => each.files))],
    line: named?.line,
  };
}

function compareDistributions({ yours, generated, project }: ImagePair): Difference[] {
  const there = new Set(generated.distributions.map(({ value }) => value));
  const declared = new Set(project.facts.dependencies.map(({ value }) => value.name));
  const isProject = (path: string) => /^\.\//.test(path) && posix.normalize(path) === project.place;
  const more = yours.distributions.filter(({ value }) => !there.has(value) && !isProject(value));
  const open = more.filter(({ value }) => !declared.has(value));
  const names = (found: typeof more) => [...new Set(found.map(({ value }) => value))].join(", ");
  if (more.length === 0) return [];
  if (open.length === 0) {
    return [
      {
        topic: "distributions by name",
        line: more[0].line,
        yours: names(more),
        way: { kind: "nothing", why: "they are among the dependencies of the project" },
      },
    ];
  }
  const why = `declare ${open.length === 1 ? "it" : "them"} among the dependencies, so that the lock file has ${open.length === 1 ? "it" : "them"}`;
  return [{ topic: "distributions by name", line: open[0].line, yours: names(open), way: { kind: "none", why } }];
}
