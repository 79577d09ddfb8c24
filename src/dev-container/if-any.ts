/** The object, or undefined where none of its values is set. */
export function ifAny(values: Record<string, unknown>): Record<string, unknown> | undefined {
  return Object.values(values).some((value) => value !== undefined) ? values : undefined;
}
