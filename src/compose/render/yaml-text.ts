/** What JSON can hold. */
export type Json = null | boolean | number | string | Block;
type Block = readonly Json[] | { readonly [key: string]: Json };

/** Texts that no YAML reader, of whichever version, takes for anything else; the rest is quoted. */
const PLAIN = /^(?:[A-Za-z/][\w./@+=,: -]*|\.\.?(?:\/[\w./@+=,: -]*)?|\d+(?:\.\d+)?m?s)$/;
const RESERVED = /^(?:true|false|yes|no|on|off|y|n|null)$/i;

/** The tag by which compose takes off what an earlier file says; as the only key of a map it stands for the tag. */
export const RESET = "!reset";

/** The value as YAML, in block style. */
export function yamlText(value: Json): string {
  return `${(isBlock(value) ? lines(value) : [flat(value)]).join("\n")}\n`;
}

function lines(block: Block): string[] {
  if (isList(block)) return block.flatMap((item) => hang("- ", isBlock(item) ? lines(item) : [flat(item)]));
  return Object.entries(block).flatMap(([key, item]) =>
    isBlock(item) ? [`${scalar(key)}:`, ...hang("  ", lines(item))] : [`${scalar(key)}: ${flat(item)}`],
  );
}

function hang(lead: string, block: string[]): string[] {
  return block.map((line, at) => `${at === 0 ? lead : "  "}${line}`);
}

/** Whether the value takes lines of its own; an empty list or map stands beside its key. */
function isBlock(value: Json): value is Block {
  return typeof value === "object" && value !== null && Object.keys(value).length > 0 && !isReset(value);
}

function isList(block: Block): block is readonly Json[] {
  return Array.isArray(block);
}

function isReset(value: object): boolean {
  return Object.keys(value).join() === RESET;
}

function flat(value: Json): string {
  if (typeof value === "object" && value !== null && isReset(value)) return `${RESET} null`;
  return typeof value === "string" ? scalar(value) : JSON.stringify(value);
}

function scalar(text: string): string {
  const isPlain = PLAIN.test(text) && !RESERVED.test(text) && !/: |[: ]$/.test(text);
  return isPlain ? text : quoted(text);
}

/** JSON's strings are YAML's, but for the characters that YAML wants escaped and JSON leaves as they are. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
