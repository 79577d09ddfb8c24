import { shown } from "../../values/mistake";
import { SOUND_TEXT, textFlaw } from "../../values/text-flaw";
import { isUnwritableKey, WRITABLE_KEY } from "../../values/unwritable-key";
import { RESET } from "../render/yaml-text";
import type { Place } from "./place";

/** The name of a service, a volume, a network or a secret. */
export function parseName(kind: string, name: string, place: Place): string {
  if (typeof name === "string" && /^[a-zA-Z0-9._-]+$/.test(name)) return parseKey(name, place);
  throw place.mistake({
    what: `${shown(name)} is no name of a ${kind}`,
    allowed: "a name has letters, digits, . _ and -",
    fix: `rename the ${kind}`,
  });
}

/** The longest key that readers of YAML take, with what quotes and escapes add to it. */
const LONGEST_KEY = 1000;

/** A name that stands before a colon, whatever it is the name of. */
export function parseKey(name: string, place: Place): string {
  const what = `${shown(name)} can't stand as a name in a compose file`;
  if (isUnwritableKey(name)) throw place.mistake({ what, ...WRITABLE_KEY });
  if (textFlaw(name) !== undefined) throw place.mistake({ what, ...SOUND_TEXT });
  if (name === RESET) {
    throw place.mistake({ what, allowed: "it is the tag by which a value is taken off", fix: "use addReset" });
  }
  if (JSON.stringify(name).length <= LONGEST_KEY) return name;
  throw place.mistake({ what, allowed: `a name has up to ${LONGEST_KEY} characters`, fix: "shorten it" });
}

/** The name of an environment variable or a build argument. */
export function parseVariableName(name: string, place: Place): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (typeof name === "string" && name !== "" && !/[=\s\u0000-\u001f]/.test(name)) return name;
  throw place.mistake({
    what: `${shown(name)} is no name of a variable`,
    allowed: 'a name has no "=", no space and no line break',
    fix: "give the name and its value apart",
  });
}

/** The variable of a service; its name may start with a digit, that of a variable not. */
export function variableOf(service: string, name: string): string {
  return `${service.toUpperCase().replaceAll(/[^A-Z0-9]/g, "_")}_${name}`.replace(/^(?=\d)/, "_");
}
