import { conditionOf } from "./condition";
import type { Finding } from "./finding";
import { isSameCondition } from "./same-condition";
import type { UvComparison } from "./uv-comparison";

const keys = [
  { key: "environments", recorded: "supported-markers" },
  { key: "required-environments", recorded: "required-markers" },
] as const;

/** What differs in the environments for which versions are chosen. */
export function* environmentFindings({ lock, workspace: { root }, pythons }: UvComparison): Generator<Finding> {
  const uv = root.file.tableAt("tool", "uv");
  for (const { key, recorded } of keys) {
    const had = lock.texts(recorded);
    const stated = [uv?.value(key) ?? []].flat().map(String);
    const isSame = (marker: string, at: number) =>
      isSameCondition(conditionOf(had[at], recorded), conditionOf(marker, key), pythons);
    if (had.length !== stated.length || !stated.every(isSame)) {
      yield `is made for other ${key} than those of ${root.file.file} [tool.uv]`;
    }
  }
}
