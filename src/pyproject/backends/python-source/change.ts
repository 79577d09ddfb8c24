import type { Arguments } from "./run";
import { dict, isSame, itemsOf, list, type PythonValue, unknown } from "./value";

type Change<K extends PythonValue["kind"]> = (
  value: Extract<PythonValue, { kind: K }>,
  args: Arguments,
  code: string,
) => PythonValue;

const listChanges: Readonly<Record<string, Change<"list">>> = {
  append: ({ items }, { positional: [item] }, code) => list([...items, item ?? unknown(code)]),
  add: ({ items }, { positional: [item] }, code) => list([...items, item ?? unknown(code)]),
  insert: ({ items }, { positional: [, item] }, code) => list([item ?? unknown(code), ...items]),
  extend: ({ items }, { positional: [more] }, code) => list([...items, ...itemsOf(more ?? unknown(code))]),
  update: ({ items }, { positional }) => list([...items, ...positional.flatMap(itemsOf)]),
  remove: ({ items }, { positional: [item] }, code) =>
    item?.kind === "text" ? list(items.filter((each) => !isSame(each, item))) : unknown(code),
  pop: (_, __, code) => unknown(code),
  clear: () => list([]),
};

const dictChanges: Readonly<Record<string, Change<"dict">>> = {
  update: (before, { positional: [more], named }, code) => {
    const given = more?.kind === "dict" ? more.entries : [];
    const rest = more === undefined || more.kind === "dict" ? more?.rest : unknown(code);
    return dict(new Map([...before.entries, ...given, ...named]), before.rest ?? rest);
  },
  setdefault: (before, { positional: [key, value] }, code) => {
    if (key?.kind !== "text" || value === undefined) return dict(before.entries, before.rest ?? unknown(code));
    return dict(new Map([[key.text, value], ...before.entries]), before.rest);
  },
  pop: (before, { positional: [key] }, code) => {
    if (key?.kind !== "text") return dict(before.entries, before.rest ?? unknown(code));
    return dict(new Map([...before.entries].filter(([each]) => each !== key.text)), before.rest);
  },
  clear: () => dict(new Map()),
};

/** What becomes of a list or a dictionary by a method that changes it; undefined where the method changes nothing. */
export function changed(value: PythonValue, method: string, args: Arguments, code: string): PythonValue | undefined {
  if (value.kind === "files")
    return Object.hasOwn(listChanges, method) ? changed(list([value]), method, args, code) : undefined;
  if (value.kind === "list" && Object.hasOwn(listChanges, method)) return listChanges[method](value, args, code);
  if (value.kind === "dict" && Object.hasOwn(dictChanges, method)) return dictChanges[method](value, args, code);
  return undefined;
}
