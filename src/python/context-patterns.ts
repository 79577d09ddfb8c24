import { posix, resolve } from "node:path";
import type { IConstruct } from "constructs";
import { Project } from "projen";
import { buildInputs } from "../checks/build-inputs";
import { BuildContext } from "../dockerignore/context";
import { Dockerignore } from "../dockerignore/dockerignore";
import { FileGuard } from "../files/file-guard";
import { DIGESTS_FILE } from "../values/image-digests";
import type { ContainerPlan } from "./container-plan";

/** What no build needs. A path counts in the folder of the project, one that starts with two stars everywhere. */
interface PatternGroup {
  readonly comment?: string;
  readonly patterns: readonly string[];
  /** Does it hold in the folders of other projects too? What tools leave there is large, or may be of another system. */
  readonly inOthers?: boolean;
}

const always: readonly PatternGroup[] = [
  { comment: "Version control", patterns: [".git", ".gitattributes", ".github", ".gitlab*", "renovate.json*"] },
  {
    comment: "Environments, bytecode and caches",
    patterns: [".venv", "venv", "**/__pycache__", "**/*.py[cod]"],
    inOthers: true,
  },
  {
    patterns: ["**/.pytest_cache", "**/.ruff_cache", "**/.mypy_cache", ".tox", ".nox", ".hypothesis"],
    inOthers: true,
  },
  {
    comment: "What builds and tests leave",
    patterns: ["build", "dist", "**/*.egg-info", "htmlcov", ".coverage*"],
    inOthers: true,
  },
  { comment: "Secrets and local settings", patterns: ["**/.env", "**/.env.*"] },
  { patterns: ["**/.netrc", "**/.pypirc", "**/.npmrc", "**/.git", "**/.git-credentials", "**/pip.conf", "auth.toml"] },
  { patterns: ["**/.ssh", "**/id_rsa", "**/id_ecdsa", "**/id_ed25519", "**/.aws", "**/*.tfstate*", "**/.terraform"] },
  // A package's own certificates are in a folder of its own.
  { patterns: ["*.pem", "*.key", "*.p12"] },
  { comment: "projen and Node", patterns: [".projen", ".projenrc.*", "projenrc", "tsconfig.projen.json"] },
  { patterns: ["node_modules", "package.json", "package-lock.json"] },
  {
    comment: "Container files and editors",
    patterns: ["Dockerfile*", "*.Dockerfile", "**/*.dockerignore*", "compose*.y*ml*", "docker-compose*.y*ml*"],
  },
  { patterns: ["docker-bake.*", ".devcontainer", ".vscode", ".idea", ".run"] },
];

const tests: PatternGroup = { comment: "Tests", patterns: ["tests", "test"], inOthers: true };

/**
 * Adds the ignore file. A context above the project may have a .dockerignore of its own, for others: the one of the
 * Dockerfile alone goes before it then, as it does where people write it.
 *
 * @param dockerfile path of the Dockerfile from the project's folder
 */
export function addDockerignore(scope: IConstruct, dockerfile: string, plan: ContainerPlan): Dockerignore {
  const fileName = `${dockerfile}.dockerignore`;
  const isLeft = FileGuard.of(scope)._isLeft(resolve(Project.of(scope).outdir, fileName));
  const dockerignore = new Dockerignore(scope, plan.place.folder !== "" || isLeft ? { fileName } : {});
  addContextPatterns(dockerignore, plan);
  return dockerignore;
}

/**
 * Leaves out of the build context what no build needs, in the folders of the project and of the others that it needs.
 *
 * A list of what is left out, not of what is let in: a build backend may need any file, and says only when it is missing.
 */
function addContextPatterns(dockerignore: Dockerignore, plan: ContainerPlan): void {
  dockerignore.addDefaults({ applyDefaults: (target) => applyPatterns(target, plan) });
}

function applyPatterns(target: Dockerignore, plan: ContainerPlan): void {
  const { caCertificate, sshKnownHosts } = plan.options;
  const given = [caCertificate, sshKnownHosts].filter((path) => path !== undefined);
  const needed = [...buildInputs(plan).map(({ value }) => value), ...given].map((path) => plan.place.inContext(path));
  const placed = placedGroups(plan).map(({ comment, patterns }) => {
    return { comment, patterns: patterns.filter((pattern) => !needed.includes(pattern)) };
  });
  for (const { comment, patterns } of placed) {
    if (comment === undefined) target.addPatterns(...patterns);
    else if (patterns.length > 0) target.addGroup(comment, ...patterns);
  }
  const context = new BuildContext(placed.flatMap(({ patterns }) => patterns));
  const left = needed.filter((path) => !path.startsWith("../") && !context.mayIncludeBelow(path));
  if (left.length === 0) return;
  target.addComment("What this build reads all the same");
  target.addExceptions(...new Set(left));
}

/** Folders of the project, from there, that are in the build context for the tests alone. */
export function testFolders(plan: ContainerPlan): string[] {
  if (plan.options.developmentMount !== false) return [];
  const needed = buildInputs(plan).map(({ value }) => value);
  return tests.patterns.filter((folder) => !needed.some((path) => path === folder || path.startsWith(`${folder}/`)));
}

/** The groups with the patterns as they are in the build context, and one for each other project that is needed. */
function placedGroups({ place, localProjects, options }: ContainerPlan): PatternGroup[] {
  // A test service without a mount finds the tests in its image.
  const files = options.pinImages ? [...always, { patterns: [`**/${DIGESTS_FILE}`] }] : always;
  const groups = options.developmentMount === false ? files : [...files, tests];
  const own = groups.map(({ comment, patterns }) => ({ comment, patterns: inFolder(place.folder, patterns) }));
  const ofOthers = groups.flatMap(({ patterns, inOthers }) => (inOthers ? patterns : []));
  const others = localProjects.filter(({ facts, isProduction }) => isProduction && facts !== undefined);
  const folders = others.map(({ path }) => place.inContext(path)).filter((folder) => !folder.startsWith(".."));
  return [
    ...own,
    ...folders.map((folder) => {
      const here = ofOthers.filter((pattern) => !pattern.startsWith("**/"));
      return { comment: `The same in ${folder}`, patterns: inFolder(folder, here) };
    }),
  ];
}

function inFolder(folder: string, patterns: readonly string[]): string[] {
  return patterns.map((pattern) => (pattern.startsWith("**/") ? pattern : posix.join(folder, pattern)));
}
