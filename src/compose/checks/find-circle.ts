/** The first circle in which names lead to each other, with its first name again at its end; undefined without one. */
export function findCircle(
  names: readonly string[],
  next: (name: string) => readonly string[],
): readonly string[] | undefined {
  const done = new Set<string>();
  const walk = (name: string, above: readonly string[]): readonly string[] | undefined => {
    if (above.includes(name)) return [...above.slice(above.indexOf(name)), name];
    if (done.has(name)) return undefined;
    done.add(name);
    for (const each of next(name)) {
      const circle = walk(each, [...above, name]);
      if (circle !== undefined) return circle;
    }
    return undefined;
  };
  for (const name of names) {
    const circle = walk(name, []);
    if (circle !== undefined) return circle;
  }
  return undefined;
}
