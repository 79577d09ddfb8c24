import { ImageReference } from "./image-reference";
import { Mistake, shown } from "./mistake";

/** The file with the digests of images, in the root project's folder. */
export const DIGESTS_FILE = "image-digests.json";

/** The task that looks the digests up and writes them into the file. */
export const PIN_TASK = "images:pin";

/** The digest of each image, by its reference with a tag. */
export type ImageDigests = ReadonlyMap<string, string>;

/**
 * Reads digests.
 *
 * @param text a JSON object: `{ "python:3.13-slim-trixie": "sha256:…" }`
 * @throws where it is no such object, or a name or a digest is none
 */
export function parseImageDigests(text: string): ImageDigests {
  const entries = Object.entries(parseObject(text));
  return new Map(entries.map(([image, digest]) => [image, parseDigest(image, digest)]));
}

/** Writes digests, one a line and sorted, as bots find them and merges keep them apart. */
export function renderImageDigests(digests: ImageDigests): string {
  const sorted = [...digests].sort(([one], [other]) => (one < other ? -1 : 1));
  return `${JSON.stringify(Object.fromEntries(sorted), undefined, 2)}\n`;
}

/** @throws where it is no digest */
export function parseDigest(image: string, digest: unknown): string {
  const where = `${DIGESTS_FILE} ${shown(image)}`;
  const fix = `run "npx projen ${PIN_TASK}", which looks it up`;
  if (/[@]/.test(image)) throw new Mistake({ where, what: "the name of the image has a digest in it", fix });
  if (typeof digest !== "string" || !digest.startsWith("sha")) {
    const allowed = "a digest is sha256: and 64 hexadecimal digits in lower case";
    throw new Mistake({ where, what: `the digest is ${shown(digest)}`, allowed, fix });
  }
  try {
    ImageReference.of(`${image}@${digest}`);
  } catch (error) {
    if (error instanceof Mistake) throw new Mistake({ where, what: error.message });
    throw error;
  }
  return digest;
}

function parseObject(text: string): object {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw noObject(error instanceof Error ? error.message : `${error}`);
  }
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
  throw noObject(`it is ${shown(value)}`);
}

function noObject(what: string): Mistake {
  return new Mistake({
    where: DIGESTS_FILE,
    what,
    allowed: 'it is a JSON object like { "python:3.13-slim-trixie": "sha256:…" }',
    fix: `mend it, or remove it and run "npx projen ${PIN_TASK}"`,
  });
}
