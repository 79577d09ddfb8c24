import { posix } from "node:path";
import { expandText } from "../../dockerfile/parsed/expand-text";
import type { WrittenInstruction } from "../../dockerfile/parsed/parse-dockerfile";
import { simpleWords } from "../../dockerfile/parsed/shell-commands";
import { PackageManager } from "../../pyproject/managers/package-manager";
import type { Stated } from "../difference";
import { type BaseImage, baseImage } from "./base-image";
import type { KnownCommand } from "./command-kind";
import type { Health, PlacedFile, Program, Step } from "./image";
import { copiedFiles, madeFile, movedFile } from "./placed-files";
import { healthOf, programOf } from "./program-of";
import { runCommands } from "./run-commands";

/** What a stage knows of the file that it stands in, and of the build context. */
export interface StageSurroundings {
  readonly globals: ReadonlyMap<string, string | undefined>;
  stageOf(name: string): { readonly index: number; readonly state: StageState } | undefined;
  isFolder(path: string): boolean;
  exists(path: string): boolean;
}

/** What a stage has after its last instruction. What it inherits is in it, but for what its commands do. */
export class StageState {
  public readonly variables: Map<string, string | undefined>;
  public readonly args: Map<string, string | undefined>;
  public readonly environment: Map<string, Stated<string>>;
  public readonly labels: Map<string, Stated<string>>;
  public readonly ports: Stated<string>[];
  public readonly users: Map<string, string>;
  public readonly others: Stated<string>[];
  public readonly files: Stated<PlacedFile>[];
  public readonly known: Stated<KnownCommand>[] = [];
  public readonly steps: Stated<Step>[] = [];
  /** The stages from which it takes files, or that it sees while it runs something. */
  public readonly sources = new Set<number>();
  public readonly base: BaseImage;
  public user?: Stated<string>;
  public folder?: Stated<string>;
  public entrypoint?: Stated<Program>;
  public command?: Stated<Program>;
  public health?: Stated<Health>;
  public stopSignal?: Stated<string>;
  /** Whether anything of the project is there. */
  private hasProject: boolean;

  constructor(
    base: string,
    private readonly parent: StageState | undefined,
    private readonly around: StageSurroundings,
  ) {
    this.base = parent?.base ?? baseImage(base);
    this.variables = new Map(parent?.variables);
    this.args = new Map(parent?.args);
    this.environment = new Map(parent?.environment);
    this.labels = new Map(parent?.labels);
    this.ports = [...(parent?.ports ?? [])];
    this.users = new Map(parent?.users);
    this.others = [...(parent?.others ?? [])];
    this.files = [...(parent?.files ?? [])];
    this.user = parent?.user;
    this.folder = parent?.folder;
    this.entrypoint = parent?.entrypoint;
    this.command = parent?.command;
    this.health = parent?.health;
    this.stopSignal = parent?.stopSignal;
    this.hasProject = parent?.hasProject ?? false;
  }

  /** Takes the next instruction in. */
  public take(instruction: WrittenInstruction): void {
    const { keyword } = instruction;
    if (Object.hasOwn(this.takers, keyword)) this.takers[keyword](instruction);
  }

  private readonly takers: Readonly<Record<string, (instruction: WrittenInstruction) => void>> = {
    ARG: (each) => this.takeArguments(each),
    ENV: (each) => this.takeEnvironment(each),
    LABEL: ({ properties, line }) => {
      for (const { name, value = "" } of properties)
        this.labels.set(unquoted(name), { value: this.expand(value), line });
    },
    MAINTAINER: ({ text, line }) => this.labels.set("maintainer", { value: unquoted(this.expand(text)), line }),
    EXPOSE: ({ text, line }) => {
      this.ports.push(
        ...this.expand(text)
          .split(/\s+/)
          .map((value) => ({ value, line })),
      );
    },
    USER: ({ text, line }) => {
      this.user = { value: unquoted(this.expand(text)), line };
    },
    WORKDIR: ({ text, line }) => {
      this.folder = { value: this.absolute(unquoted(this.expand(text))), line };
    },
    CMD: (each) => {
      this.command = { value: programOf(each), line: each.line };
    },
    ENTRYPOINT: (each) => {
      this.entrypoint = { value: programOf(each), line: each.line };
      // As the engine does it: what the base runs is no argument of a new entry point.
      if (this.command === this.parent?.command) this.command = undefined;
    },
    HEALTHCHECK: (each) => {
      this.health = { value: healthOf(each), line: each.line };
    },
    STOPSIGNAL: ({ text, line }) => {
      this.stopSignal = { value: this.expand(text), line };
    },
    VOLUME: ({ words, text, line }) => {
      const paths = (words ?? text.split(/\s+/)).map((path) => unquoted(this.expand(path)));
      this.others.push(...paths.map((path) => ({ value: `VOLUME ${path}`, line })));
    },
    SHELL: ({ words = [], line }) => this.others.push({ value: `SHELL ${JSON.stringify(words)}`, line }),
    ONBUILD: ({ text, line }) => this.others.push({ value: `ONBUILD ${text}`, line }),
    COPY: (each) => this.takeFiles(each),
    ADD: (each) => this.takeFiles(each),
    RUN: (each) => this.takeCommands(each),
  };

  private takeArguments({ properties }: WrittenInstruction): void {
    for (const { name, value } of properties) {
      const byDefault = value === undefined ? this.around.globals.get(name) : this.expand(value);
      this.args.set(name, byDefault);
      if (!this.environment.has(name)) this.variables.set(name, byDefault);
    }
  }

  private takeEnvironment({ properties, line }: WrittenInstruction): void {
    const before = new Map(this.variables);
    for (const { name, value = "" } of properties) {
      const expanded = expandText(value, before);
      this.environment.set(name, { value: expanded, line });
      this.variables.set(name, expanded);
    }
  }

  private takeFiles(instruction: WrittenInstruction): void {
    const { flags, text, words, line, keyword, heredocs } = instruction;
    if (heredocs.length > 0) {
      this.others.push({ value: withHeredocs(instruction), line });
      return;
    }
    const given = (words ?? simpleWords(text) ?? text.split(/\s+/)).map((word) => this.expand(word));
    const destination = given.at(-1) ?? ".";
    const sources = given.slice(0, -1);
    const from = flags.find(({ name }) => name === "from")?.value;
    const image = from === undefined ? undefined : expandText(this.expand(from), this.around.globals);
    const mode = flags.find(({ name }) => name === "chmod")?.value;
    const checksum = flags.find(({ name }) => name === "checksum")?.value;
    const stage = image === undefined ? undefined : this.around.stageOf(image);
    if (image === undefined || stage !== undefined) this.hasProject = true;
    if (stage !== undefined) this.sources.add(stage.index);
    const files =
      stage === undefined
        ? copiedFiles(
            sources,
            destination,
            { image, mode, checksum, isAdd: keyword === "ADD" },
            this.absolutely,
            this.around.isFolder,
          )
        : sources.flatMap((path) => this.filesOf(stage.state, path, this.absolute(destination)));
    this.files.push(...files.map((value) => ({ value, line })));
  }

  private filesOf(stage: StageState, path: string, target: string): PlacedFile[] {
    const moved = stage.files.flatMap((file) => movedFile(file.value, path, target) ?? []);
    const there = moved.filter(({ source, kind }) => kind !== "context" || this.around.exists(source));
    const isForeign = !stage.base.isPython && stage.base.python === undefined;
    if (there.length > 0 && !(isForeign && stage.steps.length > 0)) return there;
    const hasSteps = stage.steps.length > 0 || moved.length > 0;
    const made = madeFile(path, target, { base: stage.base, folder: stage.folder?.value ?? "/", hasSteps });
    return made === undefined ? [] : [made];
  }

  private takeCommands(instruction: WrittenInstruction): void {
    const { line, flags } = instruction;
    const mounts = flags.filter(({ name }) => name === "mount").map(({ value }) => value);
    for (const mount of mounts) {
      const stage = this.around.stageOf(/(?:^|,)from=([^,]+)/.exec(mount)?.[1] ?? "");
      if (stage !== undefined) this.sources.add(stage.index);
    }
    const { known, rest, interpreter } = runCommands(instruction, (text) => this.expand(text));
    const isEarly = !this.hasProject;
    for (const value of known.map((each) => this.byEnvironment(each))) {
      if (value.kind === "user") this.users.set(value.name, value.uid ?? "");
      if (value.kind === "dependencies") this.hasProject = true;
      this.known.push({ value, line });
    }
    if (rest.length === 0) return;
    const text = rest.join("\n");
    const value: Step = {
      commands: rest,
      interpreter,
      folder: this.folder?.value ?? "/",
      isEarly,
      isFinal: false,
      args: new Map([...this.args].filter(([name]) => new RegExp(`\\$\\{?${name}\\b`).test(text))),
      hasMounts: mounts.some((mount) => !/type=(?:cache|tmpfs)/.test(mount)),
      base: this.base,
    };
    this.steps.push({ value, line });
  }

  /** uv asks the environment too whether to leave out what is for development. */
  private byEnvironment(command: KnownCommand): KnownCommand {
    const isSet = (name: string) => /^(?:1|true)$/i.test(this.variables.get(name) ?? "");
    if (command.kind !== "dependencies" || command.selection.manager !== PackageManager.UV) return command;
    if (!isSet("UV_NO_DEV") && !isSet("UV_NO_DEFAULT_GROUPS")) return command;
    return { ...command, selection: { ...command.selection, withDevelopment: false } };
  }

  private expand(text: string): string {
    return expandText(text, this.variables);
  }

  private readonly absolutely = (path: string) => this.absolute(path);

  private absolute(path: string): string {
    return posix.resolve(this.folder?.value ?? "/", path);
  }
}

/** The instruction as it is written, with the texts that stand below it. */
function withHeredocs({ keyword, flags, text, heredocs }: WrittenInstruction): string {
  const given = flags.map(({ name, value }) => `--${name}=${value}`);
  const ends = [...text.matchAll(/<<-?(["']?)([\w.-]+)\1/g)].map(([, , end]) => end);
  const lines = heredocs.flatMap((each, at) => [...(each === "" ? [] : [each]), ends[at] ?? "EOF"]);
  return [[keyword, ...given, text].join(" "), ...lines].join("\n");
}

function unquoted(text: string): string {
  return text.replace(/^(["'])(.*)\1$/s, "$2");
}
