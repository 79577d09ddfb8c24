import { From, type Instruction } from "dockerfile-ast";

interface Stage {
  readonly name: string;
  readonly base: string;
  /** What it copies and mounts from: names and numbers of stages, and images. */
  readonly sources: string[];
}

/** The stages, in lower case, whose layers are in an image that something may run: from no other stage files alone are taken. */
export function shippedStages(instructions: readonly Instruction[]): ReadonlySet<string> {
  const stages: Stage[] = [];
  for (const each of instructions) {
    if (each instanceof From) {
      const name = (each.getBuildStage() ?? String(stages.length)).toLowerCase();
      stages.push({ name, base: each.getImage()?.toLowerCase() ?? "", sources: [] });
    } else {
      const flags = /^\w+(?:\s+--\S+)+/.exec(each.getTextContent())?.[0] ?? "";
      stages
        .at(-1)
        ?.sources.push(...[...flags.matchAll(/\bfrom=["']?([^\s,"']+)/g)].map(([, from]) => from.toLowerCase()));
    }
  }
  const sources = new Set(stages.flatMap((stage) => stage.sources.map((each) => stages[Number(each)]?.name ?? each)));
  const shipped = new Set(stages.map(({ name }) => name).filter((name) => !sources.has(name)));
  // A base has its layers in what starts from it, and one from which files alone are taken has none there.
  const bases = new Set(stages.map(({ base }) => base));
  for (const { name } of stages) if (bases.has(name)) shipped.delete(name);
  for (const { name, base } of [...stages].reverse()) if (shipped.has(name)) shipped.add(base);
  return shipped;
}
