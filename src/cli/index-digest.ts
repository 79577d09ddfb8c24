import { spawnSync } from "node:child_process";
import { Mistake, shown } from "../values/mistake";
import { lastLine } from "./tools/last-line";

/** How long a registry may take, in milliseconds. */
const PATIENCE = 60_000;

/** A JSON of the manifest, since older releases of buildx print a table for its digest alone. */
const INSPECT = ["buildx", "imagetools", "inspect", "--format", "{{json .Manifest}}"];

/**
 * The digest under which a registry has an image now, for all its platforms.
 *
 * @param image its name with a tag
 * @throws where Docker or the registry does not tell it
 */
export function indexDigest(image: string): string {
  const { status, stdout, stderr, error } = spawnSync("docker", [...INSPECT, image], {
    encoding: "utf8",
    timeout: PATIENCE,
  });
  const digest = status === 0 ? digestIn(stdout) : undefined;
  if (digest !== undefined) return digest;
  const reason = error?.message ?? (status === 0 ? "no digest is in the answer" : lastLine(stderr));
  throw new Mistake({
    where: image,
    what: `docker ${INSPECT.slice(0, 3).join(" ")} gives no digest: ${reason}`,
    fix: "look whether Docker is there with buildx, the registry answers, and docker login was done where it has to be",
  });
}

function digestIn(text: string): string | undefined {
  try {
    const { digest }: { digest?: unknown } = JSON.parse(text);
    return typeof digest === "string" ? digest : undefined;
  } catch (error) {
    throw new Mistake({ where: "docker buildx imagetools inspect", what: `${shown(text.slice(0, 80))}: ${error}` });
  }
}
