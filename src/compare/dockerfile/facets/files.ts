import { posix } from "node:path";
import type { Call } from "../../code/expression";
import { call } from "../../code/expression";
import type { Difference, Stated } from "../../difference";
import type { PlacedFile } from "../image";
import type { ImagePair } from "../image-pair";
import { isInFolder } from "../placed-files";
import { appSection } from "../word-expression";

/** What no image runs. */
const APART =
  /^\.|^(?:tests?|docs?|examples?|node_modules|venv|env|build|dist|htmlcov|site|coverage|Makefile|justfile|Justfile|Taskfile\.ya?ml|Dockerfile.*|.*\.[Dd]ockerfile|(?:docker-)?compose.*\.ya?ml|.*\.md|.*\.rst|LICEN[CS]E.*|COPYING.*|NOTICE.*|CHANGELOG.*|AUTHORS.*|tox\.ini|noxfile\.py|mypy\.ini|pytest\.ini|conftest\.py|ruff\.toml|mkdocs\.ya?ml|package(?:-lock)?\.json|renovate\.json|CODEOWNERS|.*\.egg-info|__pycache__|.*\.log)$/;
/** What a package manager reads. */
const MANIFEST =
  /^(?:pyproject\.toml|.*\.lock|pylock.*\.toml|setup\.(?:py|cfg)|MANIFEST\.in|Pipfile|poetry\.toml|pdm\.toml|hatch\.toml|uv\.toml|(?:.*\/)?requirements[^/]*|\.python-version|constraints[^/]*\.txt|README.*|LICENSE.*)$/;

/** The files of the build context, of other images and of addresses that are in the image. */
export function compareFiles(pair: ImagePair): Difference[] {
  const mine = pair.yours.files.filter(({ value }) => !isPython(value));
  const context = mine.filter(({ value }) => value.kind === "context");
  return [
    ...fromContext(context, pair),
    ...fromElsewhere(
      mine.filter(({ value }) => value.kind !== "context"),
      pair,
    ),
  ];
}

/** A copy of Python's own environment, or of its package manager. */
function isPython({ kind, image = "", source }: PlacedFile): boolean {
  return kind === "image" && (/astral-sh\/uv|(?:^|\/)python(?::|$)/.test(image) || /site-packages|venv/.test(source));
}

function fromContext(files: readonly Stated<PlacedFile>[], pair: ImagePair): Difference[] {
  const { project } = pair;
  const there = pair.generated.files
    .filter(({ value }) => value.kind === "context")
    .map(({ value }) => ({ ...value, source: inProject(value.source, project.place) }));
  const mine = files.map(({ value, line }) => ({ value: { ...value, source: fromFolder(value.source, pair) }, line }));
  const expanded = mine.flatMap((each) => entriesOf(each, pair)).filter(({ value }) => !MANIFEST.test(value.source));
  const placed = expanded.map(({ value, line }) => ({ value: { ...value, target: pair.here(value.target) }, line }));
  const missing = [
    ...new Map(
      placed
        .filter(({ value }) => !isCovered(value, there))
        .map((each) => [`${each.value.source} ${each.value.target}`, each]),
    ).values(),
  ];
  const ofPackage = missing.filter(
    ({ value }) =>
      project.facts.installsProject.value &&
      isPackage(value.source, pair) &&
      isWherePythonLooks(value.target, pair) &&
      !isRun(value, pair),
  );
  return [
    ...missing.filter((each) => !ofPackage.includes(each)).map((each) => copied(each, pair)),
    ...installed(ofPackage),
  ];
}

/** The path from the project's folder, also where the written file is built in the larger context. */
function fromFolder(source: string, { project }: ImagePair): string {
  if (project.place === "" || source === "." || project.exists(source)) return source;
  return posix.relative(project.place, source);
}

function inProject(source: string, place: string): string {
  return place !== "" && isInFolder(source, place) ? posix.relative(place, source) || "." : source;
}

/** A copy of all that is there counts as one of each thing in it that an image may need. */
function entriesOf({ value, line }: Stated<PlacedFile>, { project }: ImagePair): Stated<PlacedFile>[] {
  if (value.source !== ".") return [{ value, line }];
  return project
    .names()
    .filter((name) => !APART.test(name.replace(/\/$/, "")))
    .map((name) => {
      const source = name.replace(/\/$/, "");
      return { value: { ...value, source, target: posix.join(value.target, source) }, line };
    });
}

function isCovered({ source, target }: PlacedFile, there: readonly PlacedFile[]): boolean {
  return there.some(
    (other) =>
      isInFolder(source, other.source) && target === posix.join(other.target, posix.relative(other.source, source)),
  );
}

/** Whether it is a package that is installed, or a folder in which nothing but those lie. */
function isPackage(source: string, { project }: ImagePair): boolean {
  return project.facts.packageRoots.value.some(
    (root) => isInFolder(source, root) || (isInFolder(root, source) && source !== "."),
  );
}

/** Whether Python finds modules there: in the folder in which it runs, or by PYTHONPATH. */
function isWherePythonLooks(target: string, { yours, generated, here }: ImagePair): boolean {
  const path = here(yours.environment.get("PYTHONPATH")?.value ?? "").split(":");
  const folders = [generated.folder?.value ?? "/app", here(yours.folder?.value ?? "/"), ...path];
  return folders.some((folder) => {
    if (folder === "/") return !/^\/(?:usr|etc|s?bin|lib\w*|var|opt)\//.test(target);
    return folder.startsWith("/") && isInFolder(target, folder.replace(/\/$/, ""));
  });
}

/** Whether the command names a path of it: then the installed package does not do. */
function isRun({ source, target }: PlacedFile, { yours, here }: ImagePair): boolean {
  const words = [yours.command, yours.entrypoint].flatMap((program) => program?.value.words ?? []).map(here);
  const paths = words.flatMap((word) => word.split(/\s+/)).map((word) => word.replace(/^\.\//, ""));
  return (
    source !== "." && paths.some((path) => /[/.]/.test(path) && (isInFolder(path, source) || isInFolder(path, target)))
  );
}

function installed(files: readonly Stated<PlacedFile>[]): Difference[] {
  if (files.length === 0) return [];
  const yours = files.map(({ value }) => `${value.source} in ${value.target}`).join(", ");
  const why = "the project is installed in the environment, without a copy beside it";
  return [
    {
      topic: "source of the project",
      line: files[0].line,
      yours,
      generated: "installed",
      way: { kind: "nothing", why },
    },
  ];
}

function copied({ value, line }: Stated<PlacedFile>, { project }: ImagePair): Difference {
  const { source, target, mode } = value;
  const topic = `file ${source} in ${target}`;
  const shown = { topic, line, yours: source === posix.basename(target) ? target : `${source} in ${target}` };
  if (posix.join(project.place, source).startsWith(".."))
    return {
      ...shown,
      way: { kind: "none", why: "it lies outside of the project's folder; the option buildContext takes a larger one" },
    };
  const path = posix.join(project.place, source);
  const isFile = !project.isFolder(source) && posix.basename(target) === posix.basename(source);
  const destination = isFile ? `${posix.dirname(target).replace(/\/$/, "")}/` : target;
  const permissions = mode === undefined ? [] : [{ chmod: mode }];
  const calls: Call[] = [appSection("source").calling("addCopy", [path], destination, ...permissions)];
  if (!project.isInContext(source)) calls.unshift(call("dockerignore", "addExceptions", path));
  return { ...shown, way: { kind: "carry", calls } };
}

function fromElsewhere(files: readonly Stated<PlacedFile>[], { generated, here }: ImagePair): Difference[] {
  const there = new Set(generated.files.map(({ value }) => `${value.image ?? ""} ${value.source} ${value.target}`));
  return files
    .filter(({ value }) => !there.has(`${value.image ?? ""} ${value.source} ${here(value.target)}`))
    .map(({ value, line }): Difference => {
      const { source, image, kind } = value;
      const target = here(value.target);
      const shown = {
        topic: `file ${source} in ${target}`,
        line,
        yours: image === undefined ? `${source} in ${target}` : `${image} ${source} in ${target}`,
      };
      if (kind === "stage") {
        const why = `a stage on ${image} makes it: build that as an image of its own, and take the file by addCopyFromImage`;
        return { ...shown, way: { kind: "none", why } };
      }
      if (kind === "address") return { ...shown, way: { kind: "carry", calls: [added(value, target)] } };
      const reference = call("ImageReference", "of", image ?? "");
      return {
        ...shown,
        way: { kind: "carry", calls: [appSection("source").calling("addCopyFromImage", reference, [source], target)] },
      };
    });
}

/** The call for an ADD with an address; one that names what only the build knows stays a line. */
function added({ source, mode, checksum }: PlacedFile, target: string): Call {
  const section = appSection("source");
  if (`${source}${checksum}`.includes("$")) return section.calling("addRaw", `ADD ${source} ${target}`);
  const isGit = /^(?:git@|ssh:|git:)|\.git(?:[#?]|$)/.test(source);
  const options = {
    ...(checksum === undefined ? {} : { [isGit ? "commit" : "checksum"]: checksum }),
    ...(mode === undefined ? {} : { chmod: mode }),
  };
  const more = Object.keys(options).length === 0 ? [] : [options];
  return section.calling(isGit ? "addGitRepository" : "addDownload", source, target, ...more);
}
