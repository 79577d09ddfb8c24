import type { ParsedDockerfile, WrittenStage } from "./parse-dockerfile";

/**
 * The stages that are built for one: it, and those from which it and they start, copy and mount.
 *
 * @param target the stage, the last one where it is undefined
 */
export function neededStages({ stages }: ParsedDockerfile, target: string | undefined): WrittenStage[] {
  const last = target === undefined ? stages.length - 1 : indexOf(stages, target);
  const needed = new Set(last < 0 ? [] : [last]);
  // What a stage needs stands above it.
  for (let at = last; at >= 0; at -= 1) {
    if (!needed.has(at)) continue;
    for (const name of sourcesOf(stages[at])) {
      const index = indexOf(stages.slice(0, at), name);
      if (index >= 0) needed.add(index);
    }
  }
  return stages.filter((_, at) => needed.has(at));
}

function indexOf(stages: readonly WrittenStage[], name: string): number {
  const named = stages.map((stage) => stage.name?.toLowerCase()).lastIndexOf(name.toLowerCase());
  return named < 0 && /^\d+$/.test(name) && Number(name) < stages.length ? Number(name) : named;
}

/** What a stage starts, copies and mounts from: stages, and images. */
function sourcesOf({ base, instructions }: WrittenStage): string[] {
  const flags = instructions.flatMap((each) => each.flags);
  const sources = flags.flatMap(({ name, value }) => {
    if (name === "from") return [value];
    return name === "mount" ? (/(?:^|,)from=([^,]+)/.exec(value)?.slice(1) ?? []) : [];
  });
  return [base, ...sources];
}
