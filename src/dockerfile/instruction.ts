import type { Port } from "../values/port";
import type { RunMount } from "./mount";
import type { Word } from "./word";

/** What every instruction may carry. */
interface Commented {
  /** Why the instruction is there; each line becomes a comment line above it. */
  readonly comment?: string;
}

/** The times of a health check, in seconds, and its number of tries, in the order in which they are written. */
export const HEALTH_CHECK_TIMES = [
  "intervalSeconds",
  "timeoutSeconds",
  "startPeriodSeconds",
  "startIntervalSeconds",
  "retries",
] as const;

/** The times and the number of tries of a health check. */
export type HealthCheckTimes = { readonly [K in (typeof HEALTH_CHECK_TIMES)[number]]?: number };

/** A command: words without a shell, several of them one after the other, shell text, or a script. */
export type Command =
  | { readonly form: "argv"; readonly words: readonly Word[] }
  | { readonly form: "sequence"; readonly commands: readonly (readonly Word[])[] }
  | { readonly form: "shell"; readonly text: string }
  | { readonly form: "heredoc"; readonly script: string; readonly interpreter?: string };

/** What COPY and ADD have in common. */
export interface PlacedFiles {
  readonly paths: readonly Word[];
  readonly destination: Word;
  readonly chown?: Word;
  readonly chmod?: Word;
  readonly link: boolean;
  readonly exclude: readonly string[];
}

/** An instruction of a Dockerfile as plain data; the renderer gives each kind its text. */
export type Instruction = Commented &
  (
    | { readonly kind: "arg"; readonly name: string; readonly default?: Word }
    | { readonly kind: "env"; readonly name: string; readonly value: Word }
    | { readonly kind: "label"; readonly name: string; readonly value: Word }
    | {
        readonly kind: "run";
        readonly command: Command;
        readonly mounts: readonly RunMount[];
        readonly network?: string;
        readonly security?: string;
        readonly devices: readonly string[];
      }
    | ({
        readonly kind: "copy";
        readonly source?: string;
        /** The text of the file, in place of paths. */
        readonly text?: string;
        readonly parents: boolean;
      } & PlacedFiles)
    | ({
        readonly kind: "add";
        readonly checksum?: Word;
        readonly keepGitDir: boolean;
        readonly unpack?: boolean;
      } & PlacedFiles)
    | { readonly kind: "workdir"; readonly path: Word }
    | { readonly kind: "user"; readonly user: Word }
    | { readonly kind: "expose"; readonly port: Port }
    | ({ readonly kind: "healthcheck"; readonly command?: Command } & HealthCheckTimes)
    | { readonly kind: "stopsignal"; readonly signal: string }
    | { readonly kind: "entrypoint"; readonly command: Command }
    | { readonly kind: "cmd"; readonly command: Command }
    | { readonly kind: "volume"; readonly path: Word }
    | { readonly kind: "shell"; readonly words: readonly string[] }
    | { readonly kind: "onbuild"; readonly instruction: Instruction }
    | { readonly kind: "raw"; readonly text: string }
  );

/** The instructions of one kind. */
export type InstructionOf<K extends Instruction["kind"]> = Extract<Instruction, { kind: K }>;

/** What can stand only once in a stage: the key of it, undefined for what may be repeated. */
export function instructionKey(instruction: Instruction): string | undefined {
  switch (instruction.kind) {
    case "arg":
    case "env":
    case "label":
      return `${instruction.kind} ${instruction.name}`;
    case "healthcheck":
    case "stopsignal":
    case "entrypoint":
    case "cmd":
      return instruction.kind;
    default:
      return undefined;
  }
}
