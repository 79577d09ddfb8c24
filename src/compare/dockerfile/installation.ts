import { type Given, isGiven, namesGiven, optionsOf } from "../../dockerfile/parsed/program-options";
import { PackageManager } from "../../pyproject/managers/package-manager";
import type { KnownCommand, Selection } from "./command-kind";

const housekeeping = { kind: "housekeeping" } as const;

/** What a package manager installs by these arguments; undefined where it is none, or runs something. */
export function installation(program: string, args: readonly string[]): KnownCommand | undefined {
  return Object.hasOwn(managers, program) ? managers[program](args) : undefined;
}

const managers: Readonly<Record<string, (args: readonly string[]) => KnownCommand | undefined>> = {
  uv: ([action, ...args]) => {
    if (action === "sync" || action === "export") return dependencies(uvSelection(args));
    if (action === "pip" && args[0] === "compile")
      return dependencies({ ...uvSelection(args), manager: PackageManager.PIP, isCompiled: true });
    if (action === "pip") return pip(args);
    if (action === "tool" && args[0] === "install") return tools(args.slice(1).filter((arg) => !arg.startsWith("-")));
    return action === "run" || action === "build" ? undefined : housekeeping;
  },
  pip,
  poetry: ([action, ...args]) => {
    if (action === "install" || action === "export" || action === "sync") return dependencies(poetrySelection(args));
    return action === "run" ? undefined : housekeeping;
  },
  pdm: ([action, ...args]) => {
    if (action === "install" || action === "sync" || action === "export") return dependencies(pdmSelection(args));
    return action === "run" ? undefined : housekeeping;
  },
  pipenv: ([action, ...args]) => {
    if (!["install", "sync", "requirements"].includes(action)) return action === "run" ? undefined : housekeeping;
    const given = optionsOf(args, ["--categories", "--python"]);
    const withDevelopment = isGiven(given, "--dev", "-d");
    return dependencies({ ...none(PackageManager.PIPENV), groups: namesGiven(given, "--categories"), withDevelopment });
  },
  hatch: ([action]) => (action === "run" ? undefined : housekeeping),
  pipx: ([action, ...args]) =>
    action === "install" ? tools(args.filter((arg) => !arg.startsWith("-"))) : housekeeping,
};

function uvSelection(args: readonly string[]): Selection {
  const values = [
    "--extra",
    "--group",
    "--only-group",
    "--no-group",
    "-o",
    "--output-file",
    "--python",
    "-p",
    "--format",
    "--directory",
    "--project",
    "--package",
    "--index",
    "--no-install-package",
    "--no-emit-package",
  ];
  const given = optionsOf(args, values);
  const isWithout =
    isGiven(given, "--no-dev", "--no-default-groups", "--only-group") ||
    namesGiven(given, "--no-group").includes("dev");
  return {
    ...none(PackageManager.UV),
    extras: [...namesGiven(given, "--extra"), ...(isGiven(given, "--all-extras") ? ["*"] : [])],
    groups: namesGiven(given, "--group", "--only-group"),
    withDevelopment: !isWithout,
  };
}

function poetrySelection(args: readonly string[]): Selection {
  const given = optionsOf(args, [
    "--with",
    "--without",
    "--only",
    "-E",
    "--extras",
    "-o",
    "--output",
    "-f",
    "--format",
    "-C",
    "--directory",
    "-P",
  ]);
  const without = namesGiven(given, "--without");
  const isWithout =
    isGiven(given, "--no-dev", "--only", "--only-root") || without.some((name) => /dev|test/.test(name));
  return {
    ...none(PackageManager.POETRY),
    extras: [...namesGiven(given, "-E", "--extras"), ...(isGiven(given, "--all-extras", "-A") ? ["*"] : [])],
    groups: namesGiven(given, "--with", "--only").filter((name) => name !== "main"),
    withDevelopment: !isWithout,
  };
}

function pdmSelection(args: readonly string[]): Selection {
  const given = optionsOf(args, [
    "-G",
    "--group",
    "--with",
    "--without",
    "-o",
    "--output",
    "-f",
    "--format",
    "-p",
    "--project",
  ]);
  const isWithout = isGiven(given, "--prod", "--production", "--no-dev", "--no-default");
  return {
    ...none(PackageManager.PDM),
    groups: namesGiven(given, "-G", "--group", "--with").filter((name) => name !== ":all"),
    withDevelopment: !isWithout,
  };
}

function pip([action, ...args]: readonly string[]): KnownCommand | undefined {
  if (action !== "install" && action !== "wheel" && action !== "sync") return housekeeping;
  const values = [
    "-r",
    "--requirement",
    "-c",
    "--constraint",
    "-e",
    "--editable",
    "-i",
    "--index-url",
    "--extra-index-url",
    "--extra",
    "--group",
    "-t",
    "--target",
    "--prefix",
    "--python",
    "-p",
    "-w",
    "--wheel-dir",
    "-f",
    "--find-links",
    "--trusted-host",
    "--root",
    "--progress-bar",
    "--timeout",
    "--default-timeout",
    "--retries",
    "--cache-dir",
    "--no-binary",
    "--only-binary",
    "--index",
  ];
  const given = optionsOf(args, values);
  const files = namesGiven(given, "-r", "--requirement");
  const rest = [...given.rest, ...namesOfEditable(given)];
  const apart = rest.filter(isApart).map((each) => each.replace(/\[[^\]]*\]$/, ""));
  const own = rest.filter(
    (each) => !isApart(each) && !ADDRESSED.test(each) && (/^[./$]/.test(each) || /\.(?:whl|tar\.gz)$|[*/]/.test(each)),
  );
  const named = rest
    .filter((each) => !own.includes(each) && !isApart(each))
    .map(nameOf)
    .filter((name) => !["", ...backends].includes(name));
  if (files.length > 0 || own.length > 0 || action === "sync") {
    const extras = [
      ...own.flatMap((each) => (/\[([^\]]*)\]/.exec(each)?.[1] ?? "").split(",")),
      ...namesGiven(given, "--extra"),
    ];
    return dependencies({
      ...none(PackageManager.PIP),
      extras: extras.map((each) => each.trim()).filter((each) => each !== ""),
      groups: namesGiven(given, "--group"),
      files: action === "sync" ? [...files, ...rest] : files,
      distributions: action === "sync" ? [] : [...named, ...apart],
      withDevelopment: files.some((file) =>
        /(?:^|[-_./])(?:dev|develop|development|test|tests|lint)(?:[-_./]|$)/.test(file),
      ),
    });
  }
  return tools(
    rest.filter((each) => named.includes(nameOf(each)) || managerNames.includes(nameOf(each))),
    [...named, ...apart],
  );
}

/** A distribution by its name and where it lies. */
const ADDRESSED = /^[\w.-]+(?:\[[^\]]*\])?\s*@/;

/** Whether it is another distribution than the project: one by its address, an archive, a folder below. */
function isApart(given: string): boolean {
  if (ADDRESSED.test(given) || /[*$]/.test(given)) return false;
  const isArchive = /\.(?:whl|tar\.gz|zip)$/.test(given) && !/(?:^|\/)(?:dist|wheels?|build)\//.test(given);
  return /:\/\//.test(given) || isArchive || /^\.\/[\w-]/.test(given);
}

/** What every installer has at hand. */
const backends = [
  "pip",
  "setuptools",
  "wheel",
  "build",
  "pipx",
  "virtualenv",
  "hatchling",
  "poetry-core",
  "flit-core",
  "pdm-backend",
  "pip-tools",
];
const managerNames: readonly string[] = Object.values(PackageManager).filter((name) => name !== PackageManager.PIP);

function tools(specifiers: readonly string[], names: readonly string[] = specifiers.map(nameOf)): KnownCommand {
  const manager = managerNames.find((name) => names.includes(name));
  if (manager !== undefined) {
    const specifier = specifiers.find((each) => nameOf(each) === manager) ?? "";
    return { kind: "manager", manager: manager as PackageManager, version: /==\s*(.+)$/.exec(specifier)?.[1] };
  }
  return names.length === 0 ? housekeeping : { kind: "distributions", names };
}

function namesOfEditable(given: Given): readonly string[] {
  return [...(given.options.get("-e") ?? []), ...(given.options.get("--editable") ?? [])];
}

function nameOf(specifier: string): string {
  return (/^[\w.-]+/.exec(specifier.trim())?.[0] ?? "").toLowerCase();
}

function none(manager: PackageManager): Selection {
  return { manager, extras: [], groups: [], files: [] };
}

function dependencies(selection: Selection): KnownCommand {
  return { kind: "dependencies", selection };
}
