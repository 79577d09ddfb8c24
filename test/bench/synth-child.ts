import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FileBase, LogLevel, Project, python, TextFile } from "projen";
import type { SynthReport, SynthSubject } from "./synth";

// Run by `node --eval` in the checkout, as plain JavaScript: a transpiler would be in the memory that is measured.
const { PythonContainer } = require(join(process.cwd(), "lib")) as typeof import("../../src");
const [subject, ...counts] = [process.argv[1] as SynthSubject, ...process.argv.slice(2).map(Number)];
const [projects, textFiles, warmUps] = counts;

/** Makes and synthesizes a root project with so many Python projects, and returns how long that took. */
function synth(count: number): Omit<SynthReport, "first"> {
  const outdir = mkdtempSync(join(tmpdir(), "synth."));
  try {
    const start = performance.now();
    const root = new Project({ name: "root", outdir, logging: { level: LogLevel.OFF } });
    const made = Array.from({ length: count }, (_, at) => pythonProject(root, `p${at}`));
    root.synth();
    const milliseconds = performance.now() - start;
    const files = made[0].components.filter((each) => each instanceof FileBase).length;
    return { milliseconds, files, memoryBytes: process.resourceUsage().maxRSS * 1024 };
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

function pythonProject(parent: Project, name: string): Project {
  const project = new python.PythonProject({
    parent,
    outdir: name,
    name,
    moduleName: name,
    version: "0.1.0",
    authorName: "Orders team",
    authorEmail: "orders@example.com",
    uv: true,
    pip: false,
    venv: false,
    setuptools: false,
    pytest: false,
    sample: false,
    deps: ["fastapi@^0.115", "uvicorn@^0.34"],
    logging: { level: LogLevel.OFF },
  });
  if (subject === "container") new PythonContainer(project, { command: ["python", "-m", name] });
  for (let at = 0; subject === "text files" && at < textFiles; at += 1) {
    new TextFile(project, `file-${at}.txt`, { lines: ["a line", "another line"] });
  }
  return project;
}

// The first loads what is loaded late, the next ones are compiled by the engine while they run.
const [{ milliseconds: first }] = Array.from({ length: warmUps }, () => synth(1));
// One project is done in no time: of some synths the median tells what one takes.
const reports = Array.from({ length: projects === 1 ? 21 : 1 }, () => synth(projects));
reports.sort((one, other) => one.milliseconds - other.milliseconds);
const memoryBytes = Math.max(...reports.map((each) => each.memoryBytes));
process.stdout.write(JSON.stringify({ ...reports[(reports.length - 1) / 2], memoryBytes, first }));
