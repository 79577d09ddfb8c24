import { dirname, resolve } from "node:path";
import type { Project } from "projen";
import type { BuildContent, FileContent, ServiceContent } from "../compose/checks/file-content";
import { withDefaults } from "../compose/checks/file-content";
import { ComposeFile } from "../compose/compose-file";
import { Dockerfile } from "../dockerfile/dockerfile";
import type { StageEnd } from "../dockerfile/parsed/stage-end";
import { FileGuard } from "../files/file-guard";
import type { ProjectTree } from "../files/project-tree";
import { groupedBy } from "../lock/grouped-by";
import { shown } from "../values/mistake";

/** A service of a generated compose file that is built from a stage of a generated Dockerfile. */
export interface BuiltService {
  readonly name: string;
  readonly service: ServiceContent;
  /** The other services of the file. */
  readonly file: FileContent;
  /** How messages name it. */
  readonly where: string;
  /** The stage in words. */
  readonly stage: string;
  /** Its name; undefined for the last one. */
  readonly target?: string;
  readonly dockerfile: Dockerfile;
  /** What the stage is at its end. */
  readonly end: StageEnd;
}

/** A service with the Dockerfile that it builds. */
type BuildingService = Omit<BuiltService, "stage" | "target" | "end"> & { readonly build: BuildContent };

/** By the projects of the Dockerfiles: one look through all compose files of a tree is for all of its projects. */
const known = new WeakMap<ProjectTree, ReadonlyMap<Project, BuildingService[]>>();

/** The services of generated compose files, be they of several projects, that are built from Dockerfiles of the project. */
export function builtServices(project: Project): BuiltService[] {
  const guard = FileGuard.of(project);
  const tree = guard._tree;
  const all = known.get(tree) ?? groupedBy(buildingServices(tree, guard), ({ dockerfile }) => dockerfile.project);
  known.set(tree, all);
  return (all.get(project) ?? []).flatMap(builtOf);
}

function buildingServices(tree: ProjectTree, guard: FileGuard): BuildingService[] {
  const composeFiles = tree.all.filter((each) => each instanceof ComposeFile);
  const generated = composeFiles.filter(({ file }) => !guard._isLeft(file.absolutePath));
  return generated.flatMap((compose) => {
    const file = compose._content();
    return Object.entries(file.services).flatMap(([name, service]) => {
      const { build, base } = service;
      if (build === undefined || build.inline !== undefined || base !== undefined) return [];
      const folder = dirname(compose.file.absolutePath);
      const dockerfile = tree.fileAt(resolve(folder, build.context ?? ".", build.dockerfile ?? "Dockerfile"));
      if (!(dockerfile instanceof Dockerfile)) return [];
      return [{ name, service, file, build, dockerfile, where: `${compose.fileName} service ${shown(name)}` }];
    });
  });
}

function builtOf({ build, ...service }: BuildingService): BuiltService[] {
  const { dockerfile } = service;
  const { target } = build;
  const args = new Map(build.args.map(({ name = "", value }) => [name, withDefaults(value)]));
  const end = dockerfile._stageEnd(target, args);
  const stage = target === undefined ? `the last stage of ${dockerfile.path}` : `the stage ${shown(target)}`;
  return end === undefined ? [] : [{ ...service, stage, target, end }];
}
