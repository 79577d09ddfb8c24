import { lstatSync } from "node:fs";
import { join } from "node:path";
import { writeWhole } from "../files/write-whole";
import { DIGESTS_FILE, parseDigest, renderImageDigests } from "../values/image-digests";
import { ImageReference } from "../values/image-reference";
import { type Command, ExitCode } from "./command";
import { indexDigest } from "./index-digest";
import { parseArguments } from "./parse-arguments";

/** Looks up what registries have now, and writes all of it or nothing; what is not named is not in the file any more. */
export const pinCommand: Command = {
  operands: "[image...]",
  summary: `Writes the digests of images into ${DIGESTS_FILE}`,
  options: {},
  run: (args, io) => {
    const { operands } = parseArguments(args, "python-container pin", {}, Number.POSITIVE_INFINITY);
    const images = [...new Set(operands)].map((text) => `${ImageReference.of(text)}`);
    const digests = new Map(images.map((image) => [image, parseDigest(image, indexDigest(image))]));
    const file = join(io.folder, DIGESTS_FILE);
    const before = lstatSync(file, { throwIfNoEntry: false });
    writeWhole(file, renderImageDigests(digests), { mode: (before?.mode ?? 0o644) & 0o777, before });
    for (const [image, digest] of digests) io.out(`${image}@${digest}\n`);
    return ExitCode.DONE;
  },
};
