import type { python } from "projen";
import { PackageManager } from "../pyproject/managers/package-manager";
import { Mistake, shown } from "../values/mistake";
import type { PythonContainerProjectOptions } from "./python-container-project-options";
import { hasSampleEntryPoint, sampleEntryPoint, sampleReadme } from "./sample-application";

const WHERE = "PythonContainerProject";

const DEFAULT_REQUIRES_PYTHON = ">=3.12,<4.0";

/** Words that Python reads as something else than a module's name. */
const KEYWORDS = new Set(
  "False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield".split(
    " ",
  ),
);

/**
 * The options of projen's own project that follow from ours.
 *
 * @throws where the options contradict each other, or ask for what a project that projen manages can't have
 */
export function pythonProjectOptions(options: PythonContainerProjectOptions): python.PythonProjectOptions {
  checkModuleName(options.moduleName);
  checkRequiresPython(options.requiresPython);
  checkUnsupported(options);
  const manager = packageManagerOf(options);
  const sampleScripts = hasSampleEntryPoint(options)
    ? { [options.name]: sampleEntryPoint(options.moduleName) }
    : undefined;
  return {
    ...options,
    ...(manager === PackageManager.UV ? uvOptions(options, sampleScripts) : poetryOptions(options, sampleScripts)),
    // It would run with rights to write, for pull requests from forks too.
    ...(options.containerWorkflow ? { githubOptions: { pullRequestLint: false, ...options.githubOptions } } : {}),
    sample: false,
    readme: options.readme ?? { filename: "README.md", contents: sampleReadme(options.name, manager) },
    projenrcPython: options.projenrcPython ?? false,
    projenrcTs: options.projenrcTs ?? !(options.projenrcPython || options.projenrcJs || options.projenrcJson),
    devDeps: (options.devDeps ?? []).filter((spec) => !isOwnPackage(spec)),
  };
}

/** The package manager that the options ask for. */
export function packageManagerOf(options: PythonContainerProjectOptions): PackageManager {
  const { packageManager } = options;
  const allowed: readonly unknown[] = [PackageManager.UV, PackageManager.POETRY];
  const asked = packageManager ?? askedAtCreation(options, "packageManager");
  if (asked !== undefined && !allowed.includes(asked)) {
    throw new Mistake({
      where: WHERE,
      what: `packageManager is ${shown(asked)}`,
      allowed: `projen manages pyproject.toml for ${allowed.join(" and ")}`,
      fix: `give one of them; for pdm, hatch, pipenv and pip keep your own pyproject.toml and use the project type existing-python-container`,
    });
  }
  const named = packageManager ?? (options.poetry ? PackageManager.POETRY : PackageManager.UV);
  if ((options.uv && named !== PackageManager.UV) || (options.poetry && named !== PackageManager.POETRY)) {
    throw new Mistake({
      where: WHERE,
      what: `packageManager is ${shown(named)}, and ${options.uv ? "uv" : "poetry"} is true`,
      allowed: "a project has one package manager",
      fix: "keep packageManager alone",
    });
  }
  return named;
}

/** What the command line of `projen new` was given; an unknown value of an enum reaches the options as undefined. */
export function askedAtCreation(options: object, name: string): unknown {
  return (options as { __new__?: { args?: Record<string, unknown> } }).__new__?.args?.[name];
}

/** Whether a dependency is this module's npm package, which `projen new --from` hands on as one of Python. */
export function isOwnPackage(spec: string): boolean {
  return /(^|[/@])projen-python-container(@|-|$)/.test(spec) || /\.tgz$/.test(spec);
}

function uvOptions(
  options: PythonContainerProjectOptions,
  scripts: Record<string, string> | undefined,
): Partial<python.PythonProjectOptions> {
  const { project, buildSystem, uv, ...rest } = options.uvOptions ?? {};
  const ownBackend = { requires: ["uv_build>=0.13,<0.14"], buildBackend: "uv_build" };
  return {
    uv: true,
    uvOptions: {
      ...rest,
      project: {
        name: options.name,
        requiresPython: options.requiresPython ?? DEFAULT_REQUIRES_PYTHON,
        scripts,
        ...project,
      },
      // Without a build system uv takes the project for a folder of scripts and does not install it.
      buildSystem: buildSystem ?? ownBackend,
      uv: { ...(buildSystem ? {} : { buildBackend: { moduleName: options.moduleName, moduleRoot: "" } }), ...uv },
    },
  };
}

function poetryOptions(
  options: PythonContainerProjectOptions,
  scripts: Record<string, string> | undefined,
): Partial<python.PythonProjectOptions> {
  const deps = options.deps ?? [];
  const asked = deps.find((spec) => spec.startsWith("python@"));
  if (asked !== undefined && options.requiresPython !== undefined) {
    throw new Mistake({
      where: WHERE,
      what: `requiresPython is ${shown(options.requiresPython)}, and deps has ${shown(asked)}`,
      allowed: "one of them names the Python versions",
      fix: "keep requiresPython",
    });
  }
  const python = asked === undefined ? [`python@${options.requiresPython ?? DEFAULT_REQUIRES_PYTHON}`] : [];
  return {
    poetry: true,
    poetryOptions: { packages: [{ include: options.moduleName }], scripts, ...options.poetryOptions },
    deps: [...python, ...deps],
  };
}

function checkModuleName(name: string): void {
  if (typeof name === "string" && /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !KEYWORDS.has(name)) return;
  const fixed = String(name)
    .replace(/[^A-Za-z0-9_]+/g, "_")
    .replace(/^(?=[0-9])/, "_");
  throw new Mistake({
    where: WHERE,
    what: `moduleName ${shown(name)} is no name of a Python module`,
    allowed: "it has letters, digits and underscores, starts with no digit and is no word of the language",
    fix: KEYWORDS.has(fixed) ? `give ${shown(`${fixed}_`)}` : `give ${shown(fixed)}`,
  });
}

function checkRequiresPython(requiresPython: unknown): void {
  if (requiresPython === undefined) return;
  if (typeof requiresPython === "string" && requiresPython.trim() !== "") return;
  throw new Mistake({
    where: WHERE,
    what: requiresPython === "" ? "requiresPython is empty" : `requiresPython is ${shown(requiresPython)}`,
    allowed: 'it is a specifier as text, such as ">=3.12,<4.0"; a command line turns 3.10 into the number 3.1',
    fix: 'give --requires-python ">=3.10"',
  });
}

function checkUnsupported(options: PythonContainerProjectOptions): void {
  const manager = (["pip", "venv", "setuptools"] as const).find((name) => options[name]);
  if (manager !== undefined) {
    throw new Mistake({
      where: WHERE,
      what: `${manager} is true`,
      allowed: "projen manages pyproject.toml for uv and poetry",
      fix: "leave it out, or keep your own pyproject.toml and use the project type existing-python-container",
    });
  }
  if (options.devContainer) {
    throw new Mistake({
      where: WHERE,
      what: "devContainer is true",
      allowed: "the project has a dev container of its own, on the dev stage",
      fix: "leave the option out and change project.container.devContainer",
    });
  }
}
