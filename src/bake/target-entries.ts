import { Mistake, shown } from "../values/mistake";
import type { BakeTargetOptions } from "./bake-target-options";
import { type Scalar, targetProperties } from "./target-properties";

/** What was given for a property so far. */
export type Given = Scalar | readonly string[] | ReadonlyMap<string, string>;

/** The properties of a target, by the names of their options. */
export type TargetModel = ReadonlyMap<keyof BakeTargetOptions, Given>;

/** What one hand gave to a target: a value is given once, the same value twice is fine. */
export class TargetEntries {
  private readonly entries = new Map<keyof BakeTargetOptions, Given>();

  /**
   * @param where the target, as messages show it
   * @param isDefault whether what was given first stays, and another value is no conflict
   */
  constructor(
    private readonly where: string,
    private readonly isDefault: boolean,
  ) {}

  /** @throws where an option is not valid, or has another value already */
  public add(options: BakeTargetOptions): void {
    const parsed = (Object.keys(targetProperties) as (keyof BakeTargetOptions)[]).flatMap((option) => {
      const value = options[option];
      const parse = targetProperties[option][1].parse as (value: unknown, where: string) => Given;
      const given = value === undefined ? undefined : parse(value, `${this.where} ${option}`);
      return given === undefined || isEmpty(given) ? [] : [[option, given] as const];
    });
    // Where one of them is not valid, none is there.
    for (const [option, value] of parsed) this.entries.set(option, this.merged(option, value));
  }

  /** What these say, and beside it what others say. */
  public over(others: TargetEntries): TargetModel {
    const all = new TargetEntries(this.where, true);
    for (const [option, value] of this.entries) all.entries.set(option, value);
    for (const [option, value] of others.entries) {
      const own = all.entries.get(option);
      // Of a list the defaults come first.
      all.entries.set(option, isList(own) && isList(value) ? union(value, own) : all.merged(option, value));
    }
    return all.entries;
  }

  private merged(option: keyof BakeTargetOptions, value: Given): Given {
    const before = this.entries.get(option);
    if (before === undefined) return value;
    if (isList(before) && isList(value)) return union(before, value);
    if (before instanceof Map && value instanceof Map) {
      const shared = [...value].find(([name, each]) => before.has(name) && before.get(name) !== each);
      if (shared !== undefined && !this.isDefault) throw this.conflict(`${option} ${shown(shared[0])}`);
      return new Map([...before, ...[...value].filter(([name]) => !before.has(name))]);
    }
    if (before !== value && !this.isDefault) throw this.conflict(option);
    return before;
  }

  private conflict(what: string): Mistake {
    return new Mistake({
      where: this.where,
      what: `${what} is given twice, with two values`,
      allowed: "a value is given once",
      fix: "keep one of them",
    });
  }
}

function isEmpty(value: Given): boolean {
  return (isList(value) && value.length === 0) || (value instanceof Map && value.size === 0);
}

function isList(value: Given | undefined): value is readonly string[] {
  return Array.isArray(value);
}

function union(first: readonly string[], second: readonly string[]): string[] {
  return [...new Set([...first, ...second])];
}
