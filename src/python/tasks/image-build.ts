import { posix } from "node:path";
import { allFacts } from "../../pyproject/local-projects";
import type { ContainerPlan } from "../container-plan";
import { PROXY_SPELLINGS } from "../proxy";
import { SSH_ID } from "../stages/git-over-ssh";
import { repositoryVersions, versionArgument } from "../stages/repository-version";
import { sourceDate } from "../stages/source-date";

/** What builds the app image elsewhere than on a desk; paths lead from the root project's folder. */
export interface ImageBuild {
  readonly context: string;
  readonly dockerfile: string;
  /** The stage; undefined where it is the last one. */
  readonly target?: string;
  /** The secrets by their names in the build, each with the variable that has it. */
  readonly secrets: readonly { readonly id: string; readonly variable: string }[];
  /** The id of the SSH agent; undefined where none is needed. */
  readonly sshId?: string;
  /** Build arguments that have their values from the variables of the same names. */
  readonly inheritedArguments: readonly string[];
  /** The build argument by which the build is told the project's version; undefined where its files tell it. */
  readonly versionArgument?: string;
  /** The build argument by which everything has one time; undefined where times are those of the build. */
  readonly sourceDate?: string;
}

/**
 * The build; it is asked when the facts are known.
 *
 * @param folder the project's, from the root project's
 * @param dockerfile path of the Dockerfile from the project's folder
 */
export function imageBuild(
  { place, secrets, options, overSsh, facts, localProjects }: ContainerPlan,
  folder: string,
  dockerfile: string,
  target: string | undefined,
): ImageBuild {
  return {
    context: posix.join(folder, place.context),
    dockerfile: posix.join(folder, dockerfile),
    target,
    secrets: secrets.map(({ id, variable }) => ({ id, variable })),
    sshId: overSsh === undefined ? undefined : SSH_ID,
    inheritedArguments: options.proxyFromEnvironment ? PROXY_SPELLINGS : [],
    versionArgument: repositoryVersions(allFacts(facts, localProjects)).length > 0 ? versionArgument.name : undefined,
    sourceDate: options.reproducible ? `${sourceDate.name}=${sourceDate.default}` : undefined,
  };
}
