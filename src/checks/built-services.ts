import { dirname, resolve } from "node:path";
import type { Project } from "projen";
import type { FileContent, ServiceContent } from "../compose/checks/file-content";
import { withDefaults } from "../compose/checks/file-content";
import { ComposeFile } from "../compose/compose-file";
import { Dockerfile } from "../dockerfile/dockerfile";
import type { StageEnd } from "../dockerfile/parsed/stage-end";
import { FileGuard } from "../files/file-guard";
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

/** The services of generated compose files, be they of several projects, that are built from Dockerfiles of the project. */
export function builtServices(project: Project): BuiltService[] {
  const dockerfiles = new Map(
    project.components.flatMap((each) => (each instanceof Dockerfile ? [[each.absolutePath, each]] : [])),
  );
  return composeFilesOf(project.root).flatMap((compose) => {
    const file = compose._content();
    return Object.entries(file.services).flatMap(([name, service]) => {
      const built = builtOf(service, dirname(compose.file.absolutePath), dockerfiles);
      if (built === undefined) return [];
      return [{ name, service, file, where: `${compose.fileName} service ${shown(name)}`, ...built }];
    });
  });
}

function composeFilesOf(root: Project): ComposeFile[] {
  const guard = FileGuard.of(root);
  return root.node
    .findAll()
    .filter((each) => each instanceof ComposeFile)
    .filter(({ file }) => !guard._isLeft(file.absolutePath));
}

function builtOf(
  { build, base }: ServiceContent,
  folder: string,
  dockerfiles: ReadonlyMap<string, Dockerfile>,
): Pick<BuiltService, "stage" | "target" | "dockerfile" | "end"> | undefined {
  if (build === undefined || build.inline !== undefined || base !== undefined) return undefined;
  const path = resolve(folder, build.context ?? ".", build.dockerfile ?? "Dockerfile");
  const dockerfile = dockerfiles.get(path);
  if (dockerfile === undefined) return undefined;
  const args = new Map(build.args.map(({ name = "", value }) => [name, withDefaults(value)]));
  const end = dockerfile._stageEnd(build.target, args);
  const stage =
    build.target === undefined ? `the last stage of ${dockerfile.path}` : `the stage ${shown(build.target)}`;
  return end === undefined ? undefined : { stage, target: build.target, dockerfile, end };
}
