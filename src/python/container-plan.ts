import { defaultDebianSuite } from "../knowledge/debian-suites";
import type { LockFile, ProjectFacts } from "../pyproject/facts";
import { PackageManager } from "../pyproject/managers/package-manager";
import { pylockFile } from "../pyproject/managers/pylock";
import type { Pyproject } from "../pyproject/pyproject";
import { normalizedName } from "../pyproject/requirements/distribution-name";
import { type SystemPackages, systemPackages } from "../pyproject/system-packages";
import { Mistake } from "../values/mistake";
import { frameworkRowsBy } from "./framework-rules";
import type { Installer } from "./installers/installer";
import { poetryInstaller } from "./installers/poetry";
import { uvInstaller } from "./installers/uv";
import {
  imageNameOf,
  parseAccount,
  parseApplication,
  parseCommand,
  parseHealthCheckPath,
  parseImageName,
  parsePort,
  parseSuite,
  parseVersion,
} from "./parse-options";
import { type Program, programOf } from "./program";
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
  /** The Debian suite of the base images. */
  public readonly debianSuite: string;
  /** Name of the developer's account. */
  public readonly developerName: string;
  /** The image's name without a tag. */
  public readonly imageName: string;

  /**
   * @param projectName stands for the image where no option names one
   * @throws where an option is not valid
   */
  constructor(
    private readonly pyproject: Pyproject,
    public readonly options: PythonContainerOptions,
    projectName: string,
  ) {
    this.debianSuite = parseSuite(options.debianSuite ?? defaultDebianSuite);
    this.developerName = parseAccount(options.developerName ?? "dev");
    this.imageName = options.imageName === undefined ? imageNameOf(projectName) : parseImageName(options.imageName);
    parseVersion("packageManagerVersion", options.packageManagerVersion);
    parseVersion("pipxVersion", options.pipxVersion);
    parseVersion("rustVersion", options.rustVersion);
    parseCommand("command", options.command);
    parsePort(options.port);
    parseHealthCheckPath(options.healthCheckPath);
    parseApplication(options.application);
    frameworkRowsBy(options);
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

  /** What the app image runs. */
  public get program(): Program {
    return programOf(this.facts, this.options);
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
