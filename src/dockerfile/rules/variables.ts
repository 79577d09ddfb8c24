import { shown } from "../../values/mistake";
import { repositoryOf } from "./from";
import { inShort } from "./in-short";
import { isNear } from "./near";
import { referencesIn } from "./references";
import { lineOf, type StageRule, variablesOf } from "./ruled-file";

/** What BuildKit declares in each stage by itself. */
const AUTOMATIC = /^(?:BUILDKIT_SBOM_SCAN_CONTEXT|BUILDKIT_SBOM_SCAN_STAGE)$/;

/** Variables of well-known images; what another one sets is not known. */
const IMAGE_VARIABLES: Readonly<Record<string, readonly string[]>> = {
  scratch: ["PATH"],
  alpine: ["PATH"],
  busybox: ["PATH"],
  debian: ["PATH"],
  ubuntu: ["PATH"],
  python: [
    "PATH",
    "LANG",
    "GPG_KEY",
    "PYTHON_VERSION",
    "PYTHON_SHA256",
    "PYTHON_PIP_VERSION",
    "PYTHON_SETUPTOOLS_VERSION",
    "PYTHON_GET_PIP_URL",
    "PYTHON_GET_PIP_SHA256",
  ],
  node: ["PATH", "NODE_VERSION", "YARN_VERSION"],
};

/** The instructions in which BuildKit itself expands variables, and no shell. */
const EXPANDED = /^(?:ADD|COPY|ENV|EXPOSE|LABEL|STOPSIGNAL|USER|VOLUME|WORKDIR|ARG)$/;

/** Which variables instructions use. */
export const variableRules: readonly StageRule[] = [
  function* undefinedVariables(stage, file) {
    const declared = new Set(
      lineOf(stage)
        .slice(0, -1)
        .flatMap(({ variables }) => variables),
    );
    const inImage = IMAGE_VARIABLES[repositoryOf(stage) ?? ""];
    const elsewhere = new Set([
      ...file.globals.flatMap(variablesOf),
      ...file.stages.flatMap(({ variables }) => variables),
    ]);
    const nearest = (name: string) => [...elsewhere].find((other) => isNear(other, name));
    for (const each of stage.instructions) {
      const unknown = (EXPANDED.test(each.keyword) ? referencesIn(each) : []).filter((name) => {
        // One that is set in the same instruction is another mistake.
        if (declared.has(name) || variablesOf(each).includes(name) || inImage?.includes(name)) return false;
        // An image may set what this file doesn't.
        return !AUTOMATIC.test(name) && (inImage !== undefined || elsewhere.has(name) || nearest(name) !== undefined);
      });
      if (unknown.length > 0) {
        const near = unknown.map((name) => (elsewhere.has(name) ? undefined : nearest(name)));
        yield {
          rule: "UndefinedVar",
          at: each,
          what: `${shown(inShort(each))} uses ${unknown.join(" and ")}, which ${unknown.length > 1 ? "are" : "is"} not declared above`,
          allowed: `${unknown.length > 1 ? "they are" : "it is"} empty then`,
          fix: near.every((name) => name === undefined)
            ? "declare it before with addArg or addEnv"
            : `write ${near.map((name, at) => name ?? unknown[at]).join(" and ")}`,
        };
      }
      for (const name of variablesOf(each)) declared.add(name);
    }
  },

  function* ownValue(stage) {
    const before = new Set(
      lineOf(stage)
        .slice(0, -1)
        .flatMap(({ variables }) => variables),
    );
    for (const each of stage.instructions) {
      const names = variablesOf(each);
      const own =
        each.keyword === "ENV" && names.length > 1
          ? referencesIn(each).find((name) => names.includes(name))
          : undefined;
      if (own !== undefined && !before.has(own)) {
        yield {
          rule: "SelfReferencingEnv",
          at: each,
          what: `${shown(inShort(each))} sets ${own} and uses it`,
          allowed: "an instruction sees the variables of those above it, so that the old value is used",
          fix: "use an instruction for each of them",
        };
      }
      for (const name of names) before.add(name);
    }
  },
];
