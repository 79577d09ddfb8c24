import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface, type Interface } from "node:readline";
import { repository } from "./locations";

/** What is asked for. */
export interface SynthRequest {
  readonly folder: string;
  readonly pythonVersion: string;
}

/** Reads requests line by line and answers each with the message of what went wrong, or with an empty text. */
const SCRIPT = `
process.env.PROJEN_DISABLE_POST = "true";
const { LogLevel, Project } = require("projen");
const { ExistingFiles, PythonContainer } = require("./lib");
const tell = (value) => process.stdout.write(JSON.stringify(value) + "\\n");
tell("ready");
require("node:readline").createInterface({ input: process.stdin }).on("line", (line) => {
  const { folder, pythonVersion } = JSON.parse(line);
  try {
    const project = new Project({ name: "orders", outdir: folder, logging: { level: LogLevel.OFF } });
    new PythonContainer(project, { pythonVersion, existingFiles: ExistingFiles.BACKUP });
    project.synth();
    tell("");
  } catch (error) {
    tell(String(error));
  }
});
`;

/** A process of its own that synthesizes. */
export class SynthProcess {
  /** @param user by whom it runs; the user of this process by default */
  public static async start(user?: number): Promise<SynthProcess> {
    const identity = user === undefined ? {} : { uid: user, gid: user };
    const child = spawn(process.execPath, ["-e", SCRIPT], {
      ...identity,
      cwd: repository,
      stdio: ["pipe", "pipe", "inherit"],
    });
    const made = new SynthProcess(child);
    await made.answer();
    return made;
  }

  private readonly lines: Interface;
  private readonly answers: string[] = [];

  private constructor(private readonly child: ChildProcess) {
    this.lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
    this.lines.on("line", (line) => this.answers.push(JSON.parse(line)));
    // Who is killed reads no more.
    child.stdin?.on("error", () => undefined);
  }

  /** Asks for a synth, and does not wait for it. */
  public ask(request: SynthRequest): void {
    this.child.stdin?.write(`${JSON.stringify(request)}\n`);
  }

  /** What the next synth answers. */
  public async answer(): Promise<string> {
    while (this.answers.length === 0) await once(this.lines, "line");
    return this.answers.shift() as string;
  }

  /** Ends it at once, whatever it does. */
  public async kill(): Promise<void> {
    const ended = once(this.child, "exit");
    this.child.kill("SIGKILL");
    await ended;
  }
}
