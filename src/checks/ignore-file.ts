import type { Dockerfile } from "../dockerfile/dockerfile";
import type { Dockerignore } from "../dockerignore/dockerignore";
import { FileGuard } from "../files/file-guard";
import type { Finding } from "../findings/finding";
import { shown } from "../values/mistake";
import { relativePath } from "../values/relative-path";

/**
 * A file that people write and that goes before the .dockerignore, by which the build context is judged: an ignore file of
 * the Dockerfile alone.
 * @see https://docs.docker.com/build/concepts/context/#filename-and-location
 */
export function* ignoreFileFindings(dockerfile: Dockerfile, dockerignore: Dockerignore): Iterable<Finding> {
  const goesBefore = `${dockerfile.absolutePath}.dockerignore`;
  if (dockerignore.absolutePath === goesBefore || !FileGuard.of(dockerfile)._isRival(goesBefore)) return;
  const path = relativePath(dockerfile.project.outdir, goesBefore);
  yield {
    rule: "ShadowedIgnoreFile",
    where: path,
    what: `people write it, and builds go by it and not by ${dockerignore.path}`,
    allowed: "a Dockerfile has one of the two",
    fix: `leave it to them: handWrittenFiles: [${shown(path)}], or carry its lines over by dockerignore.addPatterns and remove it`,
  };
}
