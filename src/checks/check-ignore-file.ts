import type { Dockerfile } from "../dockerfile/dockerfile";
import type { Dockerignore } from "../dockerignore/dockerignore";
import { FileGuard } from "../files/file-guard";
import { Mistake, shown } from "../values/mistake";
import { relativePath } from "../values/relative-path";

/**
 * No file that people write goes before the .dockerignore, by which the build context is judged.
 *
 * @throws where there is an ignore file of the Dockerfile alone
 * @see https://docs.docker.com/build/concepts/context/#filename-and-location
 */
export function checkIgnoreFile(dockerfile: Dockerfile, dockerignore: Dockerignore): void {
  const goesBefore = `${dockerfile.absolutePath}.dockerignore`;
  if (dockerignore.absolutePath === goesBefore || !FileGuard.of(dockerfile)._isRival(goesBefore)) return;
  const path = relativePath(dockerfile.project.outdir, goesBefore);
  throw new Mistake({
    where: path,
    what: `people write it, and builds go by it and not by ${dockerignore.path}`,
    allowed: "a Dockerfile has one of the two",
    fix: `leave it to them: handWrittenFiles: [${shown(path)}], or carry its lines over by dockerignore.addPatterns and remove it`,
  });
}
