/** The names that are like another one, the most alike first: a few letters differ, or one is a part of the other. */
export function nearNames(name: string, names: readonly string[]): string[] {
  const near = [...new Set(names)].map((each) => ({ each, distance: distance(name, each) }));
  const isPart = (each: string) => name.length > 2 && (each.includes(name) || name.includes(each));
  return near
    .filter(({ each, distance }) => distance <= Math.max(1, Math.floor(name.length / 3)) || isPart(each))
    .sort((one, other) => one.distance - other.distance)
    .slice(0, 5)
    .map(({ each }) => each);
}

/** How many letters have to be added, left out or changed: Levenshtein's distance. */
function distance(from: string, to: string): number {
  let previous = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (const [row, letter] of [...from].entries()) {
    const current = [row + 1];
    for (let at = 1; at <= to.length; at += 1) {
      const changed = previous[at - 1] + (letter === to[at - 1] ? 0 : 1);
      current.push(Math.min(previous[at] + 1, current[at - 1] + 1, changed));
    }
    previous = current;
  }
  return previous[to.length];
}
