import type { ImageBuild } from "../python/tasks/image-build";
import type { Step } from "./steps";

/** Where the agent of a job listens. */
const SOCKET = `\${{ runner.temp }}/ssh-agent.sock`;

/** The secret with the private key by which dependencies are fetched. */
export const SSH_KEY = "SSH_PRIVATE_KEY";

/** What an exporter is told so that files have the one time of the build. */
export const REWRITES_TIMES = "rewrite-timestamp=true";

/** The build arguments, each with its value or, without one, with that of the variable of its name. */
export function buildArguments({ inheritedArguments, sourceDate }: ImageBuild): string[] {
  return [...inheritedArguments, ...(sourceDate === undefined ? [] : [sourceDate])];
}

/** The environment of a step that builds: the secrets, each under the name of its variable, and the agent. */
export function buildEnvironment({ secrets, sshId }: ImageBuild): Record<string, string> {
  return {
    ...Object.fromEntries(secrets.map(({ variable }) => [variable, `\${{ secrets.${variable} }}`])),
    ...(sshId === undefined ? {} : { SSH_AUTH_SOCK: SOCKET }),
  };
}

/** Whether a build needs what a pull request from a fork has not. */
function needsSecrets({ secrets, sshId }: ImageBuild): boolean {
  return secrets.length > 0 || sshId !== undefined;
}

/** Whether a pull request comes from the repository itself: one from a fork would only fail where secrets are needed. */
const FROM_HERE = "github.event.pull_request.head.repo.full_name == github.repository";

/** The condition of a job of pull requests alone. */
export function pullRequestCondition(build: ImageBuild): string {
  const isPullRequest = "github.event_name == 'pull_request'";
  return needsSecrets(build) ? `${isPullRequest} && ${FROM_HERE}` : isPullRequest;
}

/** The condition of a job of pushes and pull requests; undefined where it always runs. */
export function anyEventCondition(build: ImageBuild): string | undefined {
  return needsSecrets(build) ? `github.event_name == 'push' || ${FROM_HERE}` : undefined;
}

/** An agent with the key of the secret; no file on disk ever holds the key. */
export function agentSteps({ sshId }: ImageBuild): Step[] {
  if (sshId === undefined) return [];
  return [
    {
      name: "Start an SSH agent",
      env: { SSH_AUTH_SOCK: SOCKET, [SSH_KEY]: `\${{ secrets.${SSH_KEY} }}` },
      run: `ssh-agent -a "$SSH_AUTH_SOCK" > /dev/null\nssh-add - <<< "$${SSH_KEY}"\n`,
    },
  ];
}
