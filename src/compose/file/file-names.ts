import { shown } from "../../values/mistake";
import { ComposeValue } from "../compose-value";
import { Place } from "../properties/place";

export function parseFileName(fileName: string): string {
  if (/\.ya?ml$/.test(fileName) && !/[\p{Cc}\p{Cs}]/u.test(fileName)) return fileName;
  throw new Place("compose file", {}).mistake({
    what: `${shown(fileName)} is no name of a compose file`,
    allowed: "the name ends with .yaml or .yml, and has no control characters",
    fix: 'use "compose.yaml", which docker compose finds by itself',
  });
}

export function parseProjectName(name: string | ComposeValue, place: Place): ComposeValue {
  const parsed = ComposeValue._of(name);
  const literal = parsed._literalText();
  if (literal === undefined || /^[a-z0-9][a-z0-9_-]*$/.test(literal)) return parsed;
  throw place.mistake({
    what: `${shown(literal)} is no name of a compose project`,
    allowed: "a name has lower-case letters, digits, - and _, and a letter or digit first",
    fix: `use ${shown(
      literal
        .toLowerCase()
        .replace(/[^a-z0-9_-]+/g, "-")
        .replace(/^[-_]+/, "") || "app",
    )}`,
  });
}
