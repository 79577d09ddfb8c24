import { posix } from "node:path";
import { ImageReference } from "../values/image-reference";
import { Mistake, shown } from "../values/mistake";
import { fromFile, projectPath } from "./project-path";

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
  if (reference.startsWith("https://")) {
    if (/\/devcontainer-feature-[\w-]+\.tgz$/.test(reference)) return { key: reference, name: reference };
    refuse("an address ends with devcontainer-feature-, its id and .tgz", "give the address of such an archive");
  }
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

/** What a feature is called in the order of installation, where it has no version. */
export function installOrderName(reference: string, file: string): string {
  const { key, name } = featureKey(reference, file);
  return reference.startsWith("./") ? name : key;
}

/** @throws where an option of a feature is neither text nor true or false: it would reach the feature as other text */
export function checkFeatureOptions(reference: string, options: { [option: string]: unknown }, where: string): void {
  for (const [option, value] of Object.entries(options)) {
    if (typeof value === "string" || typeof value === "boolean") continue;
    throw new Mistake({
      where,
      what: `the option ${shown(option)} of the feature ${shown(reference)} is ${shown(value)}`,
      allowed: "an option is text, or true or false",
      fix: `write ${shown(typeof value === "number" ? String(value) : "latest")}, or what the feature's page allows`,
    });
  }
}
