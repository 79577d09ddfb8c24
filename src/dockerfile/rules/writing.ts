import { shown } from "../../values/mistake";
import type { WrittenInstruction } from "../parsed/parse-dockerfile";
import { inShort, shortened } from "./in-short";
import { lastOf, type StageRule } from "./ruled-file";

const KEYWORDS =
  /^(?:ADD|ARG|CMD|COPY|ENTRYPOINT|ENV|EXPOSE|FROM|HEALTHCHECK|LABEL|MAINTAINER|ONBUILD|RUN|SHELL|STOPSIGNAL|USER|VOLUME|WORKDIR)$/;

const METHODS: Readonly<Record<string, string>> = {
  CMD: "addCommand",
  ENTRYPOINT: "addEntrypoint",
  HEALTHCHECK: "addHealthCheck",
};

/** How instructions are written: their keywords, their forms, the lines between them. */
export const writingRules: readonly StageRule[] = [
  function* keywords({ from, unfolded }) {
    for (const { keyword, spelling } of [from, ...unfolded]) {
      if (!KEYWORDS.test(keyword)) {
        yield {
          rule: "UnknownInstruction",
          what: `there is no instruction ${shown(spelling)}`,
          allowed: "each line begins with an instruction, or continues one that ends with a backslash",
          fix: "correct the raw text",
        };
      } else if (spelling !== keyword) {
        yield {
          rule: "ConsistentInstructionCasing",
          what: `the instruction ${shown(spelling)} is not in upper case, as the others of the file are`,
          fix: `write ${keyword}`,
        };
      }
    }
  },

  function* emptyLines({ unfolded }) {
    for (const each of unfolded.filter(({ hasEmptyLine }) => hasEmptyLine)) {
      yield {
        rule: "NoEmptyContinuation",
        at: each,
        what: `${shown(inShort(each))} goes on after an empty line`,
        allowed: "a later version of the syntax ends the instruction there",
        fix: "leave the line out, or make it a comment",
      };
    }
  },

  function* keyValues({ unfolded }) {
    for (const each of unfolded) {
      if (each.keyword !== "ENV" && each.keyword !== "LABEL") continue;
      const [, name] = /^("[^"]*"|[^\s=]+)\s/.exec(each.text) ?? [];
      if (name === undefined) continue;
      yield {
        rule: "LegacyKeyValueFormat",
        at: each,
        what: `${each.keyword} ${name} has white space before its value`,
        allowed: "that form takes the rest of the line as it is, and is going to be removed",
        fix: `write ${each.keyword} ${name}="…", or use ${each.keyword === "ENV" ? "addEnv" : "addLabel"}`,
      };
    }
  },

  function* maintainer({ unfolded }) {
    if (!unfolded.some(({ keyword }) => keyword === "MAINTAINER")) return;
    yield {
      rule: "MaintainerDeprecated",
      what: "MAINTAINER is not read by anything any more",
      fix: 'use addLabel("org.opencontainers.image.authors", "…")',
    };
  },

  function* descriptions(stage, { globals, stages }) {
    const all = [...(stage === stages[0] ? globals : []), stage.from, ...stage.unfolded];
    for (const at of all) {
      const { keyword, comment } = at;
      const isFrom = keyword === "FROM";
      const names = isFrom ? [stage.name ?? ""] : keyword === "ARG" ? at.properties.map(({ name }) => name) : [];
      const [name = ""] = names;
      if (name === "" || comment === undefined || names.includes(comment.split(" ")[0]) || isBanner(comment)) continue;
      if (/^(?:hadolint|syntax|check|escape)\b/.test(comment) || comment === "") continue;
      yield {
        rule: "InvalidDefinitionDescription",
        at,
        what: `the comment ${shown(shortened(comment))} touches ${keyword} ${name}`,
        allowed: `BuildKit takes it for the description of the ${isFrom ? "stage" : "argument"}, which begins with ${shown(name)}`,
        fix: `begin it with ${shown(name)}, or write a line with # alone below it`,
      };
    }
  },

  function* execForm(stage) {
    // A shell that is chosen is meant.
    if (lastOf(stage, "SHELL") !== undefined) return;
    for (const each of stage.instructions.filter(isProgram)) {
      if (each.words !== undefined || each.text === "") continue;
      yield {
        rule: "JSONArgsRecommended",
        at: each,
        what: `${shown(inShort(each))} is run by a shell, which keeps signals to itself`,
        allowed: "a program without a shell stops when the container is asked to",
        fix: `give its words to ${METHODS[each.keyword]}, or choose the shell with addShell where it has to expand a variable`,
      };
    }
  },

  function* once({ instructions }) {
    for (const keyword of ["CMD", "ENTRYPOINT", "HEALTHCHECK"]) {
      const all = instructions.filter((each) => each.keyword === keyword);
      if (all.length < 2) continue;
      yield {
        rule: "MultipleInstructionsDisallowed",
        at: all[1],
        what: `${keyword} stands ${all.length} times in it, the first as ${shown(inShort(all[0]))}`,
        allowed: "only the last one counts",
        fix: `call ${METHODS[keyword]}, which replaces a generated one, in place of raw text`,
      };
    }
  },

  function* onBuild({ instructions }) {
    for (const { trigger } of instructions) {
      if (trigger === undefined || !/^(?:FROM|ONBUILD|MAINTAINER)$/.test(trigger.keyword)) continue;
      yield {
        rule: "InvalidOnBuild",
        what: `ONBUILD has ${trigger.keyword}`,
        allowed: "a later build runs every instruction but FROM, ONBUILD and MAINTAINER",
        fix: "leave it out",
      };
    }
  },
];

function isProgram({ keyword }: WrittenInstruction): boolean {
  return keyword === "CMD" || keyword === "ENTRYPOINT";
}

/** The heading of a section, which this module writes. */
function isBanner(comment: string): boolean {
  return /^-+ .* -+$/.test(comment);
}
