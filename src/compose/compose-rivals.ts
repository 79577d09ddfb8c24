import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { parse } from "yaml";
import type { Finding } from "../findings/finding";
import { shown } from "../values/mistake";

/**
 * The names under which compose finds files by itself, the one that it takes first first.
 *
 * @see https://github.com/compose-spec/compose-go/blob/main/cli/options.go
 */
const FOUND = ["compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml"];

/** The names of files that it merges over the one that it has found; it takes the first that is there. */
const MERGED = [
  "compose.override.yml",
  "compose.override.yaml",
  "docker-compose.override.yml",
  "docker-compose.override.yaml",
];

/** A generated compose file. */
export interface GeneratedCompose {
  readonly absolutePath: string;
  /** The names of its services. */
  readonly services: readonly string[];
}

/**
 * What is worth telling of files of another hand beside a compose file.
 *
 * @param isRival whether the file at an absolute path is of another hand
 */
export function composeRivals(
  { absolutePath, services }: GeneratedCompose,
  isRival: (path: string) => boolean,
): Finding[] {
  const own = basename(absolutePath);
  const rank = FOUND.indexOf(own);
  if (rank === -1) return [];
  const beside = (name: string) => join(dirname(absolutePath), name);
  const others = FOUND.filter((name) => isRival(beside(name)));
  const merged = MERGED.find((name) => isRival(beside(name)));
  return [
    ...others.map((name) => overlooked(name, own, FOUND.indexOf(name) < rank)),
    ...(merged === undefined ? [] : withoutImage(beside(merged), own, services)),
  ];
}

function overlooked(other: string, own: string, isFirst: boolean): Finding {
  const [read, unread] = isFirst ? [other, own] : [own, other];
  return {
    rule: "RivalFile",
    where: other,
    what: `docker compose reads ${read}, and not ${unread}, which lies beside it`,
    fix: `carry over to the generated file what ${other} has and remove it, or name it in handWrittenFiles`,
  };
}

/** Services that change one of an earlier file, and find none of that name to change: compose stops. */
function withoutImage(path: string, own: string, services: readonly string[]): Finding[] {
  const changed = Object.entries(servicesOf(path)).flatMap(([name, service]) => {
    const isWhole = ["image", "build", "extends"].some((key) => Object.hasOwn(service ?? {}, key));
    return isWhole || services.includes(name) ? [] : [name];
  });
  return changed.map((name) => ({
    rule: "RivalFile",
    where: basename(path),
    what: `docker compose merges it over ${own}, which has no service ${shown(name)}, and it gives none an image`,
    allowed: `there ${services.length === 1 ? "is" : "are"} ${services.map(shown).join(", ") || "none"}`,
    fix: "give the service the same name in both",
  }));
}

function servicesOf(path: string): { readonly [name: string]: object | null } {
  try {
    return parse(readFileSync(path, "utf8"), { logLevel: "silent" })?.services ?? {};
  } catch {
    // Compose itself tells it better.
    return {};
  }
}
