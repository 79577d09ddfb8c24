import { visibleText } from "../values/visible-text";

/** The lines of a comment, as every reader of the file tells lines apart, without what a terminal would obey. */
export function commentTexts(comment: string): string[] {
  return comment.split(/\r\n|[\n\v\f\r\u0085\u2028\u2029]/).map(visibleText);
}
