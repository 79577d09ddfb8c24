import { Mistake, shown } from "../values/mistake";
import { SOUND_TEXT, textFlaw } from "../values/text-flaw";
import { isUnwritableKey, WRITABLE_KEY } from "../values/unwritable-key";

/** @throws where bake would read another text: it composes letters with their accents, and drops a leading byte order mark */
export function parseBakeText(text: string, where: string): string {
  const what = `${shown(text)} can't stand in a bake file`;
  if (textFlaw(text) !== undefined) throw new Mistake({ where, what, ...SOUND_TEXT });
  if (text !== text.normalize("NFC")) {
    throw new Mistake({
      where,
      what,
      allowed: "bake composes characters: it would read another text",
      fix: "write it in Unicode's form NFC",
    });
  }
  if (!text.startsWith("\ufeff")) return text;
  throw new Mistake({ where, what, allowed: "bake leaves out a leading byte order mark", fix: "leave it out" });
}

/** A name that stands before a colon. */
export function parseBakeKey(name: string, where: string): string {
  if (isUnwritableKey(name)) {
    throw new Mistake({ where, what: `${shown(name)} can't stand as a name in a bake file`, ...WRITABLE_KEY });
  }
  if (name !== "") return parseBakeText(name, where);
  throw new Mistake({ where, what: "a name is empty", fix: "give it a name" });
}

/**
 * The name of a target or a group.
 *
 * @see https://docs.docker.com/build/bake/reference/#target
 */
export function parseBakeName(kind: "target" | "group", name: string, where: string): string {
  if (typeof name === "string" && /^[a-zA-Z0-9_-]+$/.test(name)) return parseBakeKey(name, where);
  throw new Mistake({
    where,
    what: `${shown(name)} is no name of a ${kind}`,
    allowed: "a name has letters, digits, - and _",
    fix: `rename the ${kind}`,
  });
}

/** The name of a variable, which is that of an environment variable too. */
export function parseBakeVariable(name: string, where: string): string {
  if (typeof name === "string" && /^[a-zA-Z][a-zA-Z0-9_]*$/.test(name)) return parseBakeKey(name, where);
  throw new Mistake({
    where,
    what: `${shown(name)} is no name of a variable`,
    allowed: "a name has letters, digits and _, a letter first",
    fix: "rename the variable",
  });
}
