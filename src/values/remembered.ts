/** As many results are kept of one function; the texts of a large repository are fewer, and those of a fuzzer more. */
const LIMIT = 5000;
/** Longer texts are rarely those of another project, and would take much memory. */
const LONGEST = 2000;

/**
 * A function that finds the same for the same text, however often it is asked: projects of one repository have most of
 * their texts in common.
 *
 * @param find depends on the text alone; what else it is given is for messages
 */
export function remembered<T, A extends unknown[]>(find: (text: string, ...rest: A) => T): typeof find {
  const known = new Map<string, T>();
  return (text, ...rest) => {
    const there = known.get(text);
    if (there !== undefined || known.has(text)) return there as T;
    const found = find(text, ...rest);
    if (text.length > LONGEST) return found;
    if (known.size >= LIMIT) known.clear();
    known.set(text, found);
    return found;
  };
}
