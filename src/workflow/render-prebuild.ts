import { ACTIONS } from "./actions";
import { CONCURRENCY, TIMEOUT_MINUTES } from "./concurrency";
import type { RegistryAccount } from "./registry-account";
import { checkout, login, packages } from "./steps";
import type { UsedAction } from "./used-action";

/** All that the workflow is made of. */
export interface PrebuildModel {
  readonly name: string;
  readonly branch: string;
  readonly runsOn: string;
  readonly registry: RegistryAccount;
  /** What both jobs tell the action. */
  readonly inputs: Record<string, string | undefined>;
}

/** The workflow: a pull request builds the dev container and runs the command, a push to the branch pushes it then. */
export function renderPrebuild(model: PrebuildModel, uses: UsedAction): object {
  const { name, branch, runsOn, registry, inputs } = model;
  const build = (step: string, push: Record<string, string>) => ({
    name: step,
    uses: uses(ACTIONS.devContainer),
    with: { ...inputs, ...push },
  });
  return {
    name,
    on: { push: { branches: [branch] }, pull_request: {} },
    permissions: {},
    concurrency: CONCURRENCY,
    jobs: {
      check: {
        if: "github.event_name == 'pull_request'",
        "runs-on": runsOn,
        "timeout-minutes": TIMEOUT_MINUTES,
        permissions: { contents: "read", ...packages(registry, "read") },
        steps: [
          checkout(uses),
          ...(registry.isOwn ? [login(uses, registry)] : []),
          build("Build the dev container", { push: "never" }),
        ],
      },
      push: {
        if: "github.event_name == 'push'",
        "runs-on": runsOn,
        "timeout-minutes": TIMEOUT_MINUTES,
        permissions: { contents: "read", ...packages(registry, "write") },
        steps: [
          checkout(uses),
          login(uses, registry),
          build("Build and push the dev container", { push: "filter", refFilterForPush: `refs/heads/${branch}` }),
        ],
      },
    },
  };
}
