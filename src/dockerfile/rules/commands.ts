import { shown } from "../../values/mistake";
import { shellTextOf } from "../parsed/programs";
import { repositoryOf } from "./from";
import { inShort } from "./in-short";
import { lineOf, type StageRule } from "./ruled-file";
import { programsOfRun, startedIn } from "./run";

/** Programs for a person at a terminal, or for a whole machine. */
const INTERACTIVE = /^(?:free|kill|mount|ps|service|shutdown|ssh|top|vim)$/;

/** What RUN has done by a shell. */
export const commandRules: readonly StageRule[] = [
  function* folder({ unfolded }) {
    for (const each of unfolded) {
      const [first] = programsOfRun(each);
      if (first?.name !== "cd" || each.words !== undefined) continue;
      yield {
        rule: "CdInsteadOfWorkdir",
        at: each,
        what: `${shown(inShort(each))} begins with cd`,
        allowed: "the next instruction is where it was before",
        fix: "call addWorkdir before",
      };
    }
  },

  function* programs({ unfolded }) {
    for (const { name, args, at } of startedIn(unfolded)) {
      if (name === "sudo") {
        yield {
          rule: "SudoInRun",
          at,
          what: `RUN starts ${shown(name)}`,
          allowed: "sudo expects a terminal, and who may use it becomes root in the container too",
          fix: "call addUser before and after",
        };
      }
      if (INTERACTIVE.test(name) && !(name === "ssh" && at.flags.some(isSshMount))) {
        yield {
          rule: "InteractiveProgram",
          at,
          what: `RUN starts ${shown(name)}, which does nothing for an image`,
          fix: "leave it out, or do it in the container",
        };
      }
      if (name === "ln" && /^(?:\/usr)?\/bin\/sh$/.test(args.at(-1) ?? "")) {
        yield {
          rule: "ShellReplaced",
          at,
          what: `RUN starts ${shown(name)}, which replaces the shell of the whole system`,
          fix: 'use addShell(["/bin/bash", "-c"])',
        };
      }
      const uid = name === "useradd" ? /(?:^| )(?:-[a-z]*u|--uid)[ =]?(\d+)/.exec(args.join(" "))?.[1] : undefined;
      if (uid !== undefined && uid.length > 5 && !args.some((arg) => /^(?:-[a-z]*l[a-z]*|--no-log-init)$/.test(arg))) {
        yield {
          rule: "LoginLogGrows",
          at,
          what: `RUN starts useradd with the number ${uid}, which makes a log of logins of as many entries`,
          fix: "add --no-log-init",
        };
      }
    }
  },

  function* downloads({ unfolded }) {
    const names = new Set(unfolded.flatMap(programsOfRun).map(({ name }) => name));
    if (!names.has("wget") || !names.has("curl")) return;
    yield {
      rule: "WgetAndCurl",
      what: "it downloads with wget and with curl",
      allowed: "one of them does",
      fix: "use one of the two",
    };
  },

  function* pipes(stage) {
    let isSafe = lineOf(stage)
      .slice(0, -1)
      .some(({ instructions }) => instructions.some(chosesPipefail));
    for (const each of stage.unfolded) {
      if (each.keyword === "SHELL") isSafe = chosesPipefail(each);
      if (isSafe || /\bpipefail\b|\|\|\s*(?:true|:)\s*\)?\s*$/.test(shellTextOf(each) ?? "pipefail")) continue;
      // What only prints a text doesn't fail.
      const pipe = programsOfRun(each).find(({ isPiped, name }) => isPiped && !/^(?:echo|printf|yes|true)$/.test(name));
      if (pipe === undefined) continue;
      // Those have no bash, but their own shell knows the option.
      const shell = /^(?:alpine|busybox)$/.test(repositoryOf(stage) ?? "") ? '"/bin/ash", "-eo"' : '"/bin/bash", "-o"';
      yield {
        rule: "PipeFailureIgnored",
        at: each,
        what: `${shown(inShort(each))} goes on where ${shown(pipe.name)} fails`,
        allowed: "of a pipe only the last program counts",
        fix: `call addShell([${shell}, "pipefail", "-c"]) before`,
      };
    }
  },
];

/** With a key in the build ssh asks a server for something. */
function isSshMount({ name, value }: { readonly name: string; readonly value: string }): boolean {
  return name === "mount" && /(?:^|,)type=ssh(?:,|$)/.test(value);
}

/** A shell that ends with what failed in a pipe, or one that is no POSIX shell. */
function chosesPipefail({
  keyword,
  words = [],
}: {
  readonly keyword: string;
  readonly words?: readonly string[];
}): boolean {
  return (
    keyword === "SHELL" &&
    (words.some((word) => word.includes("pipefail")) ||
      !/sh$/.test(words[0] ?? "sh") ||
      /p(?:ower)?w?sh/.test(words[0]))
  );
}
