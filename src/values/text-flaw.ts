/**
 * Why a file would not give the text back, in words that follow "has"; undefined where it would.
 *
 * A NUL ends the text for every program that is started with it, and half of a pair has no bytes in UTF-8: the replacement
 * character would be written in its place.
 */
export function textFlaw(text: string): string | undefined {
  if (text.includes("\u0000")) return "a NUL character";
  if (/\p{Surrogate}/u.test(text)) return "half of a surrogate pair";
  return undefined;
}

/** What goes with the words of `textFlaw`. */
export const SOUND_TEXT = {
  allowed: "a text has whole characters, and no NUL",
  fix: "leave that character out",
} as const;
