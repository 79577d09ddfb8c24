import type { Fact } from "../pyproject/fact";
import { fact } from "../pyproject/fact";
import type { ProjectFacts } from "../pyproject/facts";
import { PackageManager } from "../pyproject/package-manager";
import type { Pyproject } from "../pyproject/pyproject";
import { Mistake, shown } from "../values/mistake";
import { Port } from "../values/port";
import { PythonVersion } from "../values/python-version";
import type { Installer } from "./installers/installer";
import { poetryInstaller } from "./installers/poetry";
import { uvInstaller } from "./installers/uv";
import type { PythonContainerOptions } from "./python-container-options";

const installers: { [K in PackageManager]: (options: PythonContainerOptions) => Installer } = {
  [PackageManager.UV]: uvInstaller,
  [PackageManager.POETRY]: poetryInstaller,
};

/**
 * What the images are made of: the project's facts and the user's options, joined.
 *
 * The options are parsed when the plan is made; the facts are read each time they are asked for, since projen's own
 * pyproject.toml is complete only when it is written.
 */
export class ContainerPlan {
  /** The port on which the application listens. */
  public readonly port?: Port;
  /** The path that answers where the application is healthy. */
  public readonly healthCheckPath?: string;
  /** The Debian suite of the base images. */
  public readonly debianSuite: string;

  constructor(
    private readonly pyproject: Pyproject,
    public readonly options: PythonContainerOptions,
  ) {
    this.port = options.port === undefined ? undefined : Port.tcp(options.port);
    this.healthCheckPath = parseHealthCheckPath(options);
    this.debianSuite = parseSuite(options.debianSuite ?? "trixie");
    if (options.pythonVersion !== undefined) PythonVersion.of(options.pythonVersion);
  }

  /** What pyproject.toml and its neighbours say. */
  public get facts(): ProjectFacts {
    return this.pyproject.facts();
  }

  /** How the package manager of the project installs. */
  public get installer(): Installer {
    return installers[this.facts.packageManager.value](this.options);
  }

  /** What the container runs; undefined where nothing decides it. */
  public get command(): Fact<string[]> | undefined {
    if (this.options.command !== undefined) return fact([...this.options.command], "option command");
    const [script, ...more] = this.facts.consoleScripts;
    if (script === undefined || more.length > 0) return undefined;
    return fact([script.value.name], script.source);
  }

  /** What is worth telling at a synth. */
  public get notes(): string[] {
    const { facts } = this;
    const scripts = facts.consoleScripts.map((script) => shown(script.value.name));
    if (this.command !== undefined) return [...facts.notes];
    const found = scripts.length === 0 ? "there is no script" : `there are several scripts: ${scripts.join(", ")}`;
    return [
      ...facts.notes,
      `The app image has no command, since ${found}; set the option command, for example ["python", "-m", "…"].`,
    ];
  }
}

function parseHealthCheckPath(options: PythonContainerOptions): string | undefined {
  const path = options.healthCheckPath;
  if (path === undefined) return undefined;
  const fail = (what: string, allowed: string, fix: string): never => {
    throw new Mistake({ where: "PythonContainer", what, allowed, fix });
  };
  if (options.port === undefined) {
    return fail(
      `healthCheckPath is ${shown(path)}, and there is no port`,
      "a path is asked for at a port",
      "set the option port",
    );
  }
  if (!/^\/[!-~]*$/.test(path)) {
    return fail(
      `healthCheckPath is ${shown(path)}`,
      "a path starts with / and has no white space",
      'write one like "/health"',
    );
  }
  return path;
}

function parseSuite(suite: string): string {
  if (/^[a-z]+$/.test(suite)) return suite;
  throw new Mistake({
    where: "PythonContainer",
    what: `debianSuite is ${shown(suite)}`,
    allowed: "it is the name of a Debian release in lower-case letters, as in the tags of the official Python images",
    fix: 'write one like "trixie" or "bookworm"',
  });
}
