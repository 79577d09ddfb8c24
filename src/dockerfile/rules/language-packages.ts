import { shown } from "../../values/mistake";
import { isKept, lineOf, type RuledStage, type StageRule } from "./ruled-file";
import { hasCache, programsOfRun, startedIn } from "./run";
import { unpinnedPackages } from "./unpinned-packages";

/** How packages of Python, Node.js and Ruby are installed. */
export const languagePackageRules: readonly StageRule[] = [
  function* pinned(stage, file) {
    // What builds a wheel, and does not ship, is for the project's [build-system] to pin.
    if (!isKept(stage, file) || variablesOf(stage).has("PIP_CONSTRAINT")) return;
    for (const { at, ...program } of startedIn(stage.unfolded)) {
      const { names, by, pin } = unpinnedPackages(program);
      if (names.length === 0) continue;
      yield {
        rule: "UnpinnedPackage",
        at,
        what: `${names.map((name) => shown(name)).join(", ")} ${names.length > 1 ? "are" : "is"} installed by ${by} in whatever version there is on that day`,
        allowed: "a version, a lock file or constraints",
        fix: `name the version, such as ${shown(pin(names[0]))}`,
      };
    }
  },

  function* pipCache(stage, file) {
    if (!isKept(stage, file) || variablesOf(stage).has("PIP_NO_CACHE_DIR")) return;
    for (const each of stage.unfolded) {
      const pip = programsOfRun(each).find(({ name, args }) => name === "pip" && args.includes("install"));
      if (
        pip === undefined ||
        pip.args.some((arg) => arg === "--no-cache-dir" || arg === "--no-index") ||
        hasCache(each, "/root/.cache/pip")
      )
        continue;
      if (each.flags.some(({ name, value }) => name === "mount" && /type=cache/.test(value) && /pip/.test(value)))
        continue;
      if (/\bPIP_NO_CACHE_DIR=/.test(`${each.text}\n${each.heredocs.join("\n")}`)) continue;
      yield {
        rule: "PipCacheKept",
        at: each,
        what: `RUN starts ${shown(pip.name)} and leaves pip's cache in the layer`,
        fix: 'add --no-cache-dir, or the mount RunMount.cache("/root/.cache/pip")',
      };
    }
  },
];

function variablesOf(stage: RuledStage): ReadonlySet<string> {
  const set = lineOf(stage)
    .flatMap(({ unfolded }) => unfolded)
    .filter(({ keyword }) => keyword === "ENV" || keyword === "ARG");
  return new Set(set.flatMap(({ properties }) => properties.map(({ name }) => name)));
}
