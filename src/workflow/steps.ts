import { ACTIONS } from "./actions";
import type { RegistryAccount } from "./registry-account";
import type { UsedAction } from "./used-action";

/** A step of a job, as it stands in the workflow. */
export type Step = Record<string, unknown>;

/** Checks the repository out; no later step finds the token on disk. */
export function checkout(uses: UsedAction): Step {
  return { name: "Check out", uses: uses(ACTIONS.checkout), with: { "persist-credentials": false } };
}

/** Logs in to a registry. */
export function login(uses: UsedAction, { host, username, password }: RegistryAccount): Step {
  return {
    name: "Log in to the registry",
    uses: uses(ACTIONS.registryLogin),
    with: { registry: host, username, password },
  };
}

/** What a job may do with the packages at GitHub's registry. */
export function packages({ isOwn }: RegistryAccount, access: "read" | "write"): Record<string, string> {
  return isOwn ? { packages: access } : {};
}
