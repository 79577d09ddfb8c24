import { findNodeAtLocation, type Node, parseTree } from "jsonc-parser";
import type { OwnContent } from "../files/own-content";
import { Mistake } from "../values/mistake";

/** Packages by their names, with the versions of them that do. */
export type Specs = Readonly<Record<string, string>>;

/** What this module looks at in a package.json. */
export interface Manifest {
  readonly type?: string;
  readonly packageManager?: string;
  readonly dependencies?: Specs;
  readonly devDependencies?: Specs;
}

/**
 * A package.json with the packages among its development dependencies, as far as it has them nowhere yet. The rest stays
 * byte for byte; a new one is private and has a name.
 *
 * @param name of a new one
 */
export function manifestContent(name: () => string, packages: Specs): OwnContent {
  return {
    textAfter: (before) => {
      const manifest = parseManifest(before ?? "{}");
      return before === undefined || isMadeByCreation(manifest, packages)
        ? newManifest(name(), { ...packages, ...manifest.devDependencies })
        : withPackages(before, packages, manifest);
    },
    handwork: () => undefined,
  };
}

/** `projen new` has npm make one with what it installs, and nothing else. */
function isMadeByCreation({ devDependencies = {}, ...rest }: Manifest, packages: Specs): boolean {
  return Object.keys(rest).length === 0 && Object.keys(devDependencies).every((name) => name in packages);
}

/** @throws where the text is no JSON, or no object */
export function parseManifest(text: string): Manifest {
  try {
    const manifest = JSON.parse(text.replace(/^\uFEFF/, ""));
    if (typeof manifest === "object" && manifest !== null && !Array.isArray(manifest)) return manifest;
  } catch (error) {
    throw broken(`is no JSON (${(error as Error).message})`);
  }
  throw broken("is no JSON object");
}

function newManifest(name: string, packages: Specs): string {
  const manifest = {
    name,
    private: true,
    description: "Runs projen; the project itself is described in pyproject.toml",
    devDependencies: Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1))),
  };
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}

function withPackages(text: string, packages: Specs, { dependencies, devDependencies }: Manifest): string {
  const there = { ...dependencies, ...devDependencies };
  const missing = Object.entries(packages).filter(([name]) => !(name in there));
  return missing.reduce(withPackage, text);
}

/** Lines are set as those around them are, which stay as they are themselves. */
function withPackage(text: string, [name, spec]: [string, string]): string {
  const root = parseTree(text) as Node;
  const property = `${JSON.stringify(name)}: ${JSON.stringify(spec)}`;
  const gap = gapIn(text, root);
  const innerGap = gap + gap.slice(gap.lastIndexOf("\n") + 1);
  const table = `{${innerGap}${property}${gap}}`;
  const there = findNodeAtLocation(root, ["devDependencies"]);
  if (there === undefined) return replaced(text, endOf(root.children?.at(-1)), 0, `,${gap}"devDependencies": ${table}`);
  if (there.type !== "object") throw broken("devDependencies is no object");
  const { children = [] } = there;
  if (children.length === 0) return replaced(text, there.offset, there.length, table);
  const next = children[placeAmong(children.map(nameOf), name)];
  const separator = `,${gapIn(text, there)}`;
  return next === undefined
    ? replaced(text, endOf(children.at(-1)), 0, separator + property)
    : replaced(text, next.offset, 0, property + separator);
}

/** What stands between the brace and the first property. */
function gapIn(text: string, { offset, children = [] }: Node): string {
  return text.slice(offset + 1, children[0]?.offset);
}

function endOf(node: Node | undefined): number {
  return node === undefined ? 0 : node.offset + node.length;
}

function nameOf(property: Node): string {
  return property.children?.[0].value;
}

function replaced(text: string, offset: number, length: number, by: string): string {
  return text.slice(0, offset) + by + text.slice(offset + length);
}

/** Where the name goes, so that names in their order stay in it. */
function placeAmong(names: readonly string[], name: string): number {
  const isSorted = names.every((each, index) => index === 0 || names[index - 1] < each);
  return isSorted ? names.filter((each) => each < name).length : names.length;
}

function broken(what: string): Mistake {
  return new Mistake({ where: "package.json", what, fix: "mend it, or remove it" });
}
