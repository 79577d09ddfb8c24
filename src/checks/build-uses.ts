import { dirname, resolve } from "node:path";
import type { Project } from "projen";
import { type FileContent, literalOf, type ServiceContent } from "../compose/checks/file-content";
import { ComposeFile } from "../compose/compose-file";
import { DevContainer } from "../dev-container/dev-container";
import type { Dockerfile } from "../dockerfile/dockerfile";
import { FileGuard } from "../files/file-guard";
import { groupedBy } from "../lock/grouped-by";
import { shown } from "../values/mistake";
import { relativePath } from "../values/relative-path";
import { deskBuild } from "./desk-build";

/** What a service runs in place of what its image does. */
export interface ServiceRun {
  readonly service: string;
  /** The text of its image; two services of one text are one image. */
  readonly image?: string;
  readonly command?: readonly string[];
  readonly healthCheck?: readonly string[];
}

/** A generated file that has a Dockerfile built. */
export interface BuildUse {
  /** What has it built, in words. */
  readonly user: string;
  /** The file, where people may write it as well. */
  readonly file?: string;
  /** The service, where it is one. */
  readonly service?: string;
  /** The stage; undefined where it is the last one. */
  readonly stage?: string;
  /** The names of the arguments that the build is given. */
  readonly args: readonly string[];
  /** The services that run the image. */
  readonly runs: readonly ServiceRun[];
}

/** Services by the absolute path of the Dockerfile that they build. */
type Services = ReadonlyMap<string, readonly Omit<BuildUse, "user" | "file">[]>;

/** A file that many projects share is looked through once. */
const known = new WeakMap<FileContent, Services>();

/**
 * The dev containers of a project, and the services of its compose files, that have its Dockerfile built.
 *
 * @param shared the compose file of another project in which it has services
 */
export function buildUses(dockerfile: Dockerfile, shared: ComposeFile): BuildUse[] {
  const { absolutePath, project } = dockerfile;
  const guard = FileGuard.of(dockerfile);
  const files = guard._tree.componentsOf(project).filter((each) => each instanceof ComposeFile);
  const generated = [...new Set([shared, ...files])].filter(({ file }) => !guard._isLeft(file.absolutePath));
  const ofServices = generated.flatMap((compose) => {
    const file = relativePath(project.outdir, compose.file.absolutePath);
    const uses = servicesOf(compose).get(absolutePath) ?? [];
    return uses.map((use) => ({ ...use, user: `${file} service ${shown(use.service)}`, file }));
  });
  return [...ofServices, ...devContainersOn(absolutePath, project, guard)];
}

function devContainersOn(dockerfile: string, project: Project, guard: FileGuard): BuildUse[] {
  const devContainers = guard._tree.componentsOf(project).filter((each) => each instanceof DevContainer);
  return devContainers.flatMap((devContainer) => {
    const { absolutePath, path: file } = devContainer.file;
    const build = guard._isLeft(absolutePath) ? undefined : deskBuild(devContainer);
    if (build?.dockerfile !== dockerfile) return [];
    return [{ user: file, file, stage: build.target, args: [...build.args.keys()], runs: [] }];
  });
}

function servicesOf(compose: ComposeFile): Services {
  const file = compose._content();
  const before = known.get(file);
  if (before !== undefined) return before;
  const folder = dirname(compose.file.absolutePath);
  const services = new Map<string, Omit<BuildUse, "user" | "file">[]>();
  const content = file.services;
  const runs = Object.entries(content).map(([name, service]) => runOf(name, service));
  // A service without a build runs an image that another one builds.
  const users = groupedBy(
    runs.filter(({ service }) => content[service].build === undefined),
    ({ image = "" }) => image,
  );
  for (const run of runs) {
    const { service } = run;
    const { build } = content[service];
    if (build === undefined || build.inline !== undefined) continue;
    const [context, path, stage] = [build.context ?? ".", build.dockerfile ?? "Dockerfile", build.target ?? ""].map(
      literalOf,
    );
    // Where a variable decides, nobody knows the file.
    if (context === undefined || path === undefined) continue;
    const dockerfile = resolve(folder, context, path);
    const others = run.image === undefined ? [] : (users.get(run.image) ?? []);
    const args = build.args.flatMap(({ name }) => name ?? []);
    const use = { service, stage: stage || undefined, args, runs: [run, ...others] };
    services.set(dockerfile, [...(services.get(dockerfile) ?? []), use]);
  }
  known.set(file, services);
  return services;
}

function runOf(service: string, { image, command, entrypoint, healthCheck }: ServiceContent): ServiceRun {
  const [, ...check] = healthCheck?.test ?? [];
  return {
    service,
    image,
    // With an entry point of its own the command is an argument.
    command: wordsOf(entrypoint ?? command),
    healthCheck: wordsOf(healthCheck?.shell === undefined ? check : [healthCheck.shell]),
  };
}

function wordsOf(words: readonly string[] = []): string[] | undefined {
  return words.length === 0 ? undefined : words.map((text) => literalOf(text) ?? "");
}
