import type { ComposeFile } from "../../compose/compose-file";
import { shown } from "../../values/mistake";
import type { ContainerPlan } from "../container-plan";
import { variablesTold } from "../stages/build-secrets";
import { sshTold } from "../stages/git-over-ssh";
import { missingServices } from "./service-suggestions";
import { suggestions } from "./suggestions";

/** What a synth is about, beside the facts. */
export interface NoticesFor {
  /** Whether people write the Dockerfile: what is told of the generated one is no matter then. */
  readonly isWritten: boolean;
  /** Whether the user has said what the app image runs, by an instruction. */
  readonly isCommandGiven: boolean;
  /** Whether a lock file that is stale or missing is made at once, so that it is no matter for a warning. */
  readonly isLockedNext: boolean;
  /** The stage for want of which no dev container is generated. */
  readonly missingStage?: string;
  /** Those that run beside the app image's own. */
  readonly commands: readonly (readonly string[])[];
  /** The compose file where it is generated: what people write has other services. */
  readonly compose?: ComposeFile;
}

/** What is worth telling at a synth. */
export interface Notices {
  readonly warnings: string[];
  readonly advice: string[];
}

/** What is worth telling of a project. */
export function noticesOf(
  plan: ContainerPlan,
  { isWritten, isCommandGiven, isLockedNext, commands, compose, missingStage }: NoticesFor,
): Notices {
  const { facts, locked, notes, program } = plan;
  const missing = program.missing === undefined || isCommandGiven || isWritten ? [] : [program.missing];
  const { stale } = locked?.findings ?? {};
  const { exists = true, path } = facts.lockFile?.value ?? {};
  const unlocked = `There is no ${path}, by which the images are built; run "npx projen lock", and commit it.`;
  const staleness = isLockedNext ? [] : [...(exists ? [] : [unlocked]), ...(stale ? [stale.message] : [])];
  const undeveloped = `The Dockerfile has no stage ${shown(missingStage)}, so that no dev container is generated; stageNames: { dev: "…" } names another one.`;
  return {
    warnings: [...(isWritten ? facts.notes : notes), ...staleness, ...missing],
    advice: [
      ...(missingStage === undefined ? [] : [undeveloped]),
      ...variablesTold(facts),
      ...(plan.overSsh === undefined || isWritten ? [] : [sshTold(plan.overSsh.source, plan.options.sshKnownHosts)]),
      ...suggestions(plan, commands),
      ...(compose === undefined ? [] : missingServices(plan, compose)),
    ],
  };
}
