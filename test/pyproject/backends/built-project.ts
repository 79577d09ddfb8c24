import type { ProjectFacts } from "../../../src/pyproject/facts";
import { PackageManager } from "../../../src/pyproject/managers/package-manager";
import { factsOf } from "../facts-of";

/** A project that a backend builds, as texts. */
export interface BuiltProject {
  /** Further lines of `[project]`. */
  readonly project?: string;
  /** The name of the distribution. */
  readonly name?: string;
  /** Further lines of `[build-system]`. */
  readonly system?: string;
  /** What the build requires. */
  readonly requires?: string[];
  /** The tables below. */
  readonly tables?: string;
  /** Other files by their paths, or the paths of empty ones. */
  readonly files?: Record<string, string> | readonly string[];
}

/** The facts of a project that uv manages and this backend builds. */
export function builtBy(backend: string, parts: BuiltProject = {}): ProjectFacts {
  const toml = [
    "[project]",
    `name = "${parts.name ?? "my-orders"}"`,
    parts.project ?? 'version = "1.0"',
    "[build-system]",
    `requires = ${JSON.stringify(parts.requires ?? [])}`,
    `build-backend = "${backend}"`,
    parts.system ?? "",
    parts.tables ?? "",
  ];
  return factsOf(toml.join("\n"), filesOf(parts.files ?? []), { packageManager: PackageManager.UV });
}

/** The roots of the packages. */
export function rootsOf(backend: string, parts: BuiltProject): readonly string[] {
  return builtBy(backend, parts).packageRoots.value;
}

/** How the version is found out. */
export function versionOf(backend: string, parts: BuiltProject): ProjectFacts["dynamicVersion"] {
  return builtBy(backend, { project: 'dynamic = ["version"]', ...parts }).dynamicVersion;
}

/** What the build reads. */
export function buildFilesOf(backend: string, parts: BuiltProject): string[] {
  return builtBy(backend, parts).buildFiles.map(({ value }) => value);
}

function filesOf(files: Record<string, string> | readonly string[]): Record<string, string> {
  return Array.isArray(files) ? Object.fromEntries(files.map((path) => [path, ""])) : (files as Record<string, string>);
}
