import { rmSync } from "node:fs";
import { LogLevel } from "projen";
import { PackageManager } from "../../src";
import { containerProject } from "../container-project";
import { synthesized } from "../project-folder";

/** The base image and the package managers, as the Dockerfiles that this module generates pin them. */
export function imageVersions(): Record<string, string> {
  const texts = [PackageManager.UV, PackageManager.POETRY].map(dockerfileOf);
  const found = texts.flatMap((text) => [...text.matchAll(/^ARG (\w+_VERSION)="?([^\s"]+)/gm)]);
  const versions = Object.fromEntries(found.map(([, name, version]) => [name, version]));
  const [, base] = /^FROM (python:\S+)/m.exec(texts[0]) ?? [];
  if (base === undefined) throw new Error("the Dockerfile of a new project has no official image of Python");
  const { PYTHON_VERSION, ...tools } = versions;
  return {
    base: base.replace(/\$\{?PYTHON_VERSION\}?/, PYTHON_VERSION),
    ...Object.fromEntries(Object.entries(tools).map(([name, version]) => [name.split("_")[0].toLowerCase(), version])),
  };
}

function dockerfileOf(packageManager: PackageManager): string {
  const project = containerProject({ packageManager, logging: { level: LogLevel.OFF } });
  try {
    return synthesized(project).Dockerfile;
  } finally {
    rmSync(project.outdir, { recursive: true, force: true });
  }
}
