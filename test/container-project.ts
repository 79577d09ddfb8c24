import { join } from "node:path";
import { Project } from "projen";
import { parse } from "yaml";
import {
  PackageManager,
  PythonContainer,
  type PythonContainerOptions,
  PythonContainerProject,
  type PythonContainerProjectOptions,
} from "../src";
import { folderWith, projectFolder, synthesized } from "./project-folder";

/** A project as `projen new` makes it, with an application on a port. */
export function containerProject(options: Partial<PythonContainerProjectOptions> = {}): PythonContainerProject {
  return new PythonContainerProject({
    name: "orders",
    moduleName: "orders",
    version: "0.1.0",
    authorName: "Orders team",
    authorEmail: "orders@example.com",
    packageManager: PackageManager.UV,
    port: 8000,
    healthCheckPath: "/health",
    ...options,
    outdir: options.outdir ?? projectFolder(),
  });
}

/**
 * The container of a bare projen project beside files that people wrote.
 *
 * @param place the project's folder among the files
 */
export function containerBeside(
  files: Record<string, string>,
  options: PythonContainerOptions = {},
  place = "",
): PythonContainer {
  const root = folderWith(files);
  return new PythonContainer(new Project({ name: "orders", outdir: join(root, place) }), options);
}

// biome-ignore lint/suspicious/noExplicitAny: tests look into tables of any form
type Table = { readonly [key: string]: any };

/** A TOML file as a table. */
export function parsedToml(text: string): Table {
  return require("smol-toml").parse(text);
}

/** The generated files, parsed where a format has a parser. */
export function generated(project: Project) {
  const files = synthesized(project);
  const devContainer = files[".devcontainer/devcontainer.json"];
  return {
    files,
    dockerfile: files.Dockerfile,
    compose: parse(files["compose.yaml"]),
    devContainer: JSON.parse(devContainer.slice(devContainer.indexOf("\n"))),
    tasks: JSON.parse(files[".projen/tasks.json"]).tasks,
  };
}
