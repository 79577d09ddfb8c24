import { PythonVersion } from "../../values/python-version";

/** What one environment depends on. */
export interface ManifestPart {
  /** The folder into which it is written. */
  readonly folder: string;
  /** Extras beside the main dependencies. */
  readonly extras: readonly string[];
  /** Groups of `[dependency-groups]`. */
  readonly groups: readonly string[];
  /** Environments of hatch. */
  readonly environments: readonly string[];
  /** Requirements files, with those that they include. */
  readonly files: readonly string[];
}

/** Of what project the script tells. */
export interface ManifestSource {
  readonly python: PythonVersion;
  /** pip's report on the project, where the build backend tells the dependencies; else pyproject.toml tells them. */
  readonly report?: string;
  /** Are the requirements only compared with what is installed? Where a distribution comes from is no matter then. */
  readonly isCheck: boolean;
  /** Files and folders that are copied into each part, by their places there. */
  readonly copies: Readonly<Record<string, string>>;
}

/** The file of each part with what the project itself asks for. */
export const projectRequirements = "project.txt";

/**
 * A script in Python that writes what each part depends on, and no more: the requirements of the project from its
 * metadata, with its own extras and groups resolved, and its requirements files without the project itself.
 */
export function manifestScript(source: ManifestSource, parts: readonly ManifestPart[]): string {
  const { python, report, isCheck, copies } = source;
  const hasCopies = Object.keys(copies).length > 0;
  const uses = (key: "environments" | "files") => parts.some((part) => part[key].length > 0);
  return [
    "import json, pathlib, re, shutil, subprocess, sys",
    "from pip._vendor.packaging.requirements import Requirement",
    "from pip._vendor.packaging.utils import canonicalize_name as plain",
    python.compare(PythonVersion.of("3.11")) < 0 ? "from pip._vendor import tomli as tomllib" : "import tomllib",
    'file = pathlib.Path("pyproject.toml")',
    'tables = tomllib.loads(file.read_text("utf-8")) if file.exists() else {}',
    report === undefined ? fromTables : fromReport(report),
    requirements(isCheck),
    ...(uses("environments") ? [environments] : []),
    ...(uses("files") ? [requirementsFiles(isCheck)] : []),
    writing(uses("files"), hasCopies),
    ...(hasCopies ? [`copies = ${JSON.stringify(copies)}`] : []),
    ...parts.map(writtenPart),
  ].join("\n");
}

const fromTables = `project = tables.get("project", {})
own = plain(project.get("name", ""))
extras = {plain(name): lines for name, lines in project.get("optional-dependencies", {}).items()}
extras[""] = project.get("dependencies", [])`;

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
const requirements = (
  isCheck: boolean,
) => `groups = {plain(name): lines for name, lines in tables.get("dependency-groups", {}).items()}
def grouped(name):
    for line in groups.get(plain(name), []):
        yield from [line] if isinstance(line, str) else grouped(line["include-group"])
def asked(lines, within=frozenset()):
    for line in lines:
        requirement = Requirement(line)
        if plain(requirement.name) != own:
${isCheck ? "            requirement.url = None\n" : ""}            yield str(requirement)
        elif requirement.marker is None or requirement.marker.evaluate():
            for extra in {*map(plain, requirement.extras)} - within:
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

const requirementsFiles = (isCheck: boolean) => `itself = re.compile(
    rb"^[ \\t]*(?:(?:-e|--editable)[ \\t=]*)?(?:file:)?\\./?(?:\\[(.*?)\\])?[ \\t]*(?:;.*|#.*)?\\r?$", re.M)
editable = re.compile(rb"^[ \\t]*(?:-e|--editable)[ \\t=]*(?=[./])", re.M)
${isCheck ? 'elsewhere = re.compile(rb"^[ \\t]*(?:(?:-e|--editable)\\b|[./]|[a-z]+\\+|[a-z]+://|file:|[^#\\n]*? @ ).*$", re.M)\n' : ""}def filtered(text, names):
    """Without the project itself, whose extras are kept in mind, and with nothing that stays in its folder."""
    for match in itself.finditer(text):
        names += (match[1] or b"").decode().split(",")
    text = editable.sub(b"", itself.sub(b"", text))
    return ${isCheck ? 'elsewhere.sub(b"", text)' : "text"}`;

const writing = (hasFiles: boolean, hasCopies: boolean) => `def write(folder, names, more, files):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True)
${hasFiles ? copiesOfFiles : ""}${hasCopies ? otherCopies : ""}\
    lines = [*extras[""], *(line for name in names for line in extras.get(plain(name), [])), *more]
    requirements = dict.fromkeys(asked(line for line in lines if line.strip()))
    (folder / "${projectRequirements}").write_text("".join(f"{line}\\n" for line in requirements))`;

const copiesOfFiles = `    for path in files:
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(filtered(pathlib.Path(path).read_bytes(), names))
`;

const otherCopies = `    for path, place in copies.items():
        target = folder / place
        target.parent.mkdir(parents=True, exist_ok=True)
        (shutil.copytree if pathlib.Path(path).is_dir() else shutil.copy)(path, target)
`;

function writtenPart({ folder, extras, groups, environments: named, files }: ManifestPart): string {
  const lines = [
    ...groups.map((name) => `*grouped(${JSON.stringify(name)})`),
    ...named.map((name) => `*environment(${JSON.stringify(name)})`),
  ];
  return `write(${JSON.stringify(folder)}, ${JSON.stringify(extras)}, [${lines.join(", ")}], ${JSON.stringify(files)})`;
}
