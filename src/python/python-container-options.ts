import type { ComposeFile } from "../compose/compose-file";
import type { ExistingFiles } from "../files/existing-files";
import type { PackageManager } from "../pyproject/managers/package-manager";
import type { DevContainerMode } from "./desk/dev-container-mode";
import type { PythonServiceNames, PythonStageNames } from "./python-names";

/** What a distribution needs of Debian. */
export interface SystemPackageRule {
  /** Name of the distribution, as pyproject.toml has it among the dependencies. */
  readonly distribution: string;
  /**
   * Debian packages by which it is built.
   * @default - none
   */
  readonly buildPackages?: string[];
  /**
   * Debian packages that it needs to run.
   * @default - none
   */
  readonly runPackages?: string[];
}

/** How a framework is served. */
export interface FrameworkRule {
  /** Name of the distribution that shows it, as pyproject.toml has it among the dependencies. */
  readonly distribution: string;
  /**
   * What serves it, word by word: `{application}` stands for what the option `application` names or what is found in the
   * source, `{address}` and `{port}` for where it listens.
   */
  readonly command: string[];
  /**
   * The TCP port on which it listens.
   * @default - what the module knows of the framework; none for another one, which is a worker then
   */
  readonly port?: number;
  /**
   * The path that answers with status 200 where it is healthy.
   * @default - what the module knows of the framework, else that the port takes a connection
   */
  readonly healthCheckPath?: string;
}

/** Options of `PythonContainer`. */
export interface PythonContainerOptions {
  /**
   * The package manager of the project.
   * @default - what pyproject.toml and the lock file tell; uv in a new project
   * @featured
   */
  readonly packageManager?: PackageManager;
  /**
   * The version of the package manager, in every build and where the lock file is made.
   * @default - a version with which this module is tested
   */
  readonly packageManagerVersion?: string;
  /**
   * The version of pipx, which installs poetry, pdm and pipenv.
   * @default - a version with which this module is tested
   */
  readonly pipxVersion?: string;
  /**
   * The Python version of the images, a minor or a patch release as text.
   * @default - `.python-version`, else 3.13 where requires-python allows it, else the newest that it allows
   */
  readonly pythonVersion?: string;
  /**
   * The Debian release of the base images, as the tags of the official Python images name it.
   * @default "trixie"
   */
  readonly debianSuite?: string;
  /**
   * Further rules of what a distribution needs of Debian. One for a distribution that the module knows replaces what it
   * knows.
   * @default - what the module knows of well-known distributions
   */
  readonly systemPackageRules?: SystemPackageRule[];
  /**
   * Names of distributions whose rules are switched off: no Debian packages, and no Rust, are installed for them.
   * @default - none
   */
  readonly ignoredSystemPackageRules?: string[];
  /**
   * The platforms for which images are built, for example `linux/amd64`: where a dependency has no wheel for one of them,
   * the builder stage has what it takes to build it. For a platform that is named here, everything has to be there.
   *
   * @default - linux/amd64 and linux/arm64 are thought of
   */
  readonly platforms?: string[];
  /**
   * The release of Rust that builds a project with Rust in it, from the official image of Rust, for example `1.90`.
   * @default - Debian's, where the project needs Rust
   */
  readonly rustVersion?: string;
  /**
   * Names or addresses of package indexes that ask for no password, so that builds take no secret for them.
   * @default - well-known ones, such as PyTorch's
   */
  readonly publicIndexes?: string[];
  /**
   * A registry, with its path, that holds the base images: `registry.example.com/mirror` for
   * `registry.example.com/mirror/python`.
   * @default - Docker Hub
   */
  readonly registryMirror?: string;
  /**
   * A registry, with its path, that holds what is in GitHub's: `ghcr.io/astral-sh/uv`.
   * @default - registryMirror, or ghcr.io where there is none
   */
  readonly ghcrMirror?: string;
  /**
   * Path from the project's folder to the certificates, in PEM, of authorities that builds and the dev container trust
   * beside the public ones, such as a company's.
   * @default - none
   */
  readonly caCertificate?: string;
  /**
   * Whether the production image trusts the authorities of `caCertificate` too.
   * @default false
   */
  readonly appTrustsCaCertificate?: boolean;
  /**
   * Path, from the project's folder, of a file with the keys of hosts from which dependencies are fetched over SSH, in
   * the form of OpenSSH's known_hosts. The builder stage trusts these hosts, and the dev container with it.
   * @default - the build secret known_hosts, which tasks, compose and the dev container take from SSH_KNOWN_HOSTS
   */
  readonly sshKnownHosts?: string;
  /**
   * Whether builds, the services that run the project and the dev container get the variables HTTP_PROXY, HTTPS_PROXY and
   * NO_PROXY of whoever starts them. They become no part of an image.
   * @default false
   */
  readonly proxyFromEnvironment?: boolean;
  /**
   * Extras of the project that the production image has.
   * @default - none
   */
  readonly productionExtras?: string[];
  /**
   * Dependency groups that the production image has, beside the default groups of uv that are not for development.
   * @default - none
   */
  readonly productionGroups?: string[];
  /**
   * What the app container runs, word by word, without a shell.
   * @default - the project's console script, where it has exactly one; else the server of its framework
   */
  readonly command?: string[];
  /**
   * What the server of the project's framework starts: `orders.main:app`, `orders:create_app()` for a function that makes
   * it, or for Streamlit the path of the file. It decides over a console script.
   * @default - the application that is found in the source, where the framework's documentation looks for it
   */
  readonly application?: string;
  /**
   * How further frameworks are served. A rule for one that the module knows replaces what it knows.
   * @default - what the module knows of well-known frameworks
   */
  readonly frameworkRules?: FrameworkRule[];
  /**
   * Names of frameworks that do not count, for example where a dependency is used as a library alone.
   * @default - none
   */
  readonly ignoredFrameworks?: string[];
  /**
   * The TCP port on which the application listens; it finds the number in the environment variable PORT.
   * @default - the port of the framework whose server is the command, else none
   * @featured
   */
  readonly port?: number;
  /**
   * The path that answers with status 200 where the application is healthy.
   * @default - the framework's own where it has one, else that the port takes a connection
   * @featured
   */
  readonly healthCheckPath?: string;
  /**
   * How many processors the containers of the app image may use at most, with decimals.
   * @default - all of the host
   */
  readonly appCpus?: number;
  /**
   * How much memory, in bytes, each container of the app image may use at most; one that wants more is killed.
   * @default - all of the host
   */
  readonly appMemoryBytes?: number;
  /**
   * Whether the images of the Dockerfile and of the compose file are taken by digest beside the tag. The digests stand in
   * image-digests.json in the root project's folder; its task `images:pin` looks them up.
   * @default false
   */
  readonly pinImages?: boolean;
  /**
   * Whether no program of the production image has a setuid or setgid bit, by which it runs as somebody else than who
   * starts it. What is added to the stage after its section `user` is left alone.
   * @default false
   */
  readonly removeSetuid?: boolean;
  /**
   * Whether two builds of the same files give the same production image, whenever they run. Times of files are left to
   * the engine.
   * @default false
   */
  readonly reproducible?: boolean;
  /**
   * The build context, as a path from the project's folder: that folder or one above it, in which lie the root of the
   * workspace and the path dependencies.
   * @default - the nearest folder that holds all of them, as far as files on disk tell it; else the project's folder
   */
  readonly buildContext?: string;
  /**
   * Name of the app image, without a tag, where the variable DOCKER_IMAGE gives none.
   * @default - made of the project's name
   */
  readonly imageName?: string;
  /**
   * Whether compose stops with an error where the variable DOCKER_IMAGE, or that of the service, is not set.
   * @default false
   */
  readonly requireImageVariable?: boolean;
  /**
   * Name of the developer's account in the dev container.
   * @default "dev"
   */
  readonly developerName?: string;
  /**
   * Whether the developer may become root by sudo in the dev container.
   * @default false
   */
  readonly developerSudo?: boolean;
  /**
   * Whether the dev container is a container of the dev stage, or the compose service dev with those that it depends on.
   * @default DevContainerMode.DOCKERFILE
   */
  readonly devContainerMode?: DevContainerMode;
  /**
   * The version of Node in the dev container, for example `lts` or `24`, so that `npx projen` runs in it: the feature `node`
   * of the Dev Containers project.
   * @default - no Node
   */
  readonly devContainerNode?: string;
  /**
   * Whether `.vscode/launch.json` and `.vscode/tasks.json` are generated: debugging the application and its tests, and the
   * project's tasks.
   * @default - in a new project, whose projenrc file has the option then
   */
  readonly vscodeFiles?: boolean;
  /**
   * Whether there are run configurations for JetBrains IDEs, in `.run`, and the dev container names PyCharm.
   * @default false
   */
  readonly jetbrainsFiles?: boolean;
  /**
   * Whether there are the services dev, test and debug, with their tasks and the stage live. Without them their names are
   * free for services of your own.
   * @default true
   */
  readonly developmentServices?: boolean;
  /**
   * Whether the services dev, test and debug see the source on the host. Without that it is part of their image, tests too,
   * and `docker compose watch` copies what changes: for engines on other machines, and where mounts are slow.
   * @default true
   */
  readonly developmentMount?: boolean;
  /**
   * Whether the service debug waits for a debugger before it starts the application.
   * @default false
   */
  readonly debugWaitsForClient?: boolean;
  /**
   * Other names for the stages.
   * @default - builder, deps, dev, live and app
   */
  readonly stageNames?: PythonStageNames;
  /**
   * The compose file to which the services are added: that of another project of the repository, or one over several
   * projects. What only one of its projects can have carries the name of the service there: the variables API_PORT and
   * API_DOCKER_IMAGE of the service `api`; API_DOCKER_TAG, API_UID and the like go before DOCKER_TAG and UID, which are for
   * all of them.
   * @default - a compose.yaml of its own in the project's folder
   */
  readonly composeFile?: ComposeFile;
  /**
   * Other names for the compose services.
   * @default - app, builder, dev, test and debug; in the file of `composeFile` the project's name, and that with -builder,
   *   -dev, -test and -debug
   */
  readonly serviceNames?: PythonServiceNames;
  /**
   * What becomes of the files of the same names that people wrote, or changed after they were generated.
   * @default ExistingFiles.REFUSE
   */
  readonly existingFiles?: ExistingFiles;
  /**
   * Paths of files that people write, `Dockerfile` or `compose.yaml` for example: they are neither generated nor removed.
   *
   * They lead from the folder of the project, or from that of the root project into it.
   * @default - all are generated
   */
  readonly handWrittenFiles?: string[];
}
