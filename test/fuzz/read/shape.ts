import { readCompose } from "./compose";
import { readDockerfile } from "./dockerfile";
import { readIgnoreFile } from "./ignore-file";
import { readJson } from "./json";
import { readXml } from "./xml";

/** What a file is made of, without what its texts say. */
export function shapeOf(path: string, text: string): readonly string[] {
  if (/Dockerfile$/.test(path)) return readDockerfile(text, false).instructions.map(instructionShape);
  if (/\.ya?ml$/.test(path)) return keyPaths(readCompose(text));
  if (path === ".projen/tasks.json") return taskShapes(JSON.parse(text));
  if (/\.json$/.test(path)) return keyPaths(readJson(text));
  if (/ignore$/.test(path)) return readIgnoreFile(text).map(() => "pattern");
  if (/\.xml$/.test(path)) return keyPaths(readXml(text));
  return [];
}

function instructionShape([keyword, , ...values]: readonly unknown[]): string {
  const parts = values.map((value) => {
    // A here-document has as many lines, whatever they say.
    if (Array.isArray(value) && value[0] === "document") return `${String(value[2]).split("\n").length} lines`;
    return typeof value === "string" && keyword === "RUN" ? shellShape(value) : Array.isArray(value) ? "words" : "word";
  });
  return [keyword, ...(keyword === "RUN" ? parts : [])].join(" ");
}

/** Shell text with a `w` in place of each word, however it is quoted. */
export function shellShape(text: string): string {
  const unquoted = named(text).replace(/'[^']*'|\\.|"(?:\\.|[^"\\])*"/gs, "_");
  return unquoted
    .split(" ")
    .filter((word) => word !== "")
    .map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? "w" : word))
    .join(" ");
}

function taskShapes(data: { readonly tasks: { readonly [name: string]: { readonly steps?: { exec?: string }[] } } }) {
  return Object.entries(data.tasks).map(
    ([name, { steps = [] }]) => `${name} ${steps.map(({ exec = "" }) => shellShape(exec)).join("; ")}`,
  );
}

function keyPaths(data: unknown, path = ""): string[] {
  if (Array.isArray(data)) return data.flatMap((each) => keyPaths(each, `${path}[]`));
  if (typeof data !== "object" || data === null) return [path];
  return Object.entries(data).flatMap(([key, value]) => keyPaths(value, `${path}.${named(key)}`));
}

/** Variables are named like the index that they open. */
function named(text: string): string {
  return text.replace(/UV_INDEX_\w+/g, "UV_INDEX");
}
