import { Mistake } from "../../values/mistake";

/** The marks of encodings at the beginning of a file. */
const marks: readonly { readonly bytes: readonly number[]; readonly encoding: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: "utf-8" },
  { bytes: [0xff, 0xfe], encoding: "utf-16le" },
  { bytes: [0xfe, 0xff], encoding: "utf-16be" },
];

/**
 * The text of a file: UTF-8, or the encoding of its byte order mark, which files written by PowerShell have.
 *
 * @param file the file as messages name it
 * @throws where the bytes are no text in that encoding
 */
export function decodedText(bytes: Uint8Array, file: string): string {
  const mark = marks.find((each) => each.bytes.every((byte, at) => bytes[at] === byte));
  try {
    return new TextDecoder(mark?.encoding ?? "utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Mistake({ where: file, what: "is not a text in UTF-8", fix: "save it in UTF-8" });
  }
}
