import { posix } from "node:path";
import { PythonVersion } from "../../values/python-version";
import { layout } from "../layout";

/** What an environment has of a project. */
export interface Selection {
  /** Names of extras. */
  readonly extras: readonly string[];
  /** Names of groups of `[dependency-groups]`. */
  readonly groups: readonly string[];
  /** Names of environments of hatch. */
  readonly environments: readonly string[];
  /** Requirements files, with those that they include. */
  readonly files: readonly string[];
  /** Files and folders that are copied beside the requirements, by their places there. */
  readonly copies: Readonly<Record<string, string>>;
}

/** Of what project the script tells. */
export interface ManifestSource {
  readonly python: PythonVersion;
  /** pip's report on the project, where the build backend tells the dependencies; else pyproject.toml tells them. */
  readonly report?: string;
  /** Are production's requirements only compared with what is installed? Where it comes from is no matter then. */
  readonly isCheck: boolean;
  /** The project's path in the build context; empty where it is the context itself. */
  readonly folder: string;
  /** What production has beside the main dependencies. */
  readonly production: Selection;
  /** What a developer has beside production. */
  readonly development: Selection;
}

/** The folders of the manifest: each has all that one environment depends on, at the places of the build context. */
export const manifestParts = {
  production: `${layout.manifest}/production`,
  development: `${layout.manifest}/development`,
} as const;

/** The files with what the project itself asks for. */
export const manifestFiles = { production: "project.txt", development: "development.txt" } as const;

/**
 * A script in Python that writes what the environments depend on, and no more: the requirements of the project from its
 * metadata, with its own extras and groups resolved, and its requirements files without the project itself.
 */
export function manifestScript(source: ManifestSource): string {
  const { python, report, isCheck, folder, production, development } = source;
  const hasEnvironments = development.environments.length > 0;
  const hasFiles = production.files.length + development.files.length > 0;
  const [copies, further] = [production, development].map((each) => Object.keys(each.copies).length > 0);
  const hasCopies = copies || further;
  const part = (name: keyof typeof manifestParts) => JSON.stringify(posix.join(manifestParts[name], folder));
  return [
    "import json, pathlib, platform, re, shutil, subprocess, sys",
    "from pip._vendor.packaging.requirements import Requirement",
    "from pip._vendor.packaging.specifiers import SpecifierSet",
    "from pip._vendor.packaging.utils import canonicalize_name as plain",
    python.compare(PythonVersion.of("3.11")) < 0 ? "from pip._vendor import tomli as tomllib" : "import tomllib",
    'file = pathlib.Path("pyproject.toml")',
    'text = file.read_text("utf-8") if file.exists() else ""',
    // How hatch writes the project's folder, which is the same one where pip installs.
    ...(hasCopies ? ['text = text.replace("{root:uri}", pathlib.Path.cwd().as_uri())'] : []),
    "tables = tomllib.loads(text)",
    report === undefined ? fromTables : fromReport(report),
    asking,
    ...(hasEnvironments ? [environments] : []),
    ...(hasFiles ? [filtering] : []),
    ...(isCheck ? [namesAlone] : []),
    writing(hasFiles, hasCopies, isCheck),
    ...(hasCopies ? [`copies = ${JSON.stringify(production.copies)}`] : []),
    `files = ${JSON.stringify(production.files)}`,
    `production = ${listOf(['*extras[""]', ...linesOf(production)])}`,
    `write(${part("production")}, {"${manifestFiles.production}": production}, files)`,
    `development = ${listOf(linesOf(development))}`,
    ...(further ? [`copies.update(${JSON.stringify(development.copies)})`] : []),
    `write(${part("development")}, {"${manifestFiles.production}": production, "${manifestFiles.development}": development}, files${development.files.length > 0 ? `, ${JSON.stringify(development.files)}` : ""})`,
  ].join("\n");
}

const fromTables = `project = tables.get("project", {})
own = plain(project.get("name", ""))
extras = {plain(name): lines for name, lines in project.get("optional-dependencies", {}).items()}
extras[""] = project.get("dependencies", [])
wanted, version = project.get("requires-python", ""), platform.python_version()
if not SpecifierSet(wanted).contains(version, prereleases=True):
    sys.exit(f"pyproject.toml [project].requires-python is {wanted}, the image has Python {version}: give another PYTHON_VERSION")`;

const fromReport = (
  report: string,
) => `project = json.loads(pathlib.Path("${report}").read_text())["install"][0]["metadata"]
own = plain(project["name"])
def held(extra):
    for requirement in map(Requirement, project.get("requires_dist", [])):
        if requirement.marker is None or requirement.marker.evaluate({"extra": extra}):
            requirement.marker = None
            yield str(requirement)
extras = {plain(name): [*held(name)] for name in ["", *project.get("provides_extra", [])]}`;

/** What lines of the project ask for of others: an extra of the project itself stands for its own lines. */
const asking = `groups = {plain(name): lines for name, lines in tables.get("dependency-groups", {}).items()}
def grouped(name):
    for line in groups.get(plain(name), []):
        yield from [line] if isinstance(line, str) else grouped(line["include-group"])
def asked(lines, within=frozenset()):
    for line in lines:
        requirement = Requirement(line)
        if plain(requirement.name) != own:
            yield str(requirement)
        elif requirement.marker is None or requirement.marker.evaluate():
            for extra in sorted({*map(plain, requirement.extras)} - within):
                yield from asked(extras.get(extra, []), within | {extra})`;

/** An environment's own dependencies, its features and groups; of a matrix the environment of this Python. */
const environments = `shown = json.loads(subprocess.check_output(["hatch", "env", "show", "--json"]))
python = "%d.%d" % sys.version_info[:2]
def environment(name):
    named = [each for each in shown if each == name or each.startswith(f"{name}.")]
    for each in [each for each in named if shown[each].get("python", python) == python][:1]:
        command = ["hatch", "-e", each, "dep", "show", "requirements", "--env-only"]
        yield from subprocess.check_output(command, text=True).split("\\n")
        for feature in shown[each].get("features", []):
            yield from extras.get(plain(feature), [])
        for group in shown[each].get("dependency-groups", []):
            yield from grouped(group)`;

/** Of a requirements file: all but the project itself, and nothing that would stay in a folder of the build. */
const filtering = `itself = re.compile(
    rb"^[ \\t]*(?:(?:-e|--editable)[ \\t=]*)?(?:file:)?\\./?(?:\\[(.*?)\\])?[ \\t]*(?:;.*|#.*)?\\r?$", re.M)
editable = re.compile(rb"^[ \\t]*(?:-e|--editable)[ \\t=]*(?=[./])", re.M)
def filtered(path, lines):
    text = pathlib.Path(path).read_bytes()
    for match in itself.finditer(text):
        lines += [line for name in (match[1] or b"").decode().split(",") for line in extras.get(plain(name), [])]
    return editable.sub(b"", itself.sub(b"", text))`;

/** A lock file says where a distribution comes from. */
const namesAlone = `elsewhere = re.compile(
    rb"^[ \\t]*(?:(?:-e|--editable)\\b|[./]|[a-z]+\\+|[a-z]+://|file:|[^#\\n]*? @ ).*$", re.M)
def named(line):
    requirement = Requirement(line)
    requirement.url = None
    return str(requirement)`;

const writing = (hasFiles: boolean, hasCopies: boolean, isCheck: boolean) =>
  [
    "def write(folder, lists, files, more=()):",
    "    folder = pathlib.Path(folder)",
    "    folder.mkdir(parents=True)",
    ...(hasFiles
      ? [
          `    first, last = lists["${manifestFiles.production}"], [*lists.values()][-1]`,
          "    for path in [*files, *more]:",
          "        target = folder / path",
          "        target.parent.mkdir(parents=True, exist_ok=True)",
          "        text = filtered(path, first if path in files else last)",
          `        target.write_bytes(${isCheck ? 'elsewhere.sub(b"", text) if path in files else text' : "text"})`,
        ]
      : []),
    ...(hasCopies
      ? [
          "    for path, place in copies.items():",
          "        target = folder / place",
          "        target.parent.mkdir(parents=True, exist_ok=True)",
          // One may lie within another.
          "        if pathlib.Path(path).is_dir():",
          "            shutil.copytree(path, target, dirs_exist_ok=True)",
          "        else:",
          "            shutil.copy(path, target)",
        ]
      : []),
    "    for name, lines in lists.items():",
    "        requirements = dict.fromkeys(asked(line for line in lines if line.strip()))",
    ...(isCheck
      ? [`        if name == "${manifestFiles.production}":`, "            requirements = map(named, requirements)"]
      : []),
    `        (folder / name).write_text("".join(f"{line}\\n" for line in requirements))`,
  ].join("\n");

const listOf = (items: readonly string[]) => `[${items.join(", ")}]`;

/** The lines of a selection, in Python. */
function linesOf({ extras, groups, environments: named }: Selection): string[] {
  return [
    ...extras.map((name) => `*extras[plain(${JSON.stringify(name)})]`),
    ...groups.map((name) => `*grouped(${JSON.stringify(name)})`),
    ...named.map((name) => `*environment(${JSON.stringify(name)})`),
  ];
}
