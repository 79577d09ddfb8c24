import { Mistake, shown } from "../values/mistake";

/** The registry of GitHub, where a workflow's own token is enough. */
export const OWN_REGISTRY = "ghcr.io";

/** What a workflow logs in with. */
export interface RegistryAccount {
  readonly host: string;
  readonly username: string;
  readonly password: string;
  /** Whether the workflow's own token opens it, which a pull request has too. */
  readonly isOwn: boolean;
}

/** The options that name an account. */
export interface RegistryAccountOptions {
  readonly registryUsername?: string;
  readonly registryPassword?: string;
}

/**
 * The account at the registry of an image.
 *
 * @param where the construct, as messages name it
 * @param image as messages show it
 * @param registry its host; undefined stands for Docker Hub
 * @throws where the registry is not GitHub's, and the account is missing
 */
export function registryAccount(
  where: string,
  image: string,
  registry: string | undefined,
  { registryUsername, registryPassword }: RegistryAccountOptions,
): RegistryAccount {
  const isOwn = registry === OWN_REGISTRY;
  if (!isOwn && (registryUsername === undefined || registryPassword === undefined)) {
    throw new Mistake({
      where,
      what: `the account at the registry of ${shown(image)} is missing`,
      allowed: `a workflow can log in to ${OWN_REGISTRY} alone of itself`,
      fix: "give registryUsername and registryPassword",
    });
  }
  return {
    host: registry ?? "docker.io",
    username: registryUsername ?? `\${{ github.actor }}`,
    password: registryPassword ?? `\${{ secrets.GITHUB_TOKEN }}`,
    isOwn,
  };
}
