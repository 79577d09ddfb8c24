import type { WrittenDockerfile } from "../dockerfile/written-dockerfile";
import { Mistake, shown } from "../values/mistake";

/** A stage that a generated file has built. */
export interface TargetUse {
  readonly stage: string;
  /** What has it built, in words. */
  readonly user: string;
  /** The file, where people may write it as well. */
  readonly file?: string;
  /** The key of `stageNames` that gives it another name, where there is one. */
  readonly key?: string;
}

/**
 * A Dockerfile that people write has every stage that generated files have built.
 *
 * @throws where it has not: all of them in one message
 */
export function checkTargets(dockerfile: WrittenDockerfile, uses: readonly TargetUse[]): void {
  const missing = uses.filter(({ stage }) => !dockerfile.hasStage(stage));
  if (missing.length === 0) return;
  const stages = [...new Set(missing.map(({ stage }) => shown(stage)))].join(" or ");
  const users = [...new Set(missing.map(({ user }) => user))].join(", ");
  throw new Mistake({
    where: dockerfile.path,
    what: `people write it, and it has no stage ${stages} for ${users}`,
    allowed: `its stages are ${stagesOf(dockerfile)}`,
    fix: waysOn(dockerfile, missing),
  });
}

function stagesOf({ stages }: WrittenDockerfile): string {
  const named = stages.flatMap((name) => (name === undefined ? [] : [shown(name)]));
  const unnamed = stages.length - named.length;
  const rest = unnamed === 0 ? [] : [`${unnamed} without a name, which FROM … AS … gives`];
  return [...named, ...rest].join(", ") || "no stage at all";
}

function waysOn({ path, stages }: WrittenDockerfile, missing: readonly TargetUse[]): string {
  const last = stages.filter((name) => name !== undefined).at(-1) ?? "app";
  const keys = [...new Set(missing.flatMap(({ key }) => key ?? []))];
  const files = [...new Set(missing.flatMap(({ file }) => file ?? []))];
  const ways = [
    ...(keys.length === 0
      ? []
      : [`name the stages that it has: stageNames: { ${keys.map((key) => `${key}: ${shown(last)}`).join(", ")} }`]),
    ...(files.length === 0
      ? []
      : [`leave what builds them to people too: handWrittenFiles: [${[path, ...files].map(shown).join(", ")}]`]),
  ];
  return ways.join(", or ") || "add the stage";
}
