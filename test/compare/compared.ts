import { join } from "node:path";
import { LogLevel } from "projen";
import ts from "typescript";
import * as own from "../../src";
import { compareProject, comparing } from "../../src/compare/compare-project";
import type { ComparedFile, Comparison } from "../../src/compare/comparison";
import { findFiles } from "../../src/compare/find-files";
import { filesOf } from "../../src/compare/generated-files";
import { projenrcText } from "../../src/compare/projenrc-text";
import { DiskFolder } from "../../src/pyproject/files/disk-folder";
import { readFolder } from "../../src/pyproject/read-folder";
import { folderWith } from "../project-folder";

/** A web service of FastAPI, which installs itself. */
export const service = {
  "pyproject.toml": `[project]
name = "orders"
version = "1.0"
requires-python = ">=3.11"
dependencies = ["fastapi", "uvicorn"]

[project.optional-dependencies]
s3 = ["boto3"]

[dependency-groups]
dev = ["pytest"]
server = ["gunicorn"]

[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"
`,
  "orders/__init__.py": "",
  "orders/main.py": "from fastapi import FastAPI\n\napp = FastAPI()\n",
};

/** A folder with the service and further files, compared. */
export function comparedWith(files: Record<string, string>): {
  readonly folder: string;
  readonly comparison: Comparison;
} {
  const folder = folderWith({ ...service, "uv.lock": "", ...files });
  return { folder, comparison: comparisonOf(folder) };
}

/** The comparison of the files in a folder. */
export function comparisonOf(folder: string, container: own.PythonContainerOptions = {}): Comparison {
  return compareProject(folder, factsOf(folder), undefined, { container });
}

/** The differences of all files. */
export function differencesOf(files: readonly ComparedFile[]) {
  return files.flatMap(({ differences }) => differences);
}

/** The files compared with what the pasted projenrc file generates: its text is run as it is. */
export function afterPasting(folder: string, comparison: Comparison): ComparedFile[] {
  const container = containerOf(projenrcText(comparison), folder);
  const facts = factsOf(folder);
  return comparing(
    folder,
    comparison.name,
    facts,
    undefined,
    findFiles(folder, comparison.name, { container: {} }),
  )(filesOf(container));
}

/** The container that a projenrc file makes, in a folder of the test's; nothing is synthesized. */
function containerOf(text: string, folder: string): own.PythonContainer {
  const made: own.PythonContainer[] = [];
  class ExistingPythonProject extends own.ExistingPythonProject {
    constructor(options?: own.ExistingPythonProjectOptions) {
      super({ ...options, outdir: folder, logging: { level: LogLevel.OFF } });
      made.push(this.container);
    }
    public synth(): void {}
  }
  const modules: Record<string, unknown> = { "projen-python-container": { ...own, ExistingPythonProject } };
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  new Function("require", "exports", outputText)((name: string) => modules[name], {});
  return made[0];
}

function factsOf(folder: string) {
  const facts = readFolder(new DiskFolder(join(folder)), {});
  if (facts === undefined) throw new Error("there is no project");
  return facts;
}
