import type { BuildSecret } from "./build-secrets";

/** The arguments of `docker build`, each one word, by which builds get their secrets; of an unset variable it makes an empty one. */
export function buildOptions(secrets: readonly BuildSecret[]): string[] {
  return secrets.map(({ id, variable }) => `--secret=id=${id},env=${variable}`);
}
