import type { ContainerPlan } from "./container-plan";
import { PROXY_SPELLINGS } from "./proxy";

/**
 * The arguments of `docker build`, each one word, by which builds get what only whoever starts them has.
 *
 * Of a variable that is not set docker makes an empty secret, which counts as none, and no build argument.
 */
export function buildOptions({ secrets, options }: ContainerPlan): string[] {
  return [
    ...secrets.map(({ id, variable }) => `--secret=id=${id},env=${variable}`),
    ...(options.proxyFromEnvironment ? PROXY_SPELLINGS.map((name) => `--build-arg=${name}`) : []),
  ];
}
