import { isGiven, optionsOf } from "../parsed/program-options";
import type { StartedProgram } from "../parsed/programs";

/** The packages that a program installs without a version. */
export interface UnpinnedPackages {
  readonly names: readonly string[];
  /** What installs them. */
  readonly by: string;
  /** One of them with a version, as that writes it. */
  readonly pin: (name: string) => string;
}

const NONE: UnpinnedPackages = { names: [], by: "", pin: String };
const ofPython = (name: string) => `${name}==1.2.3`;
const ofNode = (name: string) => `${name.replace(/(.)@(?:latest|next)$/, "$1")}@1.2.3`;

const VALUES = [
  "-v",
  "--version",
  "--prefix",
  "-i",
  "--index-url",
  "--python",
  "--registry",
  "--root",
  "--with",
  "--tag",
];

/** Those of one program; none where each has a version, or a list says it. */
export function unpinnedPackages({ name, args }: StartedProgram): UnpinnedPackages {
  if (name === "pip") return { names: unpinnedOfPip(args), by: "pip", pin: ofPython };
  if (name === "uv" && args[0] === "pip") return { names: unpinnedOfPip(args.slice(1)), by: "uv pip", pin: ofPython };
  const given = optionsOf(args, VALUES);
  const [action = "", second = ""] = given.rest;
  const packages = given.rest.slice(1);
  if (name === "uv" && action === "tool" && second === "install") {
    return { names: packages.slice(1).filter(isUnpinned), by: "uv tool", pin: ofPython };
  }
  if (name === "pipx" && action === "install") return { names: packages.filter(isUnpinned), by: name, pin: ofPython };
  if (/^p?npm$/.test(name) && /^(?:install|i|add)$/.test(action)) {
    return { names: packages.filter(isUnpinnedOfNode), by: name, pin: ofNode };
  }
  if (name === "yarn" && action === "global" && second === "add") {
    return { names: packages.slice(1).filter(isUnpinnedOfNode), by: name, pin: ofNode };
  }
  if (name === "gem" && action === "install" && !isGiven(given, "-v", "--version")) {
    const names = packages.filter((each) => isName(each) && !each.includes(":"));
    return { names, by: name, pin: (each) => `${each}:1.2.3` };
  }
  if (name === "cargo" && action === "install" && !isGiven(given, "--version", "--git", "--path")) {
    const names = packages.filter((each) => isName(each) && !each.includes("@"));
    return { names, by: name, pin: (each) => `${each}@1.2.3` };
  }
  if (name === "go" && action === "install") {
    const names = packages.filter((each) => /@(?:latest|main|master)$/.test(each));
    return { names, by: name, pin: (each) => each.replace(/@.*$/, "@v1.2.3") };
  }
  const script = /^(?:curl|wget)$/.test(name)
    ? args.find((each) => /\/\/astral\.sh\/uv\/install\.sh$/.test(each))
    : undefined;
  if (script === undefined) return NONE;
  return { names: ["uv"], by: "its script", pin: () => "https://astral.sh/uv/1.2.3/install.sh" };
}

function isUnpinnedOfNode(each: string): boolean {
  return isName(each.replace(/^@[^/]+\//, "")) && !/.@(?!(?:latest|next)$)[^@]+$/.test(each);
}

const PIP_VALUES = [
  "-i",
  "--index-url",
  "--extra-index-url",
  "-f",
  "--find-links",
  "-t",
  "--target",
  "--prefix",
  "--root",
  "-e",
  "--editable",
  "--platform",
  "--python-version",
  "--implementation",
  "--abi",
  "--cache-dir",
  "--trusted-host",
  "--src",
  "--no-binary",
  "--only-binary",
  "--python",
  "--progress-bar",
  "--timeout",
  "--retries",
  "--proxy",
  "--cert",
  "--group",
  "--upgrade-strategy",
  "-C",
  "--config-settings",
  "--root-user-action",
  "--report",
];
const LISTS = ["-r", "--requirement", "-c", "--constraint"];

function unpinnedOfPip(args: readonly string[]): readonly string[] {
  const { rest, options } = optionsOf(args, [...PIP_VALUES, ...LISTS]);
  const [action, ...packages] = rest;
  if (action !== "install" || LISTS.some((each) => options.has(each))) return [];
  return packages.filter(isUnpinned);
}

/** Of a requirement of Python: no version, path, address or variable. */
function isUnpinned(requirement: string): boolean {
  return isName(requirement.replace(/\[.*?\]/, "")) && !/[=<>~!@]/.test(requirement);
}

function isName(text: string): boolean {
  return text !== "" && !/^[.$/-]|[$/\\]|:\/\/|\.(?:whl|tgz|zip|tar\.gz|gem)$/.test(text);
}
