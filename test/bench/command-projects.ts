import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "../e2e/harness/locations";
import { mustRun, run } from "../e2e/harness/run";

/** The release with which this module is tested, so that both projects have the same. */
const versionOf = (name: string): string => require(`${name}/package.json`).version;
const COMMON = { constructs: versionOf("constructs"), projen: versionOf("projen"), "@types/node": "^20" };

const SYNTH = ["npx", "projen", "--no-post"];

/** What both projects are. */
const OPTIONS = `
  name: "orders",
  moduleName: "orders",
  authorName: "Orders team",
  authorEmail: "orders@example.com",
`;

/** A projenrc file with its package.json, in a folder of its own. */
export class SynthesizedProject {
  /**
   * @param subject as measurements name it
   * @param program text of the projenrc file, with `OPTIONS` where those go
   */
  constructor(
    public readonly subject: string,
    private readonly folder: string,
    private readonly packages: Readonly<Record<string, string>>,
    private readonly program: string,
  ) {}

  /**
   * Installs what package.json pins, when the first synth has written it.
   *
   * @throws where a misspelt option is no error: types are not checked then
   */
  public async install(): Promise<void> {
    mkdirSync(this.folder, { recursive: true });
    this.write("package.json", JSON.stringify({ private: true, devDependencies: { ...COMMON, ...this.packages } }));
    this.edit(0);
    await this.npmInstall();
    // The settings by which the projenrc file is run are written by itself.
    const loader = ["--require", join(repository, "node_modules/ts-node/register/transpile-only")];
    const env = {
      ...process.env,
      PROJEN_DISABLE_POST: "true",
      TS_NODE_PROJECT: join(repository, "test/tsconfig.json"),
    };
    await mustRun([process.execPath, ...loader, ".projenrc.ts"], { cwd: this.folder, env });
    await this.npmInstall();
    await this.checkTypes();
  }

  /** Changes an option in the projenrc file. */
  public edit(patch: number): void {
    this.writeProgram(`version: "0.1.${patch}",`);
  }

  /** How long a synth takes, from the command to its end. */
  public async seconds(): Promise<number> {
    const start = performance.now();
    await mustRun(SYNTH, { cwd: this.folder });
    return (performance.now() - start) / 1000;
  }

  private async checkTypes(): Promise<void> {
    this.writeProgram('version: "0.1.0", versoin: "0.1.0",');
    const { stdout, stderr } = await run(SYNTH, { cwd: this.folder });
    if (!`${stdout}${stderr}`.includes("'versoin' does not exist")) {
      throw new Error(`${this.subject}: a misspelt option is no error:\n${stdout}\n${stderr}`);
    }
    this.edit(0);
  }

  private npmInstall(): Promise<unknown> {
    return mustRun(["npm", "install", "--no-audit", "--no-fund"], { cwd: this.folder, seconds: 300 });
  }

  private writeProgram(version: string): void {
    this.write(".projenrc.ts", this.program.replace("OPTIONS", `${OPTIONS}  ${version}\n`));
  }

  private write(name: string, text: string): void {
    writeFileSync(join(this.folder, name), text);
  }
}

/** A new Python project of this module, with all that it pins itself. */
export function ownProject(folder: string, tarball: string): SynthesizedProject {
  return new SynthesizedProject(
    "this module",
    folder,
    { "projen-python-container": `file:${tarball}` },
    `import { PackageManager, PythonContainerProject } from "projen-python-container";

const project = new PythonContainerProject({OPTIONS  packageManager: PackageManager.UV,
});

project.synth();
`,
  );
}

/** The same of projen alone, run by ts-node. */
export function bareProject(folder: string): SynthesizedProject {
  return new SynthesizedProject(
    "bare projen",
    folder,
    { "ts-node": "^10.9.2", typescript: "~6.0.0" },
    `import { python } from "projen";

const project = new python.PythonProject({OPTIONS  uv: true,
  projenrcTs: true,
});
project.defaultTask?.reset();
project.defaultTask?.addSteps({
  execArgs: ["node", "--require", "ts-node/register", ".projenrc.ts"],
  env: { TS_NODE_PROJECT: "tsconfig.projen.json" },
});

project.synth();
`,
  );
}
