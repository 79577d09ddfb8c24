import type { ContainerPlan } from "../container-plan";
import { PROXY_SPELLINGS } from "../proxy";
import { SSH_ID } from "../stages/git-over-ssh";

/**
 * The arguments of `docker build`, each one word, by which builds get what only whoever starts them has.
 *
 * Of a variable that is not set docker makes an empty secret, which counts as none, and no build argument.
 */
export function buildOptions({ secrets, options, overSsh }: ContainerPlan): string[] {
  return [
    ...(overSsh === undefined ? [] : [`--ssh=${SSH_ID}`]),
    ...secrets.map(({ id, variable }) => `--secret=id=${id},env=${variable}`),
    ...(options.proxyFromEnvironment ? PROXY_SPELLINGS.map((name) => `--build-arg=${name}`) : []),
  ];
}
