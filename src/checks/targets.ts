import type { WrittenDockerfile } from "../dockerfile/written-dockerfile";
import type { Finding } from "../findings/finding";
import { shown } from "../values/mistake";
import type { BuildUse } from "./build-uses";

/** A stage that a generated file has built. */
export interface TargetUse extends Pick<BuildUse, "user" | "file" | "stage" | "service"> {
  /** The key of `stageNames` that gives it another name, where there is one. */
  readonly key?: string;
}

/**
 * Stages that generated files have built, and that the Dockerfile has not: all of them at once where people write it.
 *
 * @param isOfPeople whether people write the Dockerfile
 */
export function* targetFindings(
  dockerfile: WrittenDockerfile,
  uses: readonly TargetUse[],
  isOfPeople: boolean,
): Iterable<Finding> {
  const missing = uses.filter(({ stage }) => stage !== undefined && !dockerfile.hasStage(stage));
  if (!isOfPeople) {
    for (const { stage, service, user } of missing) {
      const fix = "build one of them, or add the stage by dockerfile.addStage";
      yield { ...finding(dockerfile, `it has no stage ${shown(stage)} for ${user}`, fix), stage, service };
    }
    return;
  }
  if (missing.length === 0) return;
  const stages = [...new Set(missing.map(({ stage }) => shown(stage)))].join(" or ");
  const users = [...new Set(missing.map(({ user }) => user))].join(", ");
  const what = `people write it, and it has no stage ${stages} for ${users}`;
  yield finding(dockerfile, what, waysOn(dockerfile, missing));
}

function finding(dockerfile: WrittenDockerfile, what: string, fix: string): Finding {
  return {
    rule: "UnknownTarget",
    where: dockerfile.path,
    what,
    allowed: `its stages are ${stagesOf(dockerfile)}`,
    fix,
  };
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
