import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** Whether anything below the folder matches a pattern of COPY: it is that of Go's `filepath.Match`, segment by segment. */
export function matchesOnDisk(folder: string, pattern: string): boolean {
  const [first, ...rest] = pattern.split("/");
  const below = (name: string) => rest.length === 0 || matchesOnDisk(join(folder, name), rest.join("/"));
  if (!/[*?[]/.test(first)) return existsSync(join(folder, first)) && below(first);
  const expression = expressionOf(first);
  return namesIn(folder).some((name) => expression.test(name) && below(name));
}

function expressionOf(segment: string): RegExp {
  const parts = segment.split(/(\*|\?|\[\^?[^\]]+\])/).map((part) => {
    if (part === "*") return ".*";
    if (part === "?") return ".";
    return /^\[.+\]$/.test(part) ? part : part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
  });
  return new RegExp(`^${parts.join("")}$`, "s");
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
