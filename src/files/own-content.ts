import { Authorship, authorshipOf, withChecksum, withUnixLines } from "./checksum";

/** What stands in a file of ours, and what of people's would be lost. */
export interface OwnContent {
  /** The text that is to stand there, by that which does; undefined where there is nothing to write. */
  textAfter(before: string | undefined): string | undefined;
  /** Why there is no writing to it at all before people mend it, in the words after the file's name. */
  defect?(before: string): string | undefined;
  /** Why writing would lose what people did, in the words after the file's name; undefined where it would not. */
  handwork(before: string): string | undefined;
}

/** The content of a file that is generated as a whole. */
export function wholeContent(render: () => string | undefined): OwnContent {
  let last: { readonly text: string; readonly whole: string } | undefined;
  return {
    textAfter: () => {
      const text = render();
      if (text !== undefined && last?.text !== text) last = { text, whole: withChecksum(text) };
      return text === undefined ? undefined : last?.whole;
    },
    handwork: (before) => handworkBy[authorshipOf(before)],
  };
}

/** Whether two texts are the same but for their line ends. */
export function isSameText(one: string, other: string): boolean {
  return withUnixLines(one) === withUnixLines(other);
}

const handworkBy: { readonly [A in Authorship]: string | undefined } = {
  [Authorship.GENERATED]: undefined,
  [Authorship.CHANGED]: "was changed by hand after it was generated",
  [Authorship.UNKNOWN]: "has the mark of projen and no checksum, so that nobody knows who changed it",
  [Authorship.HAND_WRITTEN]: "is written by hand",
};
