/**
 * The sources of one printed value in one text, each once. Several of one file's lines are shown as the file, several keys
 * of one table as the table, and what stands in parentheses behind one key is put together.
 */
export function joinedSources(sources: readonly string[]): string {
  const single = sources.flatMap((source) => source.split(" and "));
  const keys = grouped(single, ([key]) => key);
  const merged = [...keys].map(([key, each]) => {
    const details = each.flatMap(([, detail]) => detail ?? []);
    const unique = [...new Set(details.flatMap((detail) => detail.split(", ")))];
    return unique.length === 0 ? key : `${key} (${unique.join(", ")})`;
  });
  const places = grouped(merged, ([key]) => placeOf(key));
  return [...places].map(([place, each]) => (each.length === 1 ? textOf(each[0]) : place)).join(", ");
}

/** A source as its key, and what stands in parentheses behind it. */
type Parts = readonly [key: string, detail?: string];

function grouped(sources: readonly string[], by: (parts: Parts) => string): Map<string, Parts[]> {
  const groups = new Map<string, Parts[]>();
  for (const source of sources) {
    const [, key = source, detail] = /^(.+?) \((.+)\)$/.exec(source) ?? [];
    const parts: Parts = [key, detail];
    groups.set(by(parts), [...(groups.get(by(parts)) ?? []), parts]);
  }
  return groups;
}

function textOf([key, detail]: Parts): string {
  return detail === undefined ? key : `${key} (${detail})`;
}

/** The file of `requirements.txt:12`, and the table of `pyproject.toml [project].dependencies`. */
function placeOf(key: string): string {
  return key.replace(/^([^\s:]+):\d+$/, "$1").replace(/^([^[\]]*\[.*\])\..*$/, "$1");
}
