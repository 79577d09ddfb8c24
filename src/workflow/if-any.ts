/** A map with something in it; an empty one is left out of a workflow. */
export function ifAny<T extends object>(map: T): T | undefined {
  return Object.keys(map).length > 0 ? map : undefined;
}
