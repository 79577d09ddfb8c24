import { shown } from "../../values/mistake";
import type { WrittenInstruction } from "../parsed/parse-dockerfile";
import { simpleWords } from "../parsed/shell-commands";
import { inShort } from "./in-short";
import { lastOf, lineOf, type StageRule } from "./ruled-file";

/** Where files go, and the folder from which paths count. */
export const fileRules: readonly StageRule[] = [
  function* workdir(stage) {
    const first = lineOf(stage)
      .flatMap(({ instructions }) => instructions)
      .find(({ keyword }) => keyword === "WORKDIR");
    if (first === undefined || !isRelative(first.text) || !stage.instructions.includes(first)) return;
    yield {
      rule: "WorkdirRelativePath",
      what: `WORKDIR ${shown(first.text)} is relative to a folder that the base image decides`,
      fix: "write the whole path",
    };
  },

  function* relativeTarget(stage) {
    if (lastOf({ ...stage, instructions: [] }, "WORKDIR") !== undefined) return;
    for (const each of stage.instructions) {
      if (each.keyword === "WORKDIR") return;
      const target = each.keyword === "COPY" ? pathsOf(each).at(-1) : undefined;
      if (target === undefined || !isRelative(target)) continue;
      yield {
        rule: "CopyWithoutWorkdir",
        at: each,
        what: `${shown(inShort(each))} copies to a folder that the base image decides`,
        allowed: "a relative destination has a WORKDIR above it",
        fix: "call addWorkdir before, or write the whole path",
      };
    }
  },

  function* severalFiles({ unfolded }) {
    for (const each of unfolded.filter(isFileInstruction)) {
      const paths = pathsOf(each);
      const target = paths.at(-1) ?? "";
      if (paths.length < 3 || /\/$|^\.$|[$}]$|\$\w+$/.test(target)) continue;
      yield {
        rule: "CopyIntoFile",
        at: each,
        what: `${shown(inShort(each))} has ${paths.length - 1} sources`,
        allowed: "several paths are copied into a folder",
        fix: "end the destination with /",
      };
    }
  },

  function* localAdd({ unfolded }) {
    for (const each of unfolded) {
      if (each.keyword !== "ADD" || each.heredocs.length > 0) continue;
      const local = pathsOf(each).slice(0, -1).find(isPlainFile);
      if (local === undefined) continue;
      yield {
        rule: "AddInsteadOfCopy",
        at: each,
        what: `ADD takes ${shown(local)}, which is no archive and no address`,
        allowed: "ADD unpacks and downloads; COPY does what it says",
        fix: "use addCopy",
      };
    }
  },
];

function isFileInstruction({ keyword }: WrittenInstruction): boolean {
  return keyword === "COPY" || keyword === "ADD";
}

function isRelative(path: string): boolean {
  return !/^["']?(?:\/|\$|[A-Za-z]:\\)/.test(path);
}

/** Sources and destination; of texts in place the destination alone. */
function pathsOf({ words, text, heredocs }: WrittenInstruction): readonly string[] {
  if (words !== undefined) return words;
  const plain = heredocs.length > 0 ? text.replaceAll(/<<\S+/g, "") : text;
  return simpleWords(plain) ?? plain.trim().split(/\s+/);
}

function isPlainFile(path: string): boolean {
  return !/^(?:[a-z][a-z0-9+.-]*:\/\/|git@|\$)|\.(?:tar|t?gz|tgz|bz2|tbz2?|xz|txz|tlz|zst|lzma|Z)(?:\.|$)|[$*?]/i.test(
    path,
  );
}
