import { DockerfileParser } from "dockerfile-ast";
import { DockerfileLines } from "./dockerfile-lines";
import { expandedWord, rawWords, spacedWords } from "./dockerfile-words";
import { shellWords } from "./shell-words";
import { isSpace, trimSpace } from "./white-space";

/** An instruction as BuildKit takes it: keyword, flags and values, with its here-documents behind them. */
type ReadInstruction = readonly unknown[];

const SPACES = /[\t\v\f\r ]+/;

/**
 * The comments and the instructions of a Dockerfile, by the rules by which BuildKit reads one.
 *
 * @throws where BuildKit would refuse the file, or another parser counts other instructions
 * @see https://github.com/moby/buildkit/tree/master/frontend/dockerfile/parser
 */
export function readDockerfile(
  file: string,
  inWords = true,
): { readonly comments: readonly string[]; readonly instructions: readonly ReadInstruction[] } {
  const lines = new DockerfileLines(file);
  const instructions: ReadInstruction[] = [];
  for (let text = lines.next(); text !== undefined; text = lines.next()) {
    instructions.push(readInstruction(text, lines, inWords));
  }
  // The other parser ends a line at a lone carriage return, continues one after an escaped backslash, looks for
  // here-documents in quotes, and takes long over
  // a long file.
  const isApart = file.length > 20_000 || /\r|<<|\\\\ *\\?$/m.test(file);
  const count = isApart ? instructions.length : countByOther(file);
  if (count !== instructions.length) throw new Error(`${instructions.length} instructions, by another parser ${count}`);
  return { comments: lines.comments, instructions };
}

function countByOther(file: string): number {
  return DockerfileParser.parse(file).getInstructions().length;
}

function readInstruction(text: string, lines: DockerfileLines, inWords: boolean): ReadInstruction {
  const [, keyword, rest = ""] = /^([^\t\v\f\r ]*)(?:[\t\v\f\r ]+(.*))?$/s.exec(trimSpace(text)) ?? [];
  const read = readers[keyword];
  if (read === undefined) throw new Error(`no instruction ${keyword}`);
  const { flags, args } = withoutFlags(rest);
  const documents = mayHaveDocuments(keyword, args) ? documentsOf(text, lines) : [];
  // What ends a here-document is no part of what it says.
  const values = read(
    documents.length === 0 ? trimSpace(args) : trimSpace(args).replace(/<<'\w+'/, "document"),
    inWords,
  );
  return [keyword, flags, ...values, ...documents];
}

function mayHaveDocuments(keyword: string, args: string): boolean {
  return /^(?:ADD|COPY|RUN)$/.test(keyword) || (keyword === "ONBUILD" && /^(?:ADD|COPY|RUN)\b/.test(args));
}

type Reader = (args: string, inWords: boolean) => readonly unknown[];

/** Words in brackets, the words of a plain command, or shell text. */
const command: Reader = (args, inWords) => [
  json(args) ?? (inWords ? shellWords(filled(args)) : undefined) ?? args.replace(/ +/g, " "),
];
const word: Reader = (args) => [filled(expandedWord(args))];
const pair: Reader = (args) => spacedWords(args).map((each) => each.split(/=(.*)/s, 2).map(expandedWord));
const list: Reader = (args) => (json(args) ?? args.split(SPACES)).map(expandedWord);

const readers: { readonly [keyword: string]: Reader } = {
  ADD: list,
  ARG: pair,
  CMD: command,
  COPY: list,
  ENTRYPOINT: command,
  ENV: pair,
  EXPOSE: list,
  FROM: (args) => args.split(SPACES).map(expandedWord),
  HEALTHCHECK: (args, inWords) => {
    const [, kind, rest] = /^([A-Z]+)[ \t]*(.*)$/s.exec(args) ?? [];
    return kind === "NONE" ? [kind] : [kind, ...command(rest, inWords)];
  },
  LABEL: pair,
  // Its here-documents are those of the whole line.
  ONBUILD: (args, inWords) => [readInstruction(args, new DockerfileLines(""), inWords)],
  RUN: command,
  SHELL: (args) => [json(args)],
  STOPSIGNAL: word,
  USER: word,
  VOLUME: list,
  WORKDIR: word,
};

function filled(text: string): string {
  if (text === "") throw new Error("an instruction without a value");
  return text;
}

/** The words of a list in brackets; undefined where it is none. */
function json(text: string): string[] | undefined {
  if (!text.startsWith("[")) return undefined;
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!Array.isArray(found)) return undefined;
  if (found.some((each) => typeof each !== "string")) throw new Error("a list of something else than texts");
  return found.map((each: string) => Buffer.from(each, "utf8").toString("utf8"));
}

/** BuildKit reads flags byte by byte. */
function withoutFlags(text: string): { readonly flags: string[]; readonly args: string } {
  const bytes = Buffer.from(text, "utf8").toString("latin1");
  const flags: string[] = [];
  let at = 0;
  for (;;) {
    while (at < bytes.length && isSpace(bytes[at])) at += 1;
    if (!bytes.startsWith("--", at)) break;
    let [flag, quote] = ["", ""];
    while (at < bytes.length && (quote !== "" || !isSpace(bytes[at]))) {
      const each = bytes[at];
      if (each === quote) quote = "";
      else if (quote === "" && (each === "'" || each === '"')) quote = each;
      else if (each === "\\") flag += bytes[++at] ?? "";
      else flag += each;
      at += 1;
    }
    if (flag === "--") break;
    // What stands for variables is put in after that.
    flags.push(expandedWord(flag));
  }
  return { flags, args: Buffer.from(bytes.slice(at), "latin1").toString("utf8") };
}

function documentsOf(text: string, lines: DockerfileLines): readonly unknown[] {
  if (!text.includes("<<")) return [];
  return rawWords(text).flatMap((each) => {
    const [, , chomps, end] = /^(\d*)<<(-?)\s*([^<]+)$/.exec(each) ?? [];
    if (end === undefined) return [];
    const content = lines.hereDocument(expandedWord(end), chomps !== "");
    return [["document", end === expandedWord(end) ? "expanded" : "as it is", content.replace(/\n$/, "")]];
  });
}
