import { type AnyMap, mapIn, textIn, textsIn } from "./any-shape";
import type { ValueContent } from "./file-content";

/** The texts that a service is given, as far as whoever reads the file, the image or `docker inspect` sees them. */
export function readValues(service: AnyMap): readonly ValueContent[] {
  const build = mapIn(service.build);
  return [
    ...pairsIn("environment", service.environment),
    ...pairsIn("labels", service.labels),
    ...pairsIn("annotations", service.annotations),
    ...pairsIn("imageBuild.args", build.args),
    ...pairsIn("imageBuild.labels", build.labels),
    ...linesIn("imageBuild.dockerfileInline", textIn(build.dockerfile_inline)),
    ...extensionsIn(service),
    ...["command", "entrypoint"].flatMap((property) => wordsIn(property, service[property])),
    ...wordsIn("healthCheck", mapIn(service.healthcheck).test),
  ];
}

/** The texts that stand in the file itself, to be files in a container. */
export function readContents(file: AnyMap): readonly ValueContent[] {
  const configs = Object.entries(mapIn(file.configs)).flatMap(([name, config]) =>
    linesIn(`the content of the config ${name}`, textIn(mapIn(config).content)),
  );
  return [...configs, ...extensionsIn(file)];
}

/** What compose passes over. */
function extensionsIn(map: AnyMap): readonly ValueContent[] {
  return Object.entries(map).flatMap(([name, value]) => (name.startsWith("x-") ? textsBelow(name, value) : []));
}

function textsBelow(property: string, value: unknown, name?: string): readonly ValueContent[] {
  const text = textIn(value);
  if (text !== undefined) return [pairIn(property, text) ?? { property, name, value: text }];
  if (Array.isArray(value)) return value.flatMap((each) => textsBelow(property, each, name));
  return Object.entries(mapIn(value)).flatMap(([key, each]) => textsBelow(property, each, key));
}

/** A text of several lines, and what its lines give names: `NAME=value`, `name: value`, `ENV NAME=value`. */
function linesIn(property: string, text: string | undefined): readonly ValueContent[] {
  if (text === undefined) return [];
  const named = text.split("\n").flatMap((line): ValueContent[] => {
    const [, name, value] = /^\s*(?:(?:ENV|ARG|export)\s+)?["']?([\w.-]+)["']?\s*[:=]\s*(.+?),?\s*$/.exec(line) ?? [];
    // What is certain, and an address, is found in the whole text.
    return name === undefined || value.includes("://") ? [] : [{ property, name, value: unquoted(value) }];
  });
  return [{ property, value: text }, ...named];
}

function unquoted(text: string): string {
  return text.replace(/^(["'])(.*)\1$/, "$2");
}

/** A map of texts, or a list of `NAME=value`. */
export function pairsIn(property: string, value: unknown): readonly ValueContent[] {
  if (Array.isArray(value)) return textsIn(value).flatMap((pair) => pairIn(property, pair) ?? []);
  return Object.entries(mapIn(value)).flatMap(([name, each]) => {
    const text = textIn(each);
    return text === undefined ? [] : [{ property, name, value: text }];
  });
}

/** Options of servers that give a password under another name. */
const PASSWORD_OPTION = /^--?(?:requirepass|masterauth|pass|pwd)$/;

/** The words of a command, those of a text for the shell too. */
function wordsIn(property: string, value: unknown): readonly ValueContent[] {
  const words = typeof value === "string" ? [value] : textsIn(value);
  const parts = words.flatMap((word) => word.split(/\s+/));
  const isMysql = parts.some((word) => /mysql|mariadb/.test(word));
  const named = parts.flatMap((word, index): ValueContent[] => {
    const pair = pairIn(property, word);
    if (pair !== undefined) return [pair];
    const joined = isMysql ? /^-p(.+)$/.exec(word)?.[1] : undefined;
    if (joined !== undefined) return [{ property, name: "password", value: unquoted(joined) }];
    const name = optionBefore(parts[index - 1]);
    return name === undefined || word.startsWith("-") ? [] : [{ property, name, value: unquoted(word) }];
  });
  const isNamed = (word: string) => named.some(({ value }) => value === word || word.endsWith(`=${value}`));
  return [...words.filter((word) => !isNamed(word)).map((word) => ({ property, value: word })), ...named];
}

/** What `--password` says of the word after it. */
function optionBefore(word = ""): string | undefined {
  return PASSWORD_OPTION.test(word) ? "password" : /^--([\w-]+)$/.exec(word)?.[1];
}

function pairIn(property: string, pair: string): ValueContent | undefined {
  const [, name, value] = /^-{0,2}([\w.-]+)=([\s\S]*)$/.exec(pair) ?? [];
  return name === undefined ? undefined : { property, name, value };
}
