import type { Project } from "projen";
import { PIN_TASK } from "../../values/image-digests";
import { Mistake, shown } from "../../values/mistake";
import { ACTIONS } from "../actions";
import { TIMEOUT_MINUTES } from "../concurrency";
import { nodeSteps } from "../node-setup";
import { checkout } from "../steps";
import { type UsedAction, usedActions } from "../used-action";
import { WorkflowFile } from "../workflow-file";
import type { UpdateBotOptions } from "./update-bot-options";

/** The author of what a workflow commits, as GitHub has it. */
export const COMMITTER = {
  name: "github-actions[bot]",
  email: "41898282+github-actions[bot]@users.noreply.github.com",
};

/** What differs between bots. */
export interface Bot {
  /** The first part of the names of its branches, and of the workflow's. */
  readonly name: string;
  /** The commit's message. */
  readonly message: string;
}

/**
 * Adds the workflow that synthesizes the files in the branches of a bot.
 *
 * @throws where the secret's name is none
 */
export function addSynthWorkflow({ root }: Project, bot: Bot, options: UpdateBotOptions): WorkflowFile {
  const { tokenSecret } = options;
  if (tokenSecret !== undefined && !/^[A-Za-z_]\w*$/.test(tokenSecret)) {
    throw new Mistake({
      where: "tokenSecret",
      what: `${shown(tokenSecret)} is no name of a secret`,
      allowed: "it has letters, digits and _, and is the name, not the token",
      fix: 'write one like "SYNTH_TOKEN"',
    });
  }
  const name = `${bot.name}-synth`;
  const obj = () => renderSynth(root, name, bot, options, usedActions(root));
  return new WorkflowFile(root, `.github/workflows/${name}.yml`, { obj, committed: true });
}

/**
 * The commands that write the files anew; where images are pinned, a second one looks up the digests of the images that the
 * first one has put into its task.
 */
export function synthCommands(root: Project): string[] {
  const pins = root.tasks.tryFind(PIN_TASK) !== undefined;
  return [root.projenCommand, ...(pins ? [`${root.projenCommand} ${PIN_TASK}`] : [])];
}

/** What runs the code of packages has no right to write; what writes runs no such code. */
function renderSynth(root: Project, name: string, bot: Bot, options: UpdateBotOptions, uses: UsedAction): object {
  const { tokenSecret, runsOn = "ubuntu-latest", nodeVersion = "24", installCommand } = options;
  const common = { "runs-on": runsOn, "timeout-minutes": TIMEOUT_MINUTES };
  const artifact = { name: "synthesized", path: `\${{ runner.temp }}` };
  return {
    name,
    on: { push: { branches: [`${bot.name}/**`] } },
    permissions: {},
    concurrency: { group: `\${{ github.workflow }}-\${{ github.ref }}`, "cancel-in-progress": true },
    jobs: {
      synth: {
        if: "!github.event.repository.fork",
        ...common,
        permissions: { contents: "read" },
        outputs: { changed: `\${{ steps.patch.outputs.changed }}` },
        steps: [
          checkout(uses),
          ...nodeSteps(root, { nodeVersion, installCommand }, uses),
          { name: "Synthesize", run: synthCommands(root).join(" && ") },
          { name: "Compare", id: "patch", run: COMPARE },
          {
            name: "Keep the changes",
            if: "steps.patch.outputs.changed == 'true'",
            uses: uses(ACTIONS.uploadArtifact),
            with: { ...artifact, path: `${artifact.path}/synthesized.patch`, "retention-days": 1 },
          },
        ],
      },
      push: {
        needs: "synth",
        if: "needs.synth.outputs.changed == 'true'",
        ...common,
        permissions: { contents: tokenSecret === undefined ? "write" : "read" },
        steps: [
          checkout(uses),
          { name: "Get the changes", uses: uses(ACTIONS.downloadArtifact), with: artifact },
          {
            name: "Push the changes",
            env: {
              BRANCH: `\${{ github.ref_name }}`,
              MESSAGE: bot.message,
              TOKEN: `\${{ secrets.${tokenSecret ?? "GITHUB_TOKEN"} }}`,
            },
            run: PUSH,
          },
        ],
      },
    },
  };
}

const COMPARE = `git add --all
git diff --cached --binary > "$RUNNER_TEMP/synthesized.patch"
if [ -s "$RUNNER_TEMP/synthesized.patch" ]; then echo "changed=true" >> "$GITHUB_OUTPUT"; fi
`;

const PUSH = `git apply --index "$RUNNER_TEMP/synthesized.patch"
git -c user.name="${COMMITTER.name}" -c user.email="${COMMITTER.email}" commit --quiet --message "$MESSAGE"
authorization=$(printf 'x-access-token:%s' "$TOKEN" | base64 --wrap=0)
git -c http.extraHeader="Authorization: Basic $authorization" push origin "HEAD:refs/heads/$BRANCH"
`;
