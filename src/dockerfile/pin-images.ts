import type { ImageReference } from "../values/image-reference";
import type { Instruction } from "./instruction";
import type { DockerfileModel, StageModel } from "./model";
import { inWords, usedVariables } from "./resolve-arguments";
import { expandWord } from "./word";

/** The images of a Dockerfile that have a name without a digest, as builds without arguments take them; each once. */
export function namedImages(model: DockerfileModel): string[] {
  const defaults = defaultsOf(model);
  const bases = model.stages.map((stage) => baseOf(stage, defaults));
  const copied = model.stages.flatMap(instructionsOf).map(copiedImage);
  const syntax = model.directives.filter(([name]) => name === "syntax").map(([, value]) => value);
  const all = [...syntax, ...bases, ...copied].filter((image) => image !== undefined);
  return [...new Set(all)].filter((image) => !image.includes("@"));
}

/**
 * The Dockerfile with the digests of its images.
 *
 * A digest decides over the tag, so that none stands beside an argument: the argument would change nothing. One that is of
 * no use then is left out, and docker says so to whoever gives it.
 */
export function pinImages(model: DockerfileModel, pins: ReadonlyMap<string, ImageReference>): DockerfileModel {
  if (pins.size === 0) return model;
  const defaults = defaultsOf(model);
  const pinned = (image: string | undefined) => (image === undefined ? undefined : pins.get(image)?.toString());
  const stages = model.stages.map((stage) => ({
    ...stage,
    image: pinned(baseOf(stage, defaults)) ?? stage.image,
    sections: stage.sections.map((section) => ({
      ...section,
      instructions: section.instructions.map((each) => {
        const image = pinned(copiedImage(each));
        return each.kind === "copy" && image !== undefined ? { ...each, source: image } : each;
      }),
    })),
  }));
  const directives = model.directives.map(
    ([name, value]) => [name, (name === "syntax" ? pinned(value) : undefined) ?? value] as const,
  );
  const dropped = [...namesInBases(model.stages)].filter((name) => !isUsed(name, model.globals, stages));
  const globals = model.globals.filter((each) => each.kind !== "arg" || !dropped.includes(each.name));
  return { ...model, directives, globals, stages };
}

/** The values of the global arguments where a build gives none. */
function defaultsOf({ globals }: DockerfileModel): ReadonlyMap<string, string | undefined> {
  const values = new Map<string, string | undefined>();
  for (const each of globals) {
    if (each.kind === "arg") values.set(each.name, each.default && expandWord(each.default, values));
  }
  return values;
}

function baseOf({ parent, image }: StageModel, defaults: ReadonlyMap<string, string | undefined>): string | undefined {
  const text = parent === undefined ? expandWord(image, defaults) : undefined;
  return text === "scratch" ? undefined : text;
}

/** The image of a COPY; a source without a tag is a stage, or a build context that has a name. */
function copiedImage(instruction: Instruction): string | undefined {
  const source = instruction.kind === "copy" ? instruction.source : undefined;
  return source?.includes(":") ? source : undefined;
}

function instructionsOf({ sections }: StageModel): Instruction[] {
  return sections.flatMap(({ instructions }) => [...instructions]);
}

function namesInBases(stages: readonly StageModel[]): Set<string> {
  return new Set(stages.flatMap(({ image, platform }) => inWords(image, platform)));
}

function isUsed(name: string, globals: readonly Instruction[], stages: readonly StageModel[]): boolean {
  const instructions = [...globals, ...stages.flatMap(instructionsOf)];
  const isDeclared = stages.flatMap(instructionsOf).some((each) => each.kind === "arg" && each.name === name);
  return isDeclared || namesInBases(stages).has(name) || instructions.flatMap(usedVariables).includes(name);
}
