import { maskCredentials } from "../../values/mask-credentials";
import { knownSecretIn } from "../../values/secret-look";
import { execForm } from "../parsed/exec-form";
import type { WrittenInstruction } from "../parsed/parse-dockerfile";
import { startedPrograms } from "../parsed/programs";

const LENGTH = 60;
/** Enough to tell an address with its password from the rest. */
const LOOKED_AT = 2000;

/**
 * An instruction for a message, in one line and without what may be a secret: of a command the program alone, of variables
 * and labels the names.
 */
export function inShort(instruction: WrittenInstruction): string {
  const { keyword, spelling, text, flags, properties, trigger } = instruction;
  if (trigger !== undefined) return `${spelling} ${inShort(trigger)}`;
  if (/^(?:RUN|CMD|ENTRYPOINT|HEALTHCHECK)$/.test(keyword)) return `${spelling} ${firstProgram(instruction)}`;
  if (/^(?:ENV|ARG|LABEL)$/.test(keyword)) return [spelling, ...properties.map(({ name }) => name)].join(" ");
  const options = flags.map(({ name, value }) => `--${name}=${value}`);
  return shortened([spelling, ...options, text].join(" "));
}

function firstProgram(instruction: WrittenInstruction): string {
  const text = instruction.keyword === "HEALTHCHECK" ? instruction.text.replace(/^CMD\s+/i, "") : instruction.text;
  const [first] = startedPrograms({ ...instruction, text, words: execForm(text) });
  return first !== undefined && /^[\w.+-]+$/.test(first.name) ? `${first.name} …` : "…";
}

/** A text for a message, as above. */
export function shortened(text: string): string {
  const line = text.slice(0, LOOKED_AT).replaceAll(/\s+/g, " ").trim();
  if (knownSecretIn(line) !== undefined) return `${line.split(" ")[0]} …`;
  const safe = maskCredentials(line);
  return safe.length > LENGTH ? `${safe.slice(0, LENGTH - 1)}…` : safe;
}
