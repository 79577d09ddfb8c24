/** What is known of a rule beside what it finds. */
export interface Rule {
  /** An error stops the synth before anything is written; a warning is told. */
  readonly severity: "error" | "warning";
  /** What has to be so, in one sentence. */
  readonly summary: string;
  /** What other tools and benchmarks call it, such as `hadolint DL3002`. */
  readonly others: readonly string[];
}

const error = (summary: string, ...others: string[]): Rule => ({ severity: "error", summary, others });
const warning = (summary: string, ...others: string[]): Rule => ({ severity: "warning", summary, others });

/**
 * All rules by their names. Each has a page `docs/checks/<name>.md` with a bad and a good example, which are tests too.
 *
 * A rule that BuildKit has as well is called as there. Rows are in the order of the alphabet, file by file.
 */
export const RULES = {
  // Dockerfile
  AddInsteadOfCopy: warning("ADD is for archives and addresses", "hadolint DL3020", "CIS Docker 4.9"),
  AptInScript: warning("Scripts use apt-get, apt is for people", "hadolint DL3027"),
  AptUpdateAlone: warning("Lists of packages are updated where something is installed", "CIS Docker 4.7"),
  AssumeYesMissing: warning("No package manager asks anything in a build", "hadolint DL3014", "DL3030", "DL3038"),
  CdInsteadOfWorkdir: warning("WORKDIR says where a command runs", "hadolint DL3003"),
  ConsistentInstructionCasing: warning("Instructions are in upper case", "BuildKit"),
  CopyIntoFile: error("Several paths are copied into a folder", "hadolint DL3021"),
  CopyWithoutWorkdir: warning("A relative destination has a WORKDIR above it", "hadolint DL3045"),
  DuplicateStageName: error("A stage has a name of its own", "BuildKit", "hadolint DL3024"),
  ExposeInvalidFormat: warning("EXPOSE names ports of the container", "BuildKit"),
  ExposeProtoCasing: warning("EXPOSE has its protocol in lower case", "BuildKit"),
  FromAsCasing: warning("FROM and AS are in the same case", "BuildKit"),
  FromPlatformFlagConstDisallowed: warning("FROM is for the platform that is asked for", "BuildKit", "hadolint DL3029"),
  HealthCheckMissing: warning(
    "A production image that listens can be asked how it is",
    "hadolint DL3057",
    "CIS Docker 4.6",
  ),
  InteractiveProgram: warning("RUN starts programs that change the image", "hadolint DL3001"),
  InvalidDefaultArgInFrom: error("FROM names an image with the defaults of its arguments", "BuildKit"),
  InvalidDefinitionDescription: warning("A comment that touches ARG begins with its name", "BuildKit"),
  InvalidImageReference: error("FROM names an image as registries know them"),
  InvalidLabel: warning("Labels are as those who read them expect", "hadolint DL3048", "DL3052", "DL3053", "DL3054"),
  InvalidOnBuild: error("ONBUILD has what a later build may run", "hadolint DL3043"),
  JSONArgsRecommended: warning("Containers run a program without a shell", "BuildKit", "hadolint DL3025"),
  LegacyKeyValueFormat: warning("ENV and LABEL have an equals sign", "BuildKit"),
  LoginLogGrows: warning("A user with a great number makes no great log", "hadolint DL3046"),
  MaintainerDeprecated: warning("A label says who wrote an image", "BuildKit", "hadolint DL4000"),
  MultipleInstructionsDisallowed: warning(
    "What only counts once stands once",
    "BuildKit",
    "hadolint DL4003",
    "DL4004",
    "DL3012",
  ),
  NoEmptyContinuation: warning("No instruction has an empty line in it", "BuildKit"),
  PackageListsKept: warning("Lists of packages stay out of images", "hadolint DL3009", "DL3019"),
  PipCacheKept: warning("pip's cache stays out of images", "hadolint DL3042"),
  PipeFailureIgnored: warning("RUN fails where any program of a pipe fails", "hadolint DL4006"),
  RecommendedPackages: warning("Images have the packages that they need", "hadolint DL3015", "CIS Docker 4.3"),
  RedundantTargetPlatform: warning("FROM doesn't say what it does by itself", "BuildKit"),
  ReservedStageName: warning("No stage is called scratch or context", "BuildKit"),
  RunInEmptyImage: error("A stage that starts from nothing gets a program before it runs one"),
  SecretInCommand: error("No command or file of an image holds a secret", "CIS Docker 4.10"),
  SecretsUsedInArgOrEnv: error(
    "No variable, argument or label holds a secret",
    "BuildKit",
    "hadolint DL3064",
    "CIS Docker 4.10",
  ),
  SelfReferencingEnv: warning("ENV uses variables that are set above it", "hadolint DL3044"),
  ShellReplaced: warning("SHELL says which shell reads commands", "hadolint DL4005"),
  StageNameCasing: warning("Names of stages are in lower case", "BuildKit"),
  SudoInRun: warning("USER says who runs a command", "hadolint DL3004"),
  UndefinedArgInFrom: error("FROM uses declared arguments only", "BuildKit"),
  UndefinedVar: warning("Instructions use variables that are declared above them", "BuildKit"),
  UnknownInstruction: error("Each line of a stage is an instruction, or goes on with one"),
  UnknownStage: error("A stage starts, copies and mounts from stages above it", "hadolint DL3022", "DL3023"),
  UnpinnedBaseImage: warning("Images have a version", "hadolint DL3006", "DL3007", "CIS Docker 4.2"),
  UnpinnedPackage: warning("Packages have a version", "hadolint DL3013", "DL3016", "DL3028"),
  WgetAndCurl: warning("A stage downloads with one program", "hadolint DL4001"),
  WorkdirRelativePath: warning("WORKDIR is a whole path", "BuildKit", "hadolint DL3000"),
  // Compose file
  BindSourceMissing: warning("Files and folders of the project that services mount are there"),
  ComposeFileSourceMissing: warning("Files and folders that the compose file takes from the project are there"),
  ConflictingBuildFiles: error("A service is built from a Dockerfile or from text in the compose file"),
  ConflictingLimits: error("A limit of a service is the same where it is given twice"),
  ConflictingReplicas: error("The number of a service's containers is the same where it is given twice"),
  ContainerNameScaled: error("A service with a container name has one container"),
  DangerousCapability: warning("No service has a capability with which it leaves its container", "CIS Docker 5.4"),
  DependencyCycle: error("No services wait for each other"),
  DependencyNeverCompleted: warning("A service for whose end another one waits does not start again by itself"),
  DependencyNeverHealthy: error("A service for whose health another one waits has a health check"),
  DependencyOutsideProfile: error("What a service needs starts whenever the service does"),
  DockerSocketMounted: warning("No service and no dev container has the engine's socket", "CIS Docker 5.32"),
  DuplicateContainerName: error("Each container has a name of its own"),
  DuplicateHostPort: warning("Services that run at the same time publish different ports"),
  DuplicateMountTarget: error("One thing is mounted at a path of a service"),
  EnvFileMissing: warning("A file of variables is there"),
  ExtendsCycle: error("No services extend each other"),
  HostNamespaceShared: warning(
    "Services have a network, processes and memory of their own",
    "CIS Docker 5.10, 5.16, 5.17",
  ),
  InvalidComposeName: error("Names in the compose file are as compose allows them"),
  InvalidHealthCheck: error("A health check says how its command is run"),
  NetworkModeWithNetworks: error("A service with a network mode joins no networks"),
  NetworkModeWithPorts: error("A service without a network of its own publishes no ports"),
  ObsoleteVersion: warning("The compose file tells no version of its format"),
  PasswordInComposeFile: warning("No password is written out in the compose file", "SecretsUsedInArgOrEnv of BuildKit"),
  PlatformNotBuilt: error("The platform of a service is among those for which it is built"),
  PrivilegedService: warning("No service and no dev container has all rights on the host", "CIS Docker 5.5"),
  PublicDatabase: warning("A server without a password is published on this machine alone", "CIS Docker 5.14"),
  RootService: warning("Services run as another user than root", "CIS Docker 4.1"),
  SecretInComposeFile: error("The compose file holds no key and no token", "CIS Docker 4.10"),
  ServiceWithoutImage: error("A service has an image, is built or extends another one"),
  UnknownComposeReference: error("Networks, volumes, secrets, configs and models that a service uses are in the file"),
  UnknownService: error("Services that a service needs are in the file"),
  UnpinnedServiceImage: warning("The image of a service is that of a release", "hadolint DL3006", "DL3007"),
  UnusedComposeItem: warning("Volumes, networks, secrets, configs and models of the file are used"),
  WatchOnBindMount: error("No path is watched for a copy that a bind mount shows already"),
  WatchWithoutBuild: error("A path whose changes build a service again is watched in a service that is built"),
  // Dev container
  DevContainerPropertyIgnored: error("Properties of the dev container have an effect together"),
  MisreadLine: warning("No line of a script reads like an instruction to the Dev Containers CLI"),
  PasswordInDevContainer: warning("No password is written out in devcontainer.json"),
  SecretInDevContainer: error("devcontainer.json holds no key and no token"),
  UnknownDevService: error("Services that the dev container is, or starts, are in its compose files"),
  UnknownRemoteUser: warning("The user of the dev container is one of its image"),
  UserIdNotUpdated: error("The host's user id is given to a user who can have it"),
  WorkspaceFolderMissing: error("The folder that the editor opens is in the dev container"),
  // The files together
  AppRunsAsRoot: error("The production image doesn't run as root", "hadolint DL3002", "CIS Docker 4.1"),
  AppUserNamed: warning("The user of the production image is a number", "hadolint DL3066"),
  CertificateInvalid: error(
    "The certificate that images trust is a file of the project, in PEM, without a private key",
  ),
  CopySourceMissing: error("What a Dockerfile takes from the build context is there"),
  DebuggerMissing: warning("A service that starts a debugger has it installed"),
  DigestMissing: warning("Images that are pinned have a digest", "CIS Docker 4.2"),
  DuplicateImageName: warning("Each project of a repository builds an image of its own"),
  FileIgnored: error("The .dockerignore leaves what the build needs"),
  FileOutsideContext: error("What the build needs lies in the build context"),
  HiddenVirtualEnv: warning("Nothing is mounted over the virtual environment of an image"),
  HealthCheckPort: warning("A health check asks a port that the image exposes"),
  HealthCheckProgramMissing: warning("The program of a health check is in the image"),
  KnownHostsInvalid: error("The hosts that builds trust are a file of the project with lines of known_hosts"),
  PrivilegedPort: warning("A user that is not root opens ports from 1024"),
  ProgramMissing: warning("The program that a container runs is installed"),
  RivalFile: warning("No other file is taken in place of a generated one, or beside it"),
  SecretInImage: error("No file with a secret gets into an image", "CIS Docker 4.10"),
  ShadowedIgnoreFile: error("One ignore file decides what the build sees"),
  UndeclaredBuildArg: warning("The arguments that a build is given are declared in the Dockerfile"),
  UnknownTarget: error("Stages that generated files have built are in the Dockerfile"),
  // The project
  BrokenScript: warning("A command of the project runs a function that is there"),
  CommandMissing: warning("The app image has a command"),
  CredentialsInUrl: error("No address of a dependency holds a password"),
  DebianUnsupported: warning("The images start from a release of Debian that gets security fixes"),
  DevelopmentDependency: warning("Production installs no tools for development"),
  DubiousName: warning("Names and versions are as the standards write them"),
  LeftOverFile: warning("One package manager describes the project"),
  LockedPackageUninstallable: error("The lock file has something to install for each platform"),
  LockMissing: warning("There is a lock file, by which the images are built"),
  LockStale: warning("The lock file fits the project"),
  LockUnclear: warning("The lock file is read without doubt"),
  PackageBuiltFromSource: warning("What it takes to build a package from source is known"),
  ProjectFileMissing: warning("The files that the project names for its build are there"),
  ProjectUnclear: warning("What the project says is read without doubt"),
  PythonOutsideRange: error("The Python that is chosen is one that the project allows"),
  PythonUnsupported: warning("The Python of the images gets security fixes"),
  RepositoryNeeded: warning("The project is built without its repository"),
  ToolHidden: warning("No command of the project is called like its package manager"),
  VersionMissing: warning("The project has a version, or says that its build finds it out"),
} satisfies Record<string, Rule>;

/** Name of a rule. */
export type RuleName = keyof typeof RULES;

/** Whether it is the name of a rule. */
export function isRuleName(name: string): name is RuleName {
  return Object.hasOwn(RULES, name);
}
