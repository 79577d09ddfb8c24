import { shown } from "../../values/mistake";
import type { WrittenInstruction } from "../parsed/parse-dockerfile";
import { optionsOf } from "../parsed/program-options";
import type { StartedProgram } from "../parsed/programs";
import { inShort } from "./in-short";
import { isKept, type StageRule } from "./ruled-file";
import { hasCache, programsOfRun, startedIn } from "./run";

const APT = /^(?:apt-get|apt|aptitude)$/;
const ASKING = /^(?:apt-get|apt|aptitude|yum|dnf|microdnf|tdnf|zypper)$/;
const APT_VALUES = ["-o", "--option", "-t", "--target-release", "-c", "--config-file"];

/** How packages of the system are installed. */
export const packageRules: readonly StageRule[] = [
  function* aptGet({ unfolded }) {
    for (const { name, at } of startedIn(unfolded)) {
      if (name !== "apt") continue;
      yield {
        rule: "AptInScript",
        at,
        what: `RUN starts ${shown(name)}`,
        allowed: "apt is for people: its output and options change",
        fix: "use apt-get",
      };
    }
  },

  function* unattended({ unfolded }) {
    for (const { at, ...program } of startedIn(unfolded)) {
      if (!ASKING.test(program.name) || !asks(program) || answers(program)) continue;
      yield {
        rule: "AssumeYesMissing",
        at,
        what: `RUN starts ${shown(program.name)}, which asks whether to go on`,
        allowed: "nobody answers in a build, which fails then",
        fix: program.name === "zypper" ? "add --non-interactive" : "add -y",
      };
    }
  },

  function* recommended({ unfolded }) {
    for (const { name, args, at } of startedIn(unfolded)) {
      if (!APT.test(name) || !installs({ name, args })) continue;
      if (/(?:^| )--no-install-recommends|Install-Recommends=(?:0|no|false)/i.test(args.join(" "))) continue;
      yield {
        rule: "RecommendedPackages",
        at,
        what: `RUN starts ${shown(name)}, which installs what packages recommend too`,
        fix: "add --no-install-recommends",
      };
    }
  },

  function* lists(stage, file) {
    if (!isKept(stage, file)) return;
    for (const each of stage.unfolded) {
      const programs = programsOfRun(each);
      // Lists that are updated alone are told of below.
      const isApt = programs.some(isUpdate) && programs.some(isOtherApt);
      if (isApt && !leavesNoList(each, programs)) {
        yield {
          rule: "PackageListsKept",
          at: each,
          what: `${shown(inShort(each))} leaves the lists of packages in the layer`,
          fix: 'end it with "rm -rf /var/lib/apt/lists/*", or mount a cache on /var/lib/apt/lists',
        };
      }
      const isApk = programs.some(
        ({ name, args }) => name === "apk" && args.includes("add") && !args.includes("--no-cache"),
      );
      if (isApk && !isEmptied(programs, "/var/cache/apk") && !hasCache(each, "/var/cache/apk", "/etc/apk/cache")) {
        yield {
          rule: "PackageListsKept",
          at: each,
          what: `${shown(inShort(each))} leaves the index of packages in the layer`,
          fix: "add --no-cache",
        };
      }
    }
  },

  function* updateAlone({ unfolded }) {
    for (const each of unfolded) {
      const programs = programsOfRun(each);
      if (!programs.some(isUpdate) || programs.some(isOtherApt)) continue;
      yield {
        rule: "AptUpdateAlone",
        at: each,
        what: `${shown(inShort(each))} updates the lists and installs nothing`,
        allowed: "its layer is cached, so that a later install takes lists of some other day",
        fix: "install in the same instruction",
      };
    }
  },
];

function isUpdate({ name, args }: StartedProgram): boolean {
  return APT.test(name) && args.includes("update");
}

function isOtherApt({ name, args }: StartedProgram): boolean {
  return APT.test(name) && !args.includes("update");
}

function installs({ args }: Pick<StartedProgram, "name" | "args">): boolean {
  return /^(?:install|reinstall|groupinstall)$/.test(optionsOf(args, APT_VALUES).rest[0] ?? "");
}

/** What a package manager asks before it does it; with apt an update is one of the lists alone. */
function asks({ name, args }: StartedProgram): boolean {
  const [action = ""] = optionsOf(args, APT_VALUES).rest;
  const changes = APT.test(name)
    ? /^(?:(?:re)?install|(?:dist-|full-)?upgrade|remove|purge|autoremove)$/
    : /^(?:(?:re|group)?install|in|up|dup|update|upgrade|patch|remove|rm|erase|autoremove)$/;
  return changes.test(action);
}

function answers({ args }: StartedProgram): boolean {
  return args.some(
    (arg) =>
      /^-[a-z]*y[a-z]*$/i.test(arg) ||
      /^(?:--yes|-n|--non-interactive|--assume-yes|--assumeyes|--simulate|--dry-run|--download-only)$/.test(arg) ||
      /^-(?:qq|q=2|[a-z]*qq[a-z]*)$/.test(arg) ||
      /Assume-Yes=(?:1|true|yes)/i.test(arg),
  );
}

function leavesNoList(instruction: WrittenInstruction, programs: readonly StartedProgram[]): boolean {
  return isEmptied(programs, "/var/lib/apt") || hasCache(instruction, "/var/lib/apt/lists", "/var/lib/apt");
}

function isEmptied(programs: readonly StartedProgram[], folder: string): boolean {
  return programs.some(
    ({ name, args }) =>
      args.some((arg) => arg.startsWith(folder)) && (name === "rm" || (name === "find" && args.includes("-delete"))),
  );
}
