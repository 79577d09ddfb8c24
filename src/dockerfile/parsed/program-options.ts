/** The arguments of a program. */
export interface Given {
  /** The values of each option as it is written, in their order; a flag has an empty one. */
  readonly options: ReadonlyMap<string, readonly string[]>;
  /** What is no option. */
  readonly rest: readonly string[];
}

/**
 * Takes the arguments apart.
 *
 * @param withValue the options whose value is the next argument
 */
export function optionsOf(args: readonly string[], withValue: readonly string[]): Given {
  const options = new Map<string, string[]>();
  const rest: string[] = [];
  const add = (name: string, value: string) => options.set(name, [...(options.get(name) ?? []), value]);
  for (let at = 0; at < args.length; at += 1) {
    const [, name, value] = /^(--?[^=]+)(?:=(.*))?$/s.exec(args[at]) ?? [];
    if (name === undefined || args[at] === "-") rest.push(args[at]);
    else if (value !== undefined) add(name, value);
    else if (withValue.includes(name)) {
      at += 1;
      add(name, args[at] ?? "");
    } else add(name, "");
  }
  return { options, rest };
}

/** The values of the options of these names, cut at commas and spaces. */
export function namesGiven({ options }: Given, ...names: string[]): string[] {
  return names
    .flatMap((name) => options.get(name) ?? [])
    .flatMap((value) => value.split(/[\s,]+/))
    .filter((each) => each !== "");
}

/** Whether one of these options is given. */
export function isGiven({ options }: Given, ...names: string[]): boolean {
  return names.some((name) => options.has(name));
}
