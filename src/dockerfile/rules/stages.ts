import { shown } from "../../values/mistake";
import type { WrittenInstruction } from "../parsed/parse-dockerfile";
import { inShort } from "./in-short";
import { isNear } from "./near";
import type { RuledStage, StageFinding, StageRule } from "./ruled-file";

/** What a stage has of others. */
export const stageRules: readonly StageRule[] = [
  function* base(stage, { stages }) {
    const { image, parent, from } = stage;
    if (parent !== undefined) return;
    const at = stages.indexOf(stage);
    if (stages.slice(at + 1).some((each) => isCalled(each, image))) {
      yield {
        rule: "UnknownStage",
        at: from,
        what: `it starts from the stage ${shown(image)}, which does not stand before it`,
        allowed: "a stage starts from an image or from an earlier stage of the same file",
        fix: "add that stage first",
      };
    }
    yield* misspelt(from, image, stages.slice(0, at));
  },

  function* sources(stage, { stages }) {
    const at = stages.indexOf(stage);
    for (const each of stage.unfolded) {
      for (const source of sourcesOf(each)) {
        const found = /^\d+$/.test(source) ? Number(source) : stages.findIndex((other) => isCalled(other, source));
        if (found < 0) yield* misspelt(each, source, stages.slice(0, at));
        if (found < at) continue;
        yield {
          rule: "UnknownStage",
          at: each,
          what: `${shown(inShort(each))} copies or mounts from the stage ${shown(source)}, which does not stand before it`,
          allowed: "a stage sees the stages above it",
          fix: stages[found] === undefined || found === at ? "name one of those" : "add that stage first",
        };
      }
    }
  },

  function* nothing({ image, parent, instructions }) {
    if (parent !== undefined || image.toLowerCase() !== "scratch") return;
    const first = instructions.find(({ keyword }) => /^(?:COPY|ADD|RUN)$/.test(keyword));
    if (first?.keyword !== "RUN" || first.flags.some(isBind)) return;
    yield {
      rule: "RunInEmptyImage",
      at: first,
      what: "RUN comes before anything is in the image, which starts from nothing",
      allowed: "a command needs a shell that is copied, added or mounted before",
      fix: "run it in a stage that has one, and copy what it makes",
    };
  },
];

/** What an instruction copies and mounts from, where it is not the build context: stages and images. */
export function sourcesOf({ keyword, flags }: WrittenInstruction): string[] {
  const from = flags.flatMap(({ name, value }) => {
    if (name === "from" && keyword === "COPY") return [value];
    return name === "mount" && keyword === "RUN" ? (/(?:^|,)from=([^,]+)/.exec(value)?.[1] ?? []) : [];
  });
  return from.filter((each) => each !== "" && !each.includes("$"));
}

/** Names of stages and images are compared without case. */
function isCalled({ name }: RuledStage, wanted: string): boolean {
  return name?.toLowerCase() === wanted.toLowerCase();
}

/** A plain word that is nearly a stage's name; it may be meant for an image, but no image is called nearly so. */
function* misspelt(at: WrittenInstruction, word: string, stages: readonly RuledStage[]): Iterable<StageFinding> {
  const near = /^[\w-]+$/.test(word) ? stages.find(({ name }) => name !== undefined && isNear(name, word)) : undefined;
  if (near?.name === undefined) return;
  yield {
    rule: "UnknownStage",
    at,
    what: `${at.keyword} names ${shown(word)}, and there is no such stage`,
    allowed: "what is no stage above is taken for an image of a registry",
    fix: `write ${near.name}`,
  };
}

/** A mount without a type is a bind mount. */
function isBind({ name, value }: { readonly name: string; readonly value: string }): boolean {
  return name === "mount" && (/(?:^|,)type=bind(?:,|$)/.test(value) || !/(?:^|,)type=/.test(value));
}
