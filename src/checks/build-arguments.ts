import type { WrittenDockerfile } from "../dockerfile/written-dockerfile";
import type { Finding } from "../findings/finding";
import { shown } from "../values/mistake";
import type { BuildUse } from "./build-uses";

/**
 * What every build takes, and what a frontend reads by itself.
 *
 * @see https://docs.docker.com/reference/dockerfile/#predefined-args
 * @see https://docs.docker.com/reference/dockerfile/#buildkit-built-in-build-args
 */
const PREDEFINED =
  /^(?:(?:HTTP|HTTPS|FTP|NO|ALL)_PROXY|(?:http|https|ftp|no|all)_proxy|BUILDKIT_\w+|SOURCE_DATE_EPOCH|(?:BUILD|TARGET)(?:PLATFORM|OS|ARCH|VARIANT|STAGE))$/;

/** Arguments that generated files give a build, and that the Dockerfile takes nowhere. */
export function* buildArgumentFindings(dockerfile: WrittenDockerfile, uses: readonly BuildUse[]): Iterable<Finding> {
  for (const { user, service, stage, args } of uses) {
    for (const name of args) {
      if (PREDEFINED.test(name) || dockerfile.takesArgument(name, stage)) continue;
      yield {
        rule: "UndeclaredBuildArg",
        where: user,
        service,
        stage,
        what: `the build is given the argument ${shown(name)}, and ${dockerfile.path} has no ARG of that name${dockerfile.declaresArgument(name) ? " in the stages that are built" : ""}`,
        allowed: "an argument that no stage declares does nothing",
        fix: `declare it by addArg(${shown(name)}), or take it out`,
      };
    }
  }
}
