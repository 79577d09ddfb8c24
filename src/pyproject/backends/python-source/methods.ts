import { cleanPath } from "../build-paths";
import { joinedPath, opened, parentOf, walked } from "./known-functions";
import type { Arguments, Run } from "./run";
import { dict, list, type PythonValue, plain, text } from "./value";

type TextMethod = (value: string, args: readonly (string | undefined)[], run: Run) => PythonValue | undefined;

/** Methods of texts, and of paths, which are texts here too. */
const textMethods: Readonly<Record<string, TextMethod>> = {
  strip: (value) => text(value.trim()),
  rstrip: (value, [end]) => (end === undefined ? text(value.trimEnd()) : undefined),
  lstrip: (value, [start]) => (start === undefined ? text(value.trimStart()) : undefined),
  lower: (value) => text(value.toLowerCase()),
  replace: (value, [from, to]) =>
    from && to !== undefined && value.length * to.length < 100_000 ? text(value.replaceAll(from, to)) : undefined,
  splitlines: (value) => list(value.split(/\r?\n/).map(text)),
  split: (value, [separator]) =>
    list(
      value
        .trim()
        .split(separator ?? /\s+/)
        .map(text),
    ),
  startswith: (value, [start]) => (start === undefined ? undefined : plain(value.startsWith(start))),
  endswith: (value, [end]) => (end === undefined ? undefined : plain(value.endsWith(end))),
  open: (path, _, run) => opened(text(path), run),
  read_text: (path, _, run) => opened(text(path), run),
  read_bytes: (path, _, run) => opened(text(path), run),
  exists: (path, _, run) => plain(run.folder.exists(cleanPath(path))),
  is_file: (path, _, run) => plain(run.folder.exists(cleanPath(path))),
  glob: (path, [pattern], run) => walked(text(`${path || "."}/${pattern}`), run),
  rglob: (path, _, run) => walked(text(path), run),
  iterdir: (path, _, run) => walked(text(path), run),
  joinpath: (path, parts) => joinedPath({ positional: [text(path), ...parts.map((part) => text(part ?? ""))] }),
  with_name: (path, [name]) => (name === undefined ? undefined : text(cleanPath(`${parentOf(path)}/${name}`))),
  resolve: (path) => text(path),
  absolute: (path) => text(path),
  as_posix: (path) => text(path),
};

type DictMethod = (entries: ReadonlyMap<string, PythonValue>, args: readonly PythonValue[]) => PythonValue | undefined;

const dictMethods: Readonly<Record<string, DictMethod>> = {
  keys: (entries) => list([...entries.keys()].map(text)),
  values: (entries) => list([...entries.values()]),
  items: (entries) => list([...entries].map(([key, value]) => list([text(key), value]))),
  copy: (entries) => dict(entries),
  get: (entries, [key, byDefault]) =>
    key?.kind === "text" ? (entries.get(key.text) ?? byDefault ?? plain(null)) : undefined,
};

/** What a method gives; undefined where that is not known. */
export function calledMethod(object: PythonValue, name: string, args: Arguments, run: Run): PythonValue | undefined {
  if (object.kind === "text") return textMethod(object.text, name, args, run);
  if (object.kind === "dict" && object.rest === undefined && Object.hasOwn(dictMethods, name)) {
    return dictMethods[name](object.entries, args.positional);
  }
  return object.kind === "list" && name === "copy" ? object : undefined;
}

function textMethod(value: string, name: string, args: Arguments, run: Run): PythonValue | undefined {
  const texts = args.positional.map((each) => (each.kind === "text" ? each.text : undefined));
  if (name === "join") return joinedTexts(value, args.positional);
  if (name === "format") return formatted(value, args);
  // The arguments of these, such as an encoding, don't matter; those of others do.
  const isFile = /^(?:open|read_text|read_bytes|resolve|absolute)$/.test(name);
  if (!Object.hasOwn(textMethods, name) || (!isFile && texts.includes(undefined))) return undefined;
  return textMethods[name](value, texts, run);
}

function joinedTexts(separator: string, [items]: readonly PythonValue[]): PythonValue | undefined {
  if (items?.kind !== "list") return undefined;
  const texts = items.items.flatMap((item) => (item.kind === "text" ? [item.text] : []));
  return texts.length === items.items.length ? text(texts.join(separator)) : undefined;
}

/** A format with plain names and numbers alone. */
function formatted(format: string, { positional, named }: Arguments): PythonValue | undefined {
  let next = 0;
  let isKnown = true;
  const result = format.replaceAll(/\{\{|\}\}|\{([^{}]*)\}/g, (whole, field?: string) => {
    if (field === undefined) return whole[0];
    const value = /^\d*$/.test(field) ? positional[field === "" ? next++ : Number(field)] : named.get(field);
    if (value?.kind === "text") return value.text;
    isKnown = false;
    return whole;
  });
  return isKnown ? text(result) : undefined;
}
