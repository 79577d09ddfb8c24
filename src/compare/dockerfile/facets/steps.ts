import { Call, call, type Expression } from "../../code/expression";
import type { Difference, Stated, Way } from "../../difference";
import type { Step } from "../image";
import type { ImagePair } from "../image-pair";
import { appSection } from "../word-expression";
import { carriedCommands, needsFolder, preparesFolderAlone, writtenFor } from "./step-text";

/** From this length on the commands of a RUN stand in a line each. */
const LONG = 70;

/** What RUNs do beside installing: each goes into a section in which root still is. */
export function compareSteps(pair: ImagePair): Difference[] {
  const there = new Set(pair.generated.steps.map(({ value }) => plain(value.commands)));
  const missing = pair.yours.steps.filter(({ value }) => {
    const commands = writtenFor(value.commands, pair);
    return !there.has(plain(commands)) && !there.has(plain(carriedCommands(value, commands)));
  });
  const foreign = missing.filter(({ value }) => isForeign(value));
  const own = missing.filter(({ value }) => !isForeign(value));
  const unique = new Map(own.map((each) => [plain(each.value.commands), each]));
  return [...[...unique.values()].map((each) => stepDifference(each, pair)), ...stageDifferences(foreign)];
}

/** Whether it is part of a stage that is no stage of Python. */
function isForeign({ isFinal, base }: Step): boolean {
  return !isFinal && !base.isPython && base.python === undefined;
}

function stepDifference({ value, line }: Stated<Step>, pair: ImagePair): Difference {
  const text = plain(value.commands);
  const yours = value.interpreter === undefined ? text : `a script for ${value.interpreter}`;
  return { topic: `step ${text}`, line, yours, way: wayOf(value, pair) };
}

function wayOf(step: Step, pair: ImagePair): Way {
  const commands = writtenFor(step.commands, pair);
  const text = commands.join(" && ");
  if (preparesFolderAlone(commands, pair.generated.folder?.value)) {
    const why =
      "the folder is there, and the program can't change its files: what it writes belongs on a volume or in /tmp";
    return { kind: "nothing", why };
  }
  if (step.hasMounts) {
    const why = "it needs a secret or files of another stage: write it with addRunShell and a RunMount";
    return { kind: "none", why };
  }
  if (/(?:^|[\s/])(?:usermod|adduser|addgroup)\s/.test(text)) {
    const why = "the user of the generated image is a number without a name: give the container the group by group_add";
    return { kind: "none", why };
  }
  if (step.isFinal && /(?:^|[\s(&;])(?:poetry|uv|pdm|pipenv|hatch)\s/.test(text)) {
    return {
      kind: "none",
      why: "the package manager is not in the image: write it with the programs in /opt/venv/bin",
    };
  }
  if (!step.isFinal && !step.isEarly) {
    return {
      kind: "none",
      why: "it is part of building: the generated stages build by themselves, and may not need it",
    };
  }
  const section = sectionFor(step);
  const folder = needsFolder(commands) ? [section.calling("addWorkdir", pair.here(step.folder))] : [];
  const args = [...step.args].map(([name, byDefault]) =>
    section.calling("addArg", name, ...(byDefault === undefined ? [] : [{ default: byDefault }])),
  );
  const run =
    step.interpreter === undefined
      ? section.calling("addRunShell", joined(carriedCommands(step, commands)))
      : section.calling("addRunScript", `${text}\n`, { interpreter: step.interpreter });
  return { kind: "carry", calls: [...folder, ...args, run] };
}

function sectionFor({ isFinal, isEarly }: Step): Call {
  if (!isFinal) return call("dockerfile", "findStage", "builder").calling("section", "system packages");
  return appSection(isEarly ? "system packages" : "source");
}

function joined(commands: readonly string[]): Expression {
  const text = commands.join(" && ");
  return text.length < LONG || commands.length === 1 ? text : new Call(commands, "join", [" && "]);
}

/** The stages of other tools: there is no place for them before the app stage. */
function stageDifferences(steps: readonly Stated<Step>[]): Difference[] {
  return [...new Set(steps.map(({ value }) => value.base.reference))].map((base): Difference => {
    const own = steps.filter(({ value }) => value.base.reference === base);
    const yours = own.map(({ value }) => plain(value.commands)).join(" && ");
    const why = "build it as an image of its own, and take its files by addCopyFromImage";
    return { topic: `stage on ${base}`, line: own[0].line, yours, way: { kind: "none", why } };
  });
}

function plain(commands: readonly string[]): string {
  return commands.join(" && ").replaceAll(/\s+/g, " ").trim();
}
