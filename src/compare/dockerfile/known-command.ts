import { type Given, optionsOf } from "../../dockerfile/parsed/program-options";
import { PackageManager } from "../../pyproject/managers/package-manager";
import type { KnownCommand } from "./command-kind";
import { installation } from "./installation";

const housekeeping = { kind: "housekeeping" } as const;

/** What the program is known to do with its arguments; undefined where it is not known. */
export function knownCommand(given: readonly string[]): KnownCommand | undefined {
  const words = plainWords(given);
  if (words.length === 0) return housekeeping;
  const [program, ...args] = words;
  return (Object.hasOwn(programs, program) ? programs[program](args) : undefined) ?? installation(program, args);
}

/** What a text that is more than one program is known to do. */
export function knownText(text: string): KnownCommand | undefined {
  const script = /install\.python-poetry\.org|poetry\/master\/(?:get|install)-poetry\.py/.test(text);
  if (script)
    return { kind: "manager", manager: PackageManager.POETRY, version: /POETRY_VERSION=([\w.]+)/.exec(text)?.[1] };
  const uv = /astral\.sh\/uv(?:\/([\d.]+))?\/install\.sh/.exec(text);
  if (uv !== null) return { kind: "manager", manager: PackageManager.UV, version: uv[1] };
  if (/pdm-project\.org\/install/.test(text)) return { kind: "manager", manager: PackageManager.PDM };
  if (/bootstrap\.pypa\.io\/get-pip\.py/.test(text)) return housekeeping;
  return undefined;
}

/** Without variables that are set for the program, without what only starts it, the program by its name. */
function plainWords(given: readonly string[]): readonly string[] {
  const at = given.findIndex((word) => !/^\w+=/.test(word) && !/^(?:sudo|exec|time|command)$/.test(word));
  if (at < 0) return [];
  const [path, ...args] = given.slice(at);
  const program =
    path
      .split("/")
      .at(-1)
      ?.replace(/\.exe$/, "") ?? path;
  if (/^python[\d.]*$/.test(program) && args[0] === "-m" && args.length > 1) return plainWords(args.slice(1));
  return [program.replace(/^pip[\d.]+$/, "pip"), ...args];
}

const programs: Readonly<Record<string, (args: readonly string[]) => KnownCommand | undefined>> = {
  apt: debian,
  "apt-get": debian,
  aptitude: debian,
  apk: (args) => installed("Alpine", args, ["add"]),
  yum: (args) => installed("Red Hat's family", args, ["install"]),
  dnf: (args) => installed("Red Hat's family", args, ["install"]),
  microdnf: (args) => installed("Red Hat's family", args, ["install"]),
  useradd: newUser,
  adduser: (args) => (namesMember(args) ? undefined : newUser(args)),
  groupadd: () => housekeeping,
  addgroup: (args) => (namesMember(args) ? undefined : housekeeping),
  usermod: (args) => (args.some((arg) => /^-\w*G|^--groups/.test(arg)) ? undefined : housekeeping),
  set: () => housekeeping,
  true: () => housekeeping,
  ":": () => housekeeping,
  source: activation,
  ".": activation,
  venv: () => housekeeping,
  virtualenv: () => housekeeping,
  compileall: () => housekeeping,
  ensurepip: () => housekeeping,
  rm: (args) => (args.every((arg) => arg.startsWith("-") || isCache(arg)) ? housekeeping : undefined),
  find: (args) => (/\.py[co]|__pycache__/.test(args.join(" ")) ? housekeeping : undefined),
};

/** The environment of the generated image is on the path. */
function activation([file = ""]: readonly string[]): KnownCommand | undefined {
  return /(?:^|\/)activate$/.test(file) ? housekeeping : undefined;
}

function isCache(path: string): boolean {
  return /^(?:\/var\/lib\/apt\/lists|\/var\/cache|\/var\/apt|\/usr\/share\/(?:doc|man|locale)|\/tmp|\/var\/tmp|\/root\/\.cache|~\/\.cache|\$\{?\w*CACHE\w*\}?)/.test(
    path,
  );
}

function debian(args: readonly string[]): KnownCommand | undefined {
  const known = installed("Debian", args, ["install"]);
  if (known !== undefined) return known;
  const action = optionsOf(args, debianValues).rest[0];
  const isCare = /^(?:update|upgrade|dist-upgrade|full-upgrade|clean|autoclean|autoremove|auto-remove|purge|remove)$/;
  return isCare.test(action ?? "") ? housekeeping : undefined;
}

const debianValues = ["-o", "-t", "--target-release", "--option", "-q=2"];

function installed(system: string, args: readonly string[], actions: readonly string[]): KnownCommand | undefined {
  const { rest } = optionsOf(args, [...debianValues, "--virtual", "--repository", "-X"]);
  const [action, ...names] = rest;
  if (!actions.includes(action))
    return action === "del" || action === "clean" || action === "update" ? housekeeping : undefined;
  const plain = names.filter((name) => !/^[./$~]/.test(name)).map((name) => name.replace(/(?:[=<>~].*|\*$)/, ""));
  return { kind: "system packages", system, names: plain.filter((name) => name !== "") };
}

const userValues = ["-u", "--uid", "-g", "--gid", "-d", "--home", "--home-dir", "-s", "--shell", "-c", "--comment"];
const moreUserValues = ["-G", "--gecos", "--groups", "--ingroup", "-h", "-k", "--base-dir", "-b"];

/** Whether a user and a group are named, so that the one becomes a member of the other. */
function namesMember(args: readonly string[]): boolean {
  return optionsOf(args, [...userValues, ...moreUserValues]).rest.length > 1;
}

function newUser(args: readonly string[]): KnownCommand | undefined {
  const { rest, options }: Given = optionsOf(args, [...userValues, ...moreUserValues]);
  const name = rest[0];
  if (name === undefined) return housekeeping;
  const uid = [...(options.get("-u") ?? []), ...(options.get("--uid") ?? [])][0];
  return { kind: "user", name, uid };
}
