import { posix } from "node:path";
import { BuildContext } from "../../dockerignore/context";
import { withUnixLines } from "../../files/checksum";
import { call } from "../code/expression";
import type { Difference } from "../difference";
import { contextPaths } from "./context-paths";

/** Files that are told of elsewhere, and that no build needs. */
const OURS = /(?:^|\/)(?:[^/]*\.)?(?:Dockerfile|dockerignore)$|^(?:docker-)?compose[^/]*\.ya?ml$/;
/** How many paths are named. */
const SHOWN = 4;

/**
 * Where two ignore files let different paths into the build context.
 *
 * @param text of the written file
 * @param root the project's folder, absolute
 * @param place its path in the build context of the generated file
 * @throws where the engine would refuse a line of it
 */
export function compareDockerignore(
  text: string,
  generated: string,
  path: string,
  root: string,
  place: string,
): Difference[] {
  const lines = withUnixLines(text).split("\n");
  const yours = new BuildContext(lines, path);
  const context = new BuildContext(generated.split("\n"), path);
  const other = {
    includes: (each: string) => context.includes(posix.join(place, each)),
    mayIncludeBelow: (each: string) => context.mayIncludeBelow(posix.join(place, each)),
  };
  const paths = contextPaths(root, yours, other);
  const left = paths.filter(({ isInYours }) => !isInYours);
  const byPattern = new Map<string, string[]>();
  for (const each of left) {
    const pattern = yours.decide(each.path).pattern ?? each.path;
    byPattern.set(pattern, [...(byPattern.get(pattern) ?? []), each.path]);
  }
  const more = paths.filter(({ isInYours, path: each }) => isInYours && !OURS.test(each)).map((each) => each.path);
  return [
    ...[...byPattern].map(
      ([pattern, found]): Difference => ({
        topic: `pattern ${pattern}`,
        line: lines.findIndex((line) => line.trim() === pattern) + 1 || undefined,
        yours: `leaves out ${some(found)}`,
        generated: "in the build context",
        way: { kind: "carry", calls: [call("dockerignore", "addPatterns", placed(pattern, place))] },
      }),
    ),
    ...(more.length === 0
      ? []
      : [
          {
            topic: "left out by the generated file",
            yours: `has ${some(more)} in the build context`,
            generated: "leaves that out",
            way: {
              kind: "nothing",
              why: `no build needs it; addExceptions of dockerignore takes in again what one does`,
            } as const,
          },
        ]),
  ];
}

/** The pattern as it is in the larger context. */
function placed(pattern: string, place: string): string {
  return place === "" || pattern.startsWith("**/") ? pattern : posix.join(place, pattern);
}

function some(paths: readonly string[]): string {
  const shown = paths.slice(0, SHOWN).join(", ");
  return paths.length > SHOWN ? `${shown} and ${paths.length - SHOWN} more` : shown;
}
