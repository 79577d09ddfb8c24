import type { Command, Instruction } from "./instruction";
import type { DockerfileModel, StageModel } from "./model";
import { type Word, wordParts } from "./word";

/**
 * Declares global ARGs again in the stages that use them.
 *
 * An ARG before the first FROM is seen by FROM lines alone. A stage that uses it, and neither declares it nor starts
 * from a stage that does, gets an `ARG name` right before the first instruction that needs it, so that instructions
 * above stay cached when the value changes.
 *
 * @see https://docs.docker.com/reference/dockerfile/#understand-how-arg-and-from-interact
 */
export function resolveArguments(model: DockerfileModel): DockerfileModel {
  const globals = new Set(model.globals.flatMap((each) => (each.kind === "arg" ? [each.name] : [])));
  const known = new Map<string, ReadonlySet<string>>();
  const stages = model.stages.map((stage) => {
    const names = new Set(stage.parent === undefined ? [] : known.get(stage.parent));
    known.set(stage.name, names);
    return withRenewals(stage, globals, names);
  });
  return { ...model, stages };
}

function withRenewals(stage: StageModel, globals: ReadonlySet<string>, known: Set<string>): StageModel {
  const sections = stage.sections.map((section) => ({
    ...section,
    instructions: section.instructions.flatMap((instruction) => {
      const missing = usedVariables(instruction).filter((name) => globals.has(name) && !known.has(name));
      const renewals = [...new Set(missing)].map((name): Instruction => ({ kind: "arg", name }));
      for (const each of [...renewals, instruction]) {
        if (each.kind === "arg" || each.kind === "env") known.add(each.name);
      }
      return [...renewals, instruction];
    }),
  }));
  return { ...stage, sections };
}

/** The names of the variables that an instruction refers to. */
export function usedVariables(instruction: Instruction): string[] {
  switch (instruction.kind) {
    case "arg":
      return inWords(instruction.default);
    case "env":
    case "label":
      return inWords(instruction.value);
    case "run":
      return inCommand(instruction.command);
    case "copy":
      return inWords(...instruction.paths, instruction.destination, instruction.chown, instruction.chmod);
    case "add":
      return inWords(
        ...instruction.paths,
        instruction.destination,
        instruction.checksum,
        instruction.chown,
        instruction.chmod,
      );
    case "volume":
    case "workdir":
      return inWords(instruction.path);
    case "user":
      return inWords(instruction.user);
    case "raw":
      return inText(instruction.text);
    default:
      // A shell expands a CMD when the container runs, and the build that runs an ONBUILD has arguments of its own.
      return [];
  }
}

/** The names of the variables in words. */
export function inWords(...words: (Word | undefined)[]): string[] {
  return words
    .flatMap((word) => (word === undefined ? [] : wordParts(word)))
    .flatMap((part) => ("variable" in part ? [part.variable] : []));
}

function inCommand(command: Command): string[] {
  switch (command.form) {
    case "argv":
      return inWords(...command.words);
    case "sequence":
      return inWords(...command.commands.flat());
    case "shell":
      return inText(command.text);
    case "heredoc":
      return inText(command.script);
  }
}

/** In text of a shell a name after a dollar sign counts; one too many only renews an ARG that nobody reads. */
function inText(text: string): string[] {
  return [...text.matchAll(/\$\{?([A-Za-z_][A-Za-z0-9_]*)/g)].map((match) => match[1]);
}
