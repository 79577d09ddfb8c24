import type { ComposeFile } from "../../compose/compose-file";
import { type Finding, toldFinding } from "../../findings/finding";
import { shown } from "../../values/mistake";
import type { ContainerPlan } from "../container-plan";
import { variablesTold } from "../stages/build-secrets";
import { sshTold } from "../stages/git-over-ssh";
import { missingServices } from "./service-suggestions";
import { suggestions } from "./suggestions";

/** What a synth is about, beside the facts. */
export interface WarningsFor {
  /** Whether people write the Dockerfile: what is told of the generated one is no matter then. */
  readonly isWritten: boolean;
  /** Whether the user has said what the app image runs, by an instruction. */
  readonly isCommandGiven: boolean;
  /** Whether a lock file that is stale or missing is made at once, so that it is no matter for a warning. */
  readonly isLockedNext: boolean;
}

/** What of the project and its lock file may not be as it is meant, and stops nothing. */
export function* projectWarnings(plan: ContainerPlan, about: WarningsFor): Iterable<Finding> {
  const { facts, locked, lock, installer, program } = plan;
  for (const { rule, text } of facts.namedNotes) yield toldFinding(rule, text);
  if (!about.isWritten) {
    if (lock !== undefined && "reason" in lock && !lock.isEmpty) yield toldFinding("LockUnclear", lock.reason);
    const { warnings = [], unknownBuilds } = locked?.findings ?? {};
    for (const { parts } of warnings) yield { ...parts, rule: "LockedPackageUninstallable", mayWork: true };
    if (unknownBuilds !== undefined) yield { ...unknownBuilds.parts, rule: "PackageBuiltFromSource" };
    for (const text of installer.notes?.(facts) ?? []) yield toldFinding("LockMissing", text);
  }
  if (!about.isLockedNext) yield* lockWarnings(plan);
  if (program.missing === undefined || about.isCommandGiven || about.isWritten) return;
  yield toldFinding("CommandMissing", program.missing);
}

function* lockWarnings({ facts, lock, locked }: ContainerPlan): Iterable<Finding> {
  const { stale } = locked?.findings ?? {};
  const { exists = true, path } = facts.lockFile?.value ?? {};
  const unlocked = `There is no ${path}, by which the images are built; run "npx projen lock", and commit it.`;
  if (!exists) yield toldFinding("LockMissing", unlocked);
  if (lock !== undefined && "reason" in lock && lock.isEmpty) yield toldFinding("LockStale", lock.reason);
  if (stale !== undefined) yield { ...stale.parts, rule: "LockStale" };
}

/** What a user may want to know or to add. */
export interface AdviceFor {
  readonly isWritten: boolean;
  /** The stage for want of which no dev container is generated. */
  readonly missingStage?: string;
  /** Those that run beside the app image's own. */
  readonly commands: readonly (readonly string[])[];
  /** The compose file where it is generated: what people write has other services. */
  readonly compose?: ComposeFile;
}

/** What is worth telling of a project in which nothing is wrong. */
export function adviceOn(plan: ContainerPlan, { isWritten, commands, compose, missingStage }: AdviceFor): string[] {
  const undeveloped = `The Dockerfile has no stage ${shown(missingStage)}, so that no dev container is generated; stageNames: { dev: "…" } names another one.`;
  return [
    ...(missingStage === undefined ? [] : [undeveloped]),
    ...variablesTold(plan.facts),
    ...(plan.overSsh === undefined || isWritten ? [] : [sshTold(plan.overSsh.source, plan.options.sshKnownHosts)]),
    ...suggestions(plan, commands),
    ...(compose === undefined ? [] : missingServices(plan, compose)),
  ];
}
