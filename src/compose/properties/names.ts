import { shown } from "../../values/mistake";
import type { Place } from "./place";

/** The name of a service, a volume, a network or a secret. */
export function parseName(kind: string, name: string, place: Place): string {
  if (typeof name === "string" && /^[a-zA-Z0-9._-]+$/.test(name)) return name;
  throw place.mistake({
    what: `${shown(name)} is no name of a ${kind}`,
    allowed: "a name has letters, digits, . _ and -",
    fix: `rename the ${kind}`,
  });
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
