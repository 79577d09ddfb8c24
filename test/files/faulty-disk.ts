import fs from "node:fs";

/** The calls of a synth that can fail, and whether they change something. */
const CALLS = {
  accessSync: false,
  lstatSync: false,
  readFileSync: false,
  readdirSync: false,
  readlinkSync: false,
  realpathSync: false,
  statSync: false,
  chmodSync: true,
  closeSync: true,
  copyFileSync: true,
  fchownSync: true,
  fsyncSync: true,
  linkSync: true,
  mkdirSync: true,
  openSync: true,
  renameSync: true,
  rmSync: true,
  symlinkSync: true,
  writeFileSync: true,
} as const;

type Name = keyof typeof CALLS;

/** A call in the folder of a project. */
export interface DiskCall {
  readonly name: Name;
  readonly args: readonly unknown[];
  /** Whether it changes something. */
  readonly isChange: boolean;
  /** Whether `src/files` asks for it. */
  readonly isOurs: boolean;
  /** Does what was asked for. */
  go(): unknown;
}

/** Runs with every call of the file system in the folder, or on an open file, going through `answer`. */
export function withDisk(folder: string, answer: (call: DiskCall) => unknown, run: () => void): void {
  const disk = fs as unknown as Record<string, (...args: unknown[]) => unknown>;
  const real = { ...disk };
  let isAnswering = false;
  for (const [name, isChange] of Object.entries(CALLS)) {
    const instead = (...args: unknown[]): unknown => {
      const go = () => real[name](...args);
      const [at] = args;
      if (isAnswering || (typeof at !== "number" && !String(at).startsWith(folder))) return go();
      isAnswering = true;
      try {
        const isOurs = isAskedByUs();
        return answer({ name: name as Name, args, isChange, isOurs, go });
      } finally {
        isAnswering = false;
      }
    };
    disk[name] = Object.assign(instead, real[name]);
  }
  try {
    run();
  } finally {
    for (const name of Object.keys(CALLS)) disk[name] = real[name];
  }
}

/** What the system answers. */
export function systemError(code: string, { name, args }: DiskCall): NodeJS.ErrnoException {
  const call = name.replace(/Sync$/, "");
  const error: NodeJS.ErrnoException = new Error(`${code}: it does not go, ${call} '${args[0]}'`);
  return Object.assign(error, { code, syscall: call });
}

/** Without source maps, which take long. */
function isAskedByUs(): boolean {
  const { prepareStackTrace } = Error;
  Error.prepareStackTrace = (_, frames) => frames;
  try {
    const frames = new Error().stack as unknown as NodeJS.CallSite[];
    const files = frames.map((frame) => frame.getFileName() ?? "");
    const asking = files.find((file) => file !== __filename && !file.startsWith("node:"));
    return /[\\/]src[\\/]files[\\/]/.test(asking ?? "");
  } finally {
    Error.prepareStackTrace = prepareStackTrace;
  }
}
