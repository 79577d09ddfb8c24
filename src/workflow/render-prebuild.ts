import { ACTIONS } from "./actions";

/** All that the workflow is made of. */
export interface PrebuildModel {
  readonly name: string;
  readonly branch: string;
  readonly runsOn: string;
  readonly registry: { readonly host: string; readonly username: string; readonly password: string };
  /** Whether a pull request, which has no secrets, can log in too. */
  readonly isOwnRegistry: boolean;
  /** What both jobs tell the action. */
  readonly inputs: Record<string, string | undefined>;
}

/**
 * The workflow: a pull request builds the dev container and runs the command, a push to the branch pushes it then.
 *
 * @param versioned the action as the project has it
 */
export function renderPrebuild(model: PrebuildModel, versioned: (action: string) => string): object {
  const { name, branch, runsOn, registry, isOwnRegistry, inputs } = model;
  const checkout = { name: "Check out", uses: versioned(ACTIONS.checkout), with: { "persist-credentials": false } };
  const login = {
    name: "Log in to the registry",
    uses: versioned(ACTIONS.registryLogin),
    with: { registry: registry.host, username: registry.username, password: registry.password },
  };
  const build = (step: string, push: Record<string, string>) => ({
    name: step,
    uses: versioned(ACTIONS.devContainer),
    with: { ...inputs, ...push },
  });
  const packages = (access: string) => (isOwnRegistry ? { packages: access } : {});
  return {
    name,
    on: { push: { branches: [branch] }, pull_request: {} },
    permissions: {},
    jobs: {
      check: {
        if: "github.event_name == 'pull_request'",
        "runs-on": runsOn,
        permissions: { contents: "read", ...packages("read") },
        steps: [checkout, ...(isOwnRegistry ? [login] : []), build("Build the dev container", { push: "never" })],
      },
      push: {
        if: "github.event_name == 'push'",
        "runs-on": runsOn,
        permissions: { contents: "read", ...packages("write") },
        steps: [
          checkout,
          login,
          build("Build and push the dev container", { push: "filter", refFilterForPush: `refs/heads/${branch}` }),
        ],
      },
    },
  };
}
