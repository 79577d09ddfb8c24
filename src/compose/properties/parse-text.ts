import { ContainerPath } from "../../values/container-path";
import { ImageReference } from "../../values/image-reference";
import { ComposeValue } from "../compose-value";
import type { Place } from "./place";

/** What a text-valued option is given. */
export type Text = string | ComposeValue;

export function parseText(value: Text): ComposeValue {
  return ComposeValue._of(value);
}

/** A text that says something: where an empty one has no meaning. */
export function parseFilled(value: Text, place: Place): ComposeValue {
  const parsed = parseText(value);
  if (parsed._literalText() !== "") return parsed;
  throw place.mistake({ what: "a text is empty", allowed: "it says something", fix: "leave the option out" });
}

export function parseTexts(values: readonly Text[]): readonly ComposeValue[] {
  return values.map(parseText);
}

/** An image reference; with variables in it, it is known only where compose runs. */
export function parseImage(value: Text): ComposeValue {
  return parseLiteral(value, (text) => ImageReference.of(text).toString());
}

/** An absolute path in the container; with variables in it, it is known only where compose runs. */
export function parseContainerPath(value: Text): ComposeValue {
  return parseLiteral(value, (text) => ContainerPath.of(text).toString());
}

/** The path of a tmpfs in the container, with mount options after a colon. */
export function parseTmpfs(value: Text): ComposeValue {
  return parseLiteral(value, (text) => {
    const [path, ...mountOptions] = text.split(":");
    return [ContainerPath.of(path).toString(), ...mountOptions].join(":");
  });
}

function parseLiteral(value: Text, parse: (text: string) => string): ComposeValue {
  const parsed = parseText(value);
  const literal = parsed._literalText();
  return literal === undefined ? parsed : ComposeValue.literal(parse(literal));
}
