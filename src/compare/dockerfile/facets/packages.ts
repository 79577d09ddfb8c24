import type { Call } from "../../code/expression";
import type { Difference, Stated } from "../../difference";
import type { SystemPackage } from "../image";
import type { ImagePair } from "../image-pair";
import { appSection } from "../word-expression";

/** What is there to compile, and what the base image has of Python. */
const BUILDING =
  /-dev$|^lib.*-devel$|^(?:build-essential|gcc|g\+\+|gfortran|make|cmake|ninja-build|pkg-config|pkgconf|autoconf|automake|libtool|swig|clang|llvm|cargo|rustc|patchelf|python3?|python3-(?:dev|pip|venv|setuptools|wheel|distutils)|python-is-python3|musl-dev)$/;
/** What fetches something while the image is built, and may do so when it runs. */
const FETCHING =
  /^(?:curl|wget|git|gnupg2?|ca-certificates|unzip|xz-utils|apt-transport-https|apt-utils|lsb-release|software-properties-common|dirmngr|openssh-client)$/;

/** The packages of the system, to build and to run. */
export function comparePackages(pair: ImagePair): Difference[] {
  const debian = pair.yours.packages.filter(({ value }) => value.system === "Debian");
  const others = pair.yours.packages.filter(({ value }) => value.system !== "Debian");
  const run = new Set(pair.generated.packages.filter(({ value }) => value.isFinal).map(({ value }) => value.name));
  const all = new Set(pair.generated.packages.map(({ value }) => value.name));
  const isToRun = ({ value }: Stated<SystemPackage>) =>
    value.isFinal && !BUILDING.test(value.name) && (!FETCHING.test(value.name) || isNamed(value.name, pair));
  const toRun = unique(debian.filter((each) => isToRun(each) && !run.has(each.value.name)));
  const names = new Set(toRun.map(({ value }) => value.name));
  const toBuild = unique(debian.filter((each) => !names.has(each.value.name) && !all.has(each.value.name)));
  return [...needed(toRun, run), ...notNeeded(toBuild, all, pair), ...foreign(others), ...added(pair, debian)];
}

function needed(packages: readonly Stated<SystemPackage>[], there: ReadonlySet<string>): Difference[] {
  if (packages.length === 0) return [];
  const names = packages.map(({ value }) => value.name).sort();
  return [
    {
      topic: "system packages to run",
      line: packages[0].line,
      yours: names.join(", "),
      generated: [...there].sort().join(", ") || undefined,
      way: { kind: "carry", calls: [installationOf(names)] },
    },
  ];
}

/** Installs Debian packages into the app image. */
function installationOf(names: readonly string[]): Call {
  return appSection("system packages").calling("addRunSequence", [
    ["apt-get", "update"],
    ["apt-get", "install", "--yes", "--no-install-recommends", ...names],
    ["rm", "-rf", "/var/lib/apt/lists"],
  ]);
}

function notNeeded(
  packages: readonly Stated<SystemPackage>[],
  there: ReadonlySet<string>,
  { project }: ImagePair,
): Difference[] {
  if (packages.length === 0) return [];
  const names = packages.map(({ value }) => value.name).sort();
  const reason =
    project.lockFile === undefined
      ? "nothing among the dependencies is known to need them"
      : `by ${project.lockFile} everything has a wheel, or is built without them`;
  return [
    {
      topic: "system packages that are not needed",
      line: packages[0].line,
      yours: names.join(", "),
      generated:
        [...there]
          .filter((name) => BUILDING.test(name))
          .sort()
          .join(", ") || undefined,
      way: {
        kind: "nothing",
        why: `${reason}; what a build lacks all the same is added to the section "system packages" of the stage builder`,
      },
    },
  ];
}

function foreign(packages: readonly Stated<SystemPackage>[]): Difference[] {
  if (packages.length === 0) return [];
  const why =
    'Debian names them otherwise; what the dependencies need is there already, what the program runs by itself is added to the section "system packages" of the stage app';
  const yours = [...new Set(packages.map(({ value }) => value.name))].sort().join(", ");
  return [
    { topic: `packages of ${packages[0].value.system}`, line: packages[0].line, yours, way: { kind: "none", why } },
  ];
}

function added({ generated }: ImagePair, mine: readonly Stated<SystemPackage>[]): Difference[] {
  const names = new Set(mine.map(({ value }) => value.name));
  const more = generated.packages
    .filter(({ value }) => value.isFinal && !names.has(value.name))
    .map(({ value }) => value.name);
  if (more.length === 0) return [];
  const why = "dependencies need them when they run; comments in the generated Dockerfile say which";
  return [
    { topic: "system packages that are added", generated: more.sort().join(", "), way: { kind: "nothing", why } },
  ];
}

/** Whether the image runs the program of that name, in what is not known of its RUNs or when it starts. */
function isNamed(name: string, { yours, runs }: ImagePair): boolean {
  const program = name.replace(/^gnupg2?$/, "gpg").replace(/^openssh-client$/, "ssh");
  const texts = [
    ...runs,
    ...yours.steps.filter(({ value }) => value.isFinal).flatMap(({ value }) => value.commands),
    ...(yours.command?.value.words ?? []),
    ...(yours.entrypoint?.value.words ?? []),
  ];
  return texts.some((text) =>
    new RegExp(`(?:^|[\\s/;&|("'-])${program.replaceAll(/[+.]/g, "\\$&")}(?:\\s|$)`).test(text),
  );
}

function unique(packages: readonly Stated<SystemPackage>[]): Stated<SystemPackage>[] {
  return [...new Map(packages.map((each) => [each.value.name, each])).values()];
}
