import { posix } from "node:path";
import { type Fact, fact } from "../fact";
import type { Script } from "../facts";
import type { ProjectFolder } from "../files/project-folder";
import { itemsOf, type PythonValue } from "./python-source/value";

/** The commands among entry points. */
export interface EntryPointScripts {
  readonly consoleScripts: readonly Fact<Script>[];
  readonly guiScripts: readonly Fact<Script>[];
  /** What else is among them, and known only by running the program. */
  readonly unread: readonly Fact<PythonValue>[];
}

/**
 * The commands that `entry_points` names: a dictionary of groups, a text in the form of an INI file, or a file with it.
 *
 * @see https://setuptools.pypa.io/en/latest/userguide/entry_point.html
 */
export function entryPointScripts({ value, source }: Fact<PythonValue>, folder: ProjectFolder): EntryPointScripts {
  const groups = groupsOf(value, folder);
  const scripts = (group: string) => (groups.get(group) ?? []).flatMap((line) => scriptOf(line, source));
  const stated =
    value.kind === "dict" ? ["console_scripts", "gui_scripts"].map((group) => value.entries.get(group)) : [];
  return {
    consoleScripts: scripts("console_scripts"),
    guiScripts: scripts("gui_scripts"),
    unread: stated.flatMap((items) => (items === undefined ? [] : unreadItems(fact(items, source)))),
  };
}

/** The items that are no texts. */
export function unreadItems({ value, source }: Fact<PythonValue>): Fact<PythonValue>[] {
  return itemsOf(value)
    .filter(({ kind }) => kind !== "text")
    .map((item) => fact(item, source));
}

/** The files that `scripts` names: each is a command by its own name. */
export function scriptFiles({ value, source }: Fact<PythonValue>): Fact<Script>[] {
  return textsIn(value).map((path) => fact({ name: posix.basename(path), target: path }, source));
}

function groupsOf(value: PythonValue, folder: ProjectFolder): ReadonlyMap<string, readonly string[]> {
  if (value.kind === "files") return groupsInText(value.paths.map((path) => folder.read(path) ?? "").join("\n"));
  if (value.kind === "text") return groupsInText(value.text);
  const groups = value.kind === "dict" ? [...value.entries] : [];
  return new Map(groups.map(([group, each]) => [group, textsIn(each).flatMap((line) => line.split("\n"))]));
}

function groupsInText(text: string): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  let lines: string[] = [];
  for (const line of text.split(/\r?\n/).map((each) => each.trim())) {
    const group = /^\[(.*)\]$/.exec(line)?.[1].trim();
    if (group !== undefined) {
      lines = groups.get(group) ?? [];
      groups.set(group, lines);
    } else if (!line.startsWith("#")) {
      lines.push(line);
    }
  }
  return groups;
}

function scriptOf(line: string, source: string): Fact<Script>[] {
  const [, name, target] = /^\s*([^=]+?)\s*=\s*([^[]*?)\s*(?:\[.*\])?\s*$/.exec(line) ?? [];
  return name === undefined || target === "" ? [] : [fact({ name, target }, source)];
}

function textsIn(value: PythonValue): string[] {
  return itemsOf(value).flatMap((item) => (item.kind === "text" ? [item.text] : []));
}
