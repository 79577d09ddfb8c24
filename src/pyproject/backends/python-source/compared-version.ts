import { newestPatch } from "../../python/newest-release";
import { itemsOf, type PythonValue } from "./value";

/** The minor releases of Python 3 that a container can have. */
const minors = [9, 10, 11, 12, 13, 14, 15];

const comparisons: Readonly<Record<string, (order: number) => boolean>> = {
  "<": (order) => order < 0,
  "<=": (order) => order <= 0,
  ">": (order) => order > 0,
  ">=": (order) => order >= 0,
  "==": (order) => order === 0,
  "!=": (order) => order !== 0,
};

/**
 * Does a comparison with `sys.version_info` hold? undefined where it holds for some releases of Python only, and where
 * it is none.
 */
export function comparedVersion(left: PythonValue, operator: string, right: PythonValue): boolean | undefined {
  const [, length, index, name] =
    left.kind === "unknown" ? (/^sys\.version_info(?:\[:(\d)\]|\[(\d)\]|\.(major|minor))?$/.exec(left.code) ?? []) : [];
  const isVersion = left.kind === "unknown" && /^sys\.version_info/.test(left.code);
  const asked = itemsOf(right).map((item) => (item.kind === "plain" ? Number(item.plain) : Number.NaN));
  if (!isVersion || asked.some(Number.isNaN) || !Object.hasOwn(comparisons, operator)) return undefined;
  const answers = minors.map((minor) => {
    const version = [3, minor, newestPatch];
    const at = index === undefined ? ["major", "minor"].indexOf(name) : Number(index);
    const compared = at >= 0 ? [version[at]] : version.slice(0, length === undefined ? 3 : Number(length));
    return comparisons[operator](order(compared, asked));
  });
  return answers.every((each) => each === answers[0]) ? answers[0] : undefined;
}

function order(a: readonly number[], b: readonly number[]): number {
  const differs = a.findIndex((number, at) => number !== b[at]);
  if (differs === -1) return a.length - b.length;
  return differs < b.length ? a[differs] - b[differs] : 1;
}
