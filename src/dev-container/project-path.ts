import { posix } from "node:path";
import { Mistake, shown } from "../values/mistake";

/**
 * A cleaned path from the project's folder.
 *
 * @param where the place that messages name
 * @throws where the path is empty, or starts elsewhere
 */
export function projectPath(path: string, where: string): string {
  if (path !== "" && !/^[/~]|^[a-zA-Z]:|[\\\r\n]/.test(path)) return posix.normalize(path).replace(/(?<=.)\/$/, "");
  throw new Mistake({
    where,
    what: `${shown(path)} is not a path from the project's folder`,
    allowed: "the path of devcontainer.json is taken into account for you",
    fix: 'write one like "Dockerfile", or "../compose.yaml" for what lies above the project',
  });
}

/** The path as it reads in the file, which takes its paths from where it lies itself. */
export function fromFile(path: string, file: string): string {
  return posix.relative(posix.dirname(file), path) || ".";
}
