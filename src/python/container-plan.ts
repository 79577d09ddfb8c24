import { defaultDebianSuite } from "../knowledge/debian-suites";
import type { Fact } from "../pyproject/fact";
import { fact } from "../pyproject/fact";
import type { LockFile, ProjectFacts } from "../pyproject/facts";
import { PackageManager } from "../pyproject/managers/package-manager";
import { pylockFile } from "../pyproject/managers/pylock";
import type { Pyproject } from "../pyproject/pyproject";
import { normalizedName } from "../pyproject/requirements/distribution-name";
import { type SystemPackages, systemPackages } from "../pyproject/system-packages";
import { Mistake, shown } from "../values/mistake";
import { Port } from "../values/port";
import { type BaseImages, baseImages } from "./base-images";
import { type BuildSecret, buildSecrets } from "./build-secrets";
import type { Installer } from "./installers/installer";
import { poetryInstaller } from "./installers/poetry";
import { uvInstaller } from "./installers/uv";
import {
  imageNameOf,
  parseAccount,
  parseAuthorities,
  parseCommand,
  parseHealthCheckPath,
  parseImageName,
  parseSuite,
  parseVersion,
} from "./parse-options";
import type { PythonContainerOptions } from "./python-container-options";

const installers: { [K in PackageManager]?: (options: PythonContainerOptions) => Installer } = {
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
  /** Name of the developer's account. */
  public readonly developerName: string;
  /** The image's name without a tag. */
  public readonly imageName: string;
  /** The images that stages start from. */
  public readonly baseImages: BaseImages;

  /**
   * @param projectName stands for the image where no option names one
   * @throws where an option is not valid
   */
  constructor(
    private readonly pyproject: Pyproject,
    public readonly options: PythonContainerOptions,
    projectName: string,
  ) {
    this.port = options.port === undefined ? undefined : Port.tcp(options.port);
    this.healthCheckPath = parseHealthCheckPath(options);
    this.debianSuite = parseSuite(options.debianSuite ?? defaultDebianSuite);
    this.developerName = parseAccount(options.developerName ?? "dev");
    this.imageName = options.imageName === undefined ? imageNameOf(projectName) : parseImageName(options.imageName);
    this.baseImages = baseImages(options);
    parseAuthorities(options);
    parseVersion("packageManagerVersion", options.packageManagerVersion);
    parseVersion("pipxVersion", options.pipxVersion);
    parseCommand(options.command);
  }

  /** What pyproject.toml and its neighbours say. */
  public get facts(): ProjectFacts {
    return this.pyproject.facts();
  }

  /** How the package manager of the project installs. */
  public get installer(): Installer {
    const installer = installers[this.facts.packageManager.value];
    if (installer === undefined) throw this.withoutImages();
    return installer(this.options);
  }

  /** The lock file by which the images are made, or will be: a manager without one of its own has the standard one. */
  public get lockFile(): LockFile {
    return this.facts.lockFile?.value ?? { name: pylockFile, path: pylockFile, exists: false };
  }

  /** The secrets by which builds may open package indexes. */
  public get secrets(): BuildSecret[] {
    return buildSecrets(this.facts, this.options.publicIndexes ?? []);
  }

  /** What the production dependencies need of Debian: to be built, and to run. */
  public get systemPackages(): SystemPackages {
    const { systemPackageRules = [], ignoredSystemPackageRules = [] } = this.options;
    const rows = systemPackageRules.map(({ distribution, buildPackages = [], runPackages = [] }) => ({
      distribution: normalizedName(distribution),
      build: buildPackages,
      run: runPackages,
      source: "option systemPackageRules",
    }));
    return systemPackages(this.facts, this.debianSuite, {
      rows,
      without: ignoredSystemPackageRules.map(normalizedName),
    });
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

  private withoutImages(): Mistake {
    const { value, source } = this.facts.packageManager;
    return new Mistake({
      where: source,
      what: `images of a project of ${value} are not supported here yet`,
      allowed: `supported are ${Object.keys(installers).join(" and ")}`,
      fix: "set packageManager: PackageManager.UV or PackageManager.POETRY and give the project that manager's lock file",
    });
  }
}
