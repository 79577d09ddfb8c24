import { posix } from "node:path";
import { cleanPath, fixedPart } from "../build-paths";
import type { Arguments, Run } from "./run";
import { dict, files, filesIn, list, type PackageSearch, type PythonValue, plain, text, unknown } from "./value";

type KnownFunction = (args: Arguments, run: Run, code: string) => PythonValue | undefined;

/** Functions of Python's library and of setuptools, by the ends of their dotted names; undefined for what they can't tell. */
const functions: readonly { readonly name: RegExp; readonly call: KnownFunction }[] = [
  { name: /^(?:io\.|codecs\.|builtins\.)?open$/, call: ({ positional: [path] }, run) => opened(path, run) },
  { name: /^(?:(?:os\.)?path\.)?join$|^(?:pathlib\.)?(?:Pure)?(?:Posix)?Path$/, call: (args) => joinedPath(args) },
  { name: /^(?:os\.)?(?:walk|listdir|scandir)$/, call: ({ positional: [path] }, run) => walked(path, run) },
  { name: /^(?:glob\.)?i?glob$/, call: ({ positional: [pattern] }, run) => walked(pattern, run) },
  { name: /^(?:\w+\.)*\w*Extension$|^(?:\w+\.)*cythonize$/, call: (args, run) => compiled(args, run) },
  { name: /^(?:(?:os\.)?path\.)?dirname$/, call: ({ positional: [path] }) => mapText(path, parentOf) },
  { name: /^(?:(?:os\.)?path\.)?basename$/, call: ({ positional: [path] }) => mapText(path, posix.basename) },
  {
    name: /^(?:(?:os\.)?path\.)?(?:abspath|realpath|normpath|expanduser)$|^(?:\w+\.)?(?:convert_path|fspath|dedent|cleandoc)$|^str$/,
    call: ({ positional: [value] }) => value,
  },
  { name: /^(?:os\.)?getcwdu?$|^(?:pathlib\.)?Path\.cwd$/, call: () => text("") },
  { name: /^(?:(?:os\.)?path\.)?(?:exists|isfile|isdir)$/, call: ({ positional: [path] }, run) => exists(path, run) },
  // A build in a container has none of the variables of the author's own machine.
  { name: /^(?:os\.)?(?:environ\.get|getenv)$/, call: ({ positional: [, byDefault] }) => byDefault ?? plain(null) },
  { name: /^platform\.system$/, call: () => text("Linux") },
  { name: /^(?:\w+\.)*find_packages$/, call: (args) => packages(args, false) },
  { name: /^(?:\w+\.)*(?:find_namespace_packages|PEP420PackageFinder\.find)$/, call: (args) => packages(args, true) },
  { name: /^dict$/, call: ({ positional, named, rest }) => dictionary(positional, named, rest) },
  { name: /^(?:list|tuple|set|frozenset|sorted)$/, call: ({ positional: [items] }) => listed(items) },
  {
    name: /^sum$|^(?:itertools\.)?chain$|^(?:itertools\.)?chain\.from_iterable$/,
    call: ({ positional }, _, code) => flat(positional, code),
  },
];

/** What a known function gives; undefined where it is not known, or where its arguments are not. */
export function calledByName(name: string, args: Arguments, run: Run, code: string): PythonValue | undefined {
  return functions.find((row) => row.name.test(name))?.call(args, run, code);
}

/** The content of a file. */
export function opened(path: PythonValue | undefined, run: Run): PythonValue | undefined {
  if (path?.kind === "files") return path;
  if (path?.kind !== "text") return undefined;
  run.opened.add(cleanPath(path.text));
  return files([cleanPath(path.text)]);
}

/** What is in a folder, or what a pattern names: written down, and not known. */
export function walked(pattern: PythonValue | undefined, run: Run): undefined {
  if (pattern?.kind === "text") run.walked.add(fixedPart(pattern.text));
}

/** The sources of an extension module: their folders, in which there are their headers, and those that are searched. */
function compiled({ positional, named }: Arguments, run: Run): undefined {
  const sources = [...positional, named.get("sources"), named.get("depends"), named.get("module_list")];
  for (const path of sources.flatMap(textsIn)) {
    run.opened.add(cleanPath(path));
    run.walked.add(fixedPart(/[*?[]/.test(path) ? path : posix.dirname(path)));
  }
  for (const path of textsIn(named.get("include_dirs"))) run.walked.add(cleanPath(path));
}

/** The texts in a list, or the text alone where it is a path. */
function textsIn(value: PythonValue | undefined): string[] {
  if (value?.kind === "list") return value.items.flatMap((item) => (item.kind === "text" ? [item.text] : []));
  return value?.kind === "text" && /[./]/.test(value.text) ? [value.text] : [];
}

/** The path of the parts, relative to the folder of the project. */
export function joinedPath({ positional }: Pick<Arguments, "positional">): PythonValue | undefined {
  const parts = positional.map((part) => (part.kind === "text" ? part.text : undefined));
  const known = parts.filter((part) => part !== undefined);
  return known.length === parts.length ? text(cleanPath(posix.join("", ...known))) : undefined;
}

/** The folder of a path. */
export function parentOf(path: string): string {
  return cleanPath(path === "" ? ".." : posix.dirname(path));
}

function exists(path: PythonValue | undefined, run: Run): PythonValue | undefined {
  return path?.kind === "text" ? plain(run.folder.exists(cleanPath(path.text))) : undefined;
}

function mapText(value: PythonValue | undefined, map: (text: string) => string): PythonValue | undefined {
  return value?.kind === "text" ? text(map(value.text)) : undefined;
}

/** @see https://setuptools.pypa.io/en/latest/userguide/package_discovery.html#custom-discovery */
function packages({ positional, named, rest }: Arguments, namespaces: boolean): PythonValue | undefined {
  const texts = (at: number, name: string, byDefault: readonly string[]) => {
    const value = positional[at] ?? named.get(name);
    if (value === undefined) return byDefault;
    const items = value.kind === "list" ? value.items : [value];
    const known = items.flatMap((item) => (item.kind === "text" ? [item.text] : []));
    return known.length === items.length ? known : undefined;
  };
  const [where, exclude, include] = [texts(0, "where", ["."]), texts(1, "exclude", []), texts(2, "include", ["*"])];
  if (rest !== undefined || where === undefined || exclude === undefined || include === undefined) return undefined;
  const search: PackageSearch = { where: where.map(cleanPath), include, exclude, namespaces };
  return { kind: "packages", search };
}

function dictionary(
  positional: readonly PythonValue[],
  named: ReadonlyMap<string, PythonValue>,
  rest: Arguments["rest"],
): PythonValue | undefined {
  const [first] = positional;
  if (first === undefined) return dict(named, rest);
  if (first.kind !== "dict") return undefined;
  return dict(new Map([...first.entries, ...named]), first.rest ?? rest);
}

/** A list of the items, which for a dictionary are its keys. */
function listed(items: PythonValue | undefined): PythonValue | undefined {
  if (items === undefined) return list([]);
  if (items.kind !== "dict") return items;
  return items.rest === undefined ? list([...items.entries.keys()].map(text)) : undefined;
}

/** The items of lists in a list, or in several arguments. */
function flat(positional: readonly PythonValue[], code: string): PythonValue | undefined {
  const lists = positional.flatMap((value) => (value.kind === "list" ? value.items : [value]));
  const items = lists.flatMap((value) => {
    if (value.kind === "list") return value.items;
    return value.kind === "text" || value.kind === "files" ? [value] : [unknown(code)];
  });
  return filesIn(positional).length > 0 && items.some(({ kind }) => kind === "unknown") ? undefined : list(items);
}
