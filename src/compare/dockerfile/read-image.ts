import { expandText } from "../../dockerfile/parsed/expand-text";
import type { ParsedDockerfile } from "../../dockerfile/parsed/parse-dockerfile";
import { PackageManager } from "../../pyproject/managers/package-manager";
import { Mistake, shown } from "../../values/mistake";
import type { Stated } from "../difference";
import type { KnownCommand, Selection } from "./command-kind";
import type { Image } from "./image";
import { StageState } from "./stage-state";

/**
 * What the Dockerfile makes, in substance.
 *
 * @param path as messages name it
 * @param target the stage that is meant; the last one where it is left out
 * @param disk what is at a path of the build context
 * @throws where there is no such stage
 */
export function readImage(
  written: ParsedDockerfile,
  path: string,
  target: string | undefined,
  disk: { isFolder(path: string): boolean; exists(path: string): boolean },
): Image {
  const globals = new Map<string, string | undefined>();
  for (const { name, value } of written.globals.flatMap(({ properties }) => properties)) {
    globals.set(name, value === undefined ? undefined : expandText(value, globals));
  }
  const states: StageState[] = [];
  const indexOf = (name: string) => {
    const byName = written.stages.findIndex((stage, at) => at < states.length && stage.name === name.toLowerCase());
    return byName < 0 && /^\d+$/.test(name) ? Number(name) : byName;
  };
  const stageOf = (name: string) => {
    const index = indexOf(name);
    return states[index] === undefined ? undefined : { index, state: states[index] };
  };
  const parents: (number | undefined)[] = [];
  for (const stage of written.stages) {
    const base = expandText(stage.base, new Map([...platform, ...globals]));
    const parent = stageOf(base);
    const state = new StageState(base, parent?.state, {
      globals,
      stageOf,
      isFolder: (each) => disk.isFolder(each),
      exists: (each) => disk.exists(each),
    });
    for (const instruction of stage.instructions) state.take(instruction);
    parents.push(parent?.index);
    states.push(state);
  }
  const meant = target === undefined ? states.length - 1 : indexOf(target);
  if (states[meant] === undefined) throw noStage(path, target, written);
  const own = ancestryOf(meant, parents);
  const used = new Set<number>();
  const visit = (index: number): void => {
    if (used.has(index)) return;
    used.add(index);
    for (const each of [parents[index], ...states[index].sources]) if (each !== undefined) visit(each);
  };
  visit(meant);
  const state = states[meant];
  const commands = [...used]
    .sort((a, b) => a - b)
    .flatMap((index) => states[index].known.map((each) => ({ ...each, isFinal: own.has(index) })));
  const compiled = states
    .flatMap(({ known }) => known)
    .filter(({ value }) => value.kind === "dependencies" && value.selection.isCompiled);
  const selections = [...commands, ...compiled].flatMap(({ value, line }): Stated<Selection>[] =>
    value.kind === "dependencies" ? [{ value: value.selection, line }] : [],
  );
  return {
    base: { value: state.base, line: written.stages[Math.min(...own)].line },
    environment: state.environment,
    labels: state.labels,
    ports: state.ports,
    user: state.user,
    users: state.users,
    folder: state.folder,
    entrypoint: state.entrypoint,
    command: state.command,
    health: state.health,
    stopSignal: state.stopSignal,
    others: state.others,
    arguments: new Set([...globals.keys(), ...states.flatMap(({ args }) => [...args.keys()])]),
    openArguments: new Set([...state.args].filter(([, value]) => value === undefined).map(([name]) => name)),
    packages: commands.flatMap(({ value, line, isFinal }) =>
      value.kind === "system packages"
        ? value.names.map((name) => ({ value: { name, system: value.system, isFinal }, line }))
        : [],
    ),
    manager: managerOf(commands),
    managerVersion: versionOf(written, states, used, commands, globals),
    selections,
    distributions: commands.flatMap(({ value, line }) => namesIn(value).map((name) => ({ value: name, line }))),
    files: state.files,
    steps: [...used]
      .sort((a, b) => a - b)
      .flatMap((index) =>
        states[index].steps.map(({ value, line }) => ({ value: { ...value, isFinal: own.has(index) }, line })),
      ),
    stage: nameOf(written, meant),
    unusedStages: written.stages
      .map((_, at) => at)
      .filter((at) => !used.has(at))
      .map((at) => nameOf(written, at)),
  };
}

/** What BuildKit says of the platform, here of the usual one. */
const platform: ReadonlyMap<string, string> = new Map([
  ["TARGETARCH", "amd64"],
  ["TARGETOS", "linux"],
  ["TARGETPLATFORM", "linux/amd64"],
  ["BUILDPLATFORM", "linux/amd64"],
]);

/** The distributions that a command names. */
function namesIn(command: KnownCommand): readonly string[] {
  if (command.kind === "distributions") return command.names;
  return command.kind === "dependencies" ? (command.selection.distributions ?? []) : [];
}

function ancestryOf(index: number, parents: readonly (number | undefined)[]): Set<number> {
  const found = new Set<number>();
  for (let at: number | undefined = index; at !== undefined; at = parents[at]) found.add(at);
  return found;
}

/** What installs the dependencies; a manager that only lists them for another one counts before that. */
function managerOf(commands: readonly Stated<KnownCommand>[]): Stated<PackageManager> | undefined {
  const found = commands.flatMap(({ value, line }): Stated<PackageManager>[] => {
    if (value.kind === "dependencies" && !value.selection.isCompiled) return [{ value: value.selection.manager, line }];
    // uv serves as an installer for others too.
    if (value.kind === "manager" && value.manager !== PackageManager.UV) return [{ value: value.manager, line }];
    return [];
  });
  return found.find(({ value }) => value !== PackageManager.PIP) ?? found[0];
}

function versionOf(
  written: ParsedDockerfile,
  states: readonly StageState[],
  used: ReadonlySet<number>,
  commands: readonly Stated<KnownCommand>[],
  globals: ReadonlyMap<string, string | undefined>,
): Stated<string> | undefined {
  const manager = managerOf(commands)?.value;
  if (manager === undefined || manager === PackageManager.PIP) return undefined;
  for (const { value, line } of commands) {
    if (value.kind !== "manager" || value.manager !== manager || value.version === undefined) continue;
    const version = expandText(value.version, globals);
    if (/^\d[\w.]*$/.test(version)) return { value: version, line };
  }
  for (const index of used) {
    const state = states[index];
    const stated = state.environment.get(`${manager.toUpperCase()}_VERSION`);
    if (stated !== undefined && /^\d/.test(stated.value)) return stated;
    const images = state.files.flatMap(({ value, line }) =>
      value.image === undefined ? [] : [{ value: value.image, line }],
    );
    const base = { value: expandText(written.stages[index].base, globals), line: written.stages[index].line };
    for (const { value, line } of [...images, base]) {
      const version = manager === PackageManager.UV ? /astral-sh\/uv:(\d+(?:\.\d+)+)/.exec(value)?.[1] : undefined;
      if (version !== undefined) return { value: version, line };
    }
  }
  return undefined;
}

function nameOf(written: ParsedDockerfile, index: number): string {
  return written.stages[index].name ?? `${index}`;
}

function noStage(path: string, target: string | undefined, { stages }: ParsedDockerfile): Mistake {
  return new Mistake({
    where: path,
    what: `there is no stage ${shown(target)}`,
    allowed: `its stages are ${stages.map((stage, at) => shown(stage.name ?? `${at}`)).join(", ")}`,
    fix: "name one of them with --target",
  });
}
