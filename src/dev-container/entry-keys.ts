import { posix } from "node:path";
import { ImageReference } from "../values/image-reference";
import { Mistake, shown } from "../values/mistake";
import { fromFile, projectPath } from "./project-path";

/** @throws where the name is none of an environment variable, or the value is no text */
export function checkEnvironment(name: string, value: string, where: string): void {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) {
    throw new Mistake({
      where,
      what: `the environment variable ${shown(name)} is not valid`,
      allowed: "a name has letters, digits and _, and starts with no digit",
      fix: "rename it",
    });
  }
  if (typeof value === "string") return;
  throw new Mistake({
    where,
    what: `the environment variable ${name} is ${shown(value)}`,
    allowed: "devcontainer.json takes text alone",
    fix: `write ${shown(String(value))}`,
  });
}

/**
 * The key of an extension; one that is unwanted has that of the wanted one.
 *
 * @throws where the text is no identifier of an extension
 */
export function extensionKey(id: string, where: string): string {
  if (/^-?[a-z0-9][a-z0-9-]*\.[a-z0-9][a-z0-9-]*$/i.test(id)) return id.replace(/^-/, "").toLowerCase();
  throw new Mistake({
    where,
    what: `the extension ${shown(id)} is not valid`,
    allowed: "it is publisher.name, or -publisher.name for one that is unwanted",
    fix: 'write one like "ms-python.python"',
  });
}

/**
 * What a feature is called in the file, and its key: two versions are the same feature.
 *
 * @param reference of an OCI registry, an https address, or a path from the project's folder that starts with ./
 * @param file the path of devcontainer.json from the project's folder
 * @throws where it is none of them, or the path is not below .devcontainer
 */
export function featureKey(reference: string, file: string): { key: string; name: string } {
  const refuse = (allowed: string, fix: string): never => {
    throw new Mistake({ where: file, what: `the feature ${shown(reference)} is not valid`, allowed, fix });
  };
  if (reference.startsWith("https://")) return { key: reference, name: reference };
  if (reference.startsWith("./")) {
    const path = projectPath(reference, file);
    if (!path.startsWith(".devcontainer/")) {
      refuse("a local feature lies below .devcontainer", `move it to "./.devcontainer/${posix.basename(path)}"`);
    }
    const name = fromFile(path, file);
    return { key: path, name: name.startsWith("../") ? name : `./${name}` };
  }
  let image: ImageReference | undefined;
  try {
    image = ImageReference.of(reference);
  } catch {}
  if (image?.registry === undefined) {
    return refuse(
      "it is registry/namespace/name:version, an https:// address, or ./ and a path from the project's folder",
      'write one like "ghcr.io/devcontainers/features/git:1"',
    );
  }
  return { key: `${image.registry}/${image.repository}`, name: reference };
}

/** @throws where the text is no host whose ports can be forwarded */
export function checkForwardHost(host: string, where: string): void {
  if (/^[a-z0-9-]+$/.test(host)) return;
  throw new Mistake({
    where,
    what: `the host ${shown(host)} can't be forwarded from`,
    allowed: "a host has lower-case letters, digits and -",
    fix: "rename the service in the compose file",
  });
}

/** @throws where the text is no name of a compose service */
export function checkServiceName(name: string, where: string): void {
  if (/^[a-zA-Z0-9._-]+$/.test(name)) return;
  throw new Mistake({
    where,
    what: `the service ${shown(name)} is not valid`,
    allowed: "a service's name has letters, digits and . _ -",
    fix: "write it as in the compose file",
  });
}
