import type { WrittenStage } from "./parsed/parse-dockerfile";

interface Stage {
  readonly name: string;
  readonly base: string;
  /** What it copies and mounts from: names and numbers of stages, and images. */
  readonly sources: readonly string[];
}

/** The stages, in lower case, whose layers are in an image that something may run: from no other stage files alone are taken. */
export function shippedStages(written: readonly WrittenStage[]): ReadonlySet<string> {
  const stages = written.map(({ name, base, instructions }, at): Stage => {
    const flags = instructions.flatMap((each) => each.flags.map((flag) => `${flag.name}=${flag.value}`));
    const sources = flags.flatMap((flag) => /\bfrom=["']?([^\s,"']+)/.exec(flag)?.[1].toLowerCase() ?? []);
    return { name: name ?? String(at), base: base.toLowerCase(), sources };
  });
  const sources = new Set(stages.flatMap((stage) => stage.sources.map((each) => stages[Number(each)]?.name ?? each)));
  const shipped = new Set(stages.map(({ name }) => name).filter((name) => !sources.has(name)));
  // A base has its layers in what starts from it, and one from which files alone are taken has none there.
  const bases = new Set(stages.map(({ base }) => base));
  for (const { name } of stages) if (bases.has(name)) shipped.delete(name);
  for (const { name, base } of [...stages].reverse()) if (shipped.has(name)) shipped.add(base);
  return shipped;
}
