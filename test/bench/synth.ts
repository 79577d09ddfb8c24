import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ts from "typescript";
import { FILE_COMPONENTS, ONE_PROJECT_SYNTHS, SYNTH_SUBJECTS, synthMemory, synthTime, WARM_UP_SYNTHS } from "./cells";
import { compileWhereStale } from "./compiled-module";
import type { BenchOptions, Measurement } from "./measurement";
import { runBounded } from "./run-bounded";
import { shuffled } from "./shuffled";
import { ROOT } from "./versions";

export type SynthSubject = (typeof SYNTH_SUBJECTS)[number];

/** What a process tells of its synths. */
export interface SynthReport {
  /** The median, where there were several. */
  readonly milliseconds: number;
  /** How many file components a project has. */
  readonly files: number;
  /** The most that the process has held. */
  readonly memoryBytes: number;
}

/** The numbers of projects below one root. */
export const PROJECT_COUNTS = [1, 10, 100, 500, 1000];

/**
 * Construction and synth in process, each in a process of its own that has warmed up: of bare Python projects of projen, of
 * the same with as many plain text files as a container adds, and with a container.
 */
export async function* synthBench({ runs, log }: BenchOptions): AsyncGenerator<Measurement> {
  await compileWhereStale(log);
  const added = (await measured("container", 1, 0)).files - (await measured("bare", 1, 0)).files;
  for (const subject of SYNTH_SUBJECTS) {
    const { files } = await measured(subject, 1, added);
    yield { suite: "synth", subject, cell: FILE_COMPONENTS, unit: "count", values: [files] };
  }
  for (const projects of PROJECT_COUNTS) {
    const reports: Record<SynthSubject, SynthReport[]> = { bare: [], "text files": [], container: [] };
    for (let run = 1; run <= runs; run += 1) {
      for (const subject of shuffled(SYNTH_SUBJECTS)) {
        const report = await measured(subject, projects, added);
        log(`N=${projects} ${subject}, run ${run} of ${runs}: ${Math.round(report.milliseconds)} ms`);
        reports[subject].push(report);
      }
    }
    for (const subject of SYNTH_SUBJECTS) {
      const row = { suite: "synth", subject } as const;
      const times = reports[subject].map(({ milliseconds }) => Math.round(milliseconds * 10) / 10);
      yield { ...row, cell: synthTime(projects), unit: "ms", values: times };
      const memory = reports[subject].map(({ memoryBytes }) => memoryBytes);
      yield { ...row, cell: synthMemory(projects), unit: "bytes", values: memory };
    }
  }
}

async function measured(subject: SynthSubject, projects: number, textFiles: number): Promise<SynthReport> {
  const synths = projects === 1 ? ONE_PROJECT_SYNTHS : 1;
  const numbers = [projects, textFiles, WARM_UP_SYNTHS, synths].map(String);
  const args = ["--eval", childProgram(), subject, ...numbers];
  // A process that has to be ended can't remove what it has made.
  const temporary = mkdtempSync(join(tmpdir(), "projen-python-container.bench."));
  const env = { ...process.env, PROJEN_DISABLE_POST: "1", NODE_OPTIONS: "", TMPDIR: temporary };
  try {
    return JSON.parse(await runBounded(process.execPath, args, { cwd: ROOT, env, timeoutSeconds: 600 }));
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

function childProgram(): string {
  const source = readFileSync(join(__dirname, "synth-child.ts"), "utf8");
  const compilerOptions = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 };
  return ts.transpileModule(source, { compilerOptions }).outputText;
}
