import type { RunMount } from "../dockerfile/mount";
import type { WrittenDockerfile } from "../dockerfile/written-dockerfile";
import { FileGuard } from "../files/file-guard";
import { WhileStill } from "../files/while-still";
import { defaultDebianSuite } from "../knowledge/debian-suites";
import type { LockedImage } from "../lock/locked-image";
import type { ReadLock, UnreadLock } from "../lock/read-lock";
import { type Fact, fact } from "../pyproject/fact";
import type { LockFile, ProjectFacts } from "../pyproject/facts";
import type { LocalProject } from "../pyproject/local-projects";
import { PackageManager } from "../pyproject/managers/package-manager";
import { pylockFile } from "../pyproject/managers/pylock";
import type { Pyproject } from "../pyproject/pyproject";
import type { Requirement } from "../pyproject/requirements/requirement";
import { Port } from "../values/port";
import { ProjectPlace } from "../values/project-place";
import { DebianPackages } from "./debian-packages";
import { hatchInstaller } from "./installers/hatch";
import type { Installer } from "./installers/installer";
import { pdmInstaller } from "./installers/pdm";
import { pipInstaller } from "./installers/pip";
import { pipenvInstaller } from "./installers/pipenv";
import { poetryInstaller } from "./installers/poetry";
import { uvInstaller } from "./installers/uv";
import { lockPlatforms } from "./lock-platforms";
import { LockReading } from "./lock-reading";
import {
  imageNameOf,
  parseAccount,
  parseApplication,
  parseAuthorities,
  parseCommand,
  parseDevContainer,
  parseHealthCheckPath,
  parseImageName,
  parsePort,
  parseSuite,
  parseVersion,
} from "./parse-options";
import { frameworkRowsBy } from "./program/framework-rules";
import { type Program, programOf } from "./program/program";
import type { PythonContainerOptions } from "./python-container-options";
import { type BaseImages, baseImages } from "./stages/base-images";
import { type BuildSecret, buildSecrets } from "./stages/build-secrets";
import { knownHosts, sshAgent } from "./stages/git-over-ssh";

/** A total table, so that a new package manager needs its installer. */
const installers: { readonly [M in PackageManager]: (options: PythonContainerOptions) => Installer } = {
  [PackageManager.UV]: uvInstaller,
  [PackageManager.POETRY]: poetryInstaller,
  [PackageManager.HATCH]: hatchInstaller,
  [PackageManager.PIP]: pipInstaller,
  [PackageManager.PDM]: pdmInstaller,
  [PackageManager.PIPENV]: pipenvInstaller,
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
  /** Where the project lies in the build context. */
  public readonly place: ProjectPlace;
  /** The images that stages start from. */
  public readonly baseImages: BaseImages;

  /** What the images need of Debian. */
  public readonly debian: DebianPackages;

  /** The Dockerfile of people, where it is left to them. */
  public written?: WrittenDockerfile;

  private readonly lockReading: LockReading;
  /** Every command that may fetch something asks. */
  private readonly ssh: WhileStill<Fact<string> | undefined>;

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
    this.place = ProjectPlace.of(options.buildContext ?? pyproject.folderKnownEarly(), pyproject.project.outdir);
    this.baseImages = baseImages(options);
    const platforms = lockPlatforms(options.platforms, this.debianSuite);
    this.debian = new DebianPackages(this);
    this.ssh = new WhileStill(FileGuard.of(pyproject.project), () =>
      [...this.debian.build, ...this.debian.development].find(({ value }) => value === "openssh-client"),
    );
    this.lockReading = new LockReading(pyproject, platforms, () => this.debian.rules);
    parseAuthorities(options);
    parseVersion("packageManagerVersion", options.packageManagerVersion);
    parseVersion("pipxVersion", options.pipxVersion);
    parseVersion("rustVersion", options.rustVersion);
    parseCommand("command", options.command);
    parsePort(options.port);
    parseHealthCheckPath(options.healthCheckPath);
    parseDevContainer(options);
    parseApplication(options.application);
    frameworkRowsBy(options);
  }

  /** What pyproject.toml and its neighbours say. */
  public get facts(): ProjectFacts {
    return this.pyproject.facts();
  }

  /** Does projen write pyproject.toml, so that dependencies are not added there? */
  public get managed(): boolean {
    return this.pyproject.isManaged;
  }

  /** The projects in other folders that belong to this one. */
  public get localProjects(): LocalProject[] {
    return this.pyproject.localProjects();
  }

  /** Those of them that are not installed with the dependencies, but by the project stage. */
  public get projectsApart(): LocalProject[] {
    return this.installer.installsProjectsApart ? this.localProjects : [];
  }

  /** Those of them that the package manager installs with the dependencies. */
  public get projectsWithin(): LocalProject[] {
    return this.installer.installsProjectsApart ? [] : this.localProjects;
  }

  /** The folders of what the project stage installs: the project's own, where it is installed, and those of others. */
  public get packages(): string[] {
    return [...(this.facts.installsProject.value ? ["."] : []), ...this.packagesApart.map(({ path }) => dotted(path))];
  }

  /** What the build backends of the packages need, each once. */
  public get buildRequires(): Fact<Requirement>[] {
    const others = this.packagesApart.flatMap(({ facts }) => facts?.buildRequires ?? []);
    const all = [...(this.facts.installsProject.value ? this.facts.buildRequires : []), ...others];
    return [...new Map(all.map((each) => [each.value.written, each])).values()];
  }

  private get packagesApart(): LocalProject[] {
    return this.projectsApart.filter(({ isPackage, isProduction }) => isPackage && isProduction);
  }

  /** How the package manager of the project installs. */
  public get installer(): Installer {
    return installers[this.facts.packageManager.value](this.options);
  }

  /** The lock file by which the images are made, or will be: a manager without one of its own has the standard one. */
  public get lockFile(): LockFile {
    return this.facts.lockFile?.value ?? { name: pylockFile, path: pylockFile, exists: false };
  }

  /** What of the project is fetched over SSH, and so needs OpenSSH and the agent of whoever starts a build. */
  public get overSsh(): Fact<string> | undefined {
    return this.ssh.value;
  }

  /** The secrets by which builds may open package indexes, and by which they trust hosts. */
  public get secrets(): BuildSecret[] {
    const trusted = this.overSsh === undefined || this.options.sshKnownHosts !== undefined ? [] : [knownHosts];
    return [...buildSecrets(this.facts, this.options.publicIndexes ?? []), ...trusted];
  }

  /** What every command has that may fetch a dependency. */
  public get fetchingMounts(): RunMount[] {
    return [...this.secrets.map(({ mount }) => mount), ...(this.overSsh === undefined ? [] : [sshAgent])];
  }

  /** Whether a file is there, by its path from the project's folder. */
  public hasFile(path: string): boolean {
    return this.pyproject.folder().exists(path);
  }

  /** Has the lock file read again. */
  public forgetLock(): void {
    this.lockReading.forget();
    this.ssh.forget();
  }

  /** Has all facts read again, since the lock file was made meanwhile. */
  public forgetFacts(): void {
    this.pyproject.forget();
    this.ssh.forget();
  }

  /** The lock file, or why nothing is made of it; undefined where there is none. */
  public get lock(): ReadLock | UnreadLock | undefined {
    return this.lockReading.lock;
  }

  /** What the lock file has in store for the images; undefined where there is none that is read. */
  public get locked(): LockedImage | undefined {
    return this.lockReading.image;
  }

  /** What the app image runs. */
  public get program(): Program {
    const program = programOf(this.facts, this.options);
    const exposed = this.written?.exposedPort;
    if (exposed === undefined || this.options.port !== undefined) return program;
    return { ...program, port: fact(Port.tcp(exposed), "EXPOSE of the Dockerfile") };
  }
}

/** A path that no installer takes for the name of a distribution. */
function dotted(path: string): string {
  return path.startsWith(".") ? path : `./${path}`;
}
