import type { Finding } from "../findings/finding";
import { shown } from "../values/mistake";
import type { BuiltService } from "./built-services";
import type { DeskImage } from "./desk-images";

const ALLOWED = "what is mounted over it hides it, or shows what an earlier image had there";

/** Mounts of services that hide the virtual environment of their image. */
export function* hiddenEnvironmentFindings(services: readonly BuiltService[]): Iterable<Finding> {
  for (const { name, service, where, stage, target, end } of services) {
    const environment = end.env.get("VIRTUAL_ENV");
    const targets = [
      ...service.volumes.map(({ target = "" }) => target),
      ...service.tmpfs.map((each) => each.split(":")[0]),
    ];
    const hiding = targets.find((target) => hides(target, environment));
    if (hiding === undefined) continue;
    yield {
      rule: "HiddenVirtualEnv",
      where,
      service: name,
      stage: target,
      what: `a mount at ${shown(hiding)} hides ${hidden(hiding, environment)}, the virtual environment of ${stage}`,
      allowed: ALLOWED,
      fix: "mount it elsewhere",
    };
  }
}

/** Mounts of dev containers that hide the virtual environment of the stage of which they are made. */
export function* hiddenDeskFindings(images: readonly DeskImage[]): Iterable<Finding> {
  for (const { devContainer, end } of images) {
    const environment = end.env.get("VIRTUAL_ENV");
    const hiding = devContainer._mountTargets().find((target) => hides(target, environment));
    if (hiding === undefined) continue;
    yield {
      rule: "HiddenVirtualEnv",
      where: devContainer.file.path,
      stage: devContainer.source.dockerfileOptions?.target,
      what: `a mount at ${shown(hiding)} hides ${hidden(hiding, environment)}, the virtual environment of the image`,
      allowed: ALLOWED,
      fix: "mount it elsewhere",
    };
  }
}

/** Whether what is mounted at a path stands in front of an environment, or of what is installed in it. */
function hides(target: string, environment: string | undefined): boolean {
  if (environment === undefined || target === "" || target.includes("$") || environment.includes("$")) return false;
  const folder = withoutSlash(target);
  return `${environment}/`.startsWith(`${folder}/`) || isInstalled(folder, environment);
}

/** Programs and packages; what a package keeps elsewhere in the environment may well be mounted. */
function isInstalled(path: string, environment: string): boolean {
  return ["bin", "lib", "lib64"].some((name) => `${path}/`.startsWith(`${environment}/${name}/`));
}

function hidden(target: string, environment = ""): string {
  return `${isInstalled(withoutSlash(target), environment) ? "a part of " : ""}${shown(environment)}`;
}

function withoutSlash(path: string): string {
  return path.replace(/\/+$/, "");
}
