import { Mistake, shown } from "../values/mistake";
import type { DevContainerProperties } from "./dev-container-properties";

/** What has entries: a property, a list of the source, or the keys of a tool. */
export type EntrySection =
  | keyof DevContainerProperties
  | "buildOptions"
  | "cacheFrom"
  | "runServices"
  | `customizations.${string}`;

/** One value, under the key that makes two calls mean the same thing. */
export interface Entry {
  readonly section: EntrySection;
  readonly key: string;
  readonly value: unknown;
}

/** Entries by section and key, in order. */
export type Entries = Map<EntrySection, Map<string, unknown>>;

/** The key of a section that is set as a whole: a property of one value, or a step that has one command. */
export const WHOLE = "";

/** What was added and what will be computed, in the order of registration. */
export class EntryLog<Defaults> {
  private readonly registered: (Entry | { readonly defaults: Defaults })[] = [];
  private readonly byUser: Entries = new Map();
  private computed?: Entries;

  /** @param where the file that messages name */
  constructor(private readonly where: string) {}

  /**
   * Adds a value, a default while defaults are computed.
   *
   * @throws where the key has another value of the same layer, or the section is set as a whole beside it
   */
  public add({ section, key, value }: Entry): void {
    const layer = this.computed ?? this.byUser;
    const standing = layer.get(section) ?? new Map<string, unknown>();
    if (standing.size > 0 && (key === WHOLE) !== standing.has(WHOLE)) throw this.conflict(section, key);
    if (standing.has(key)) {
      if (shown(standing.get(key)) !== shown(value)) throw this.conflict(section, key, standing.get(key), value);
      return;
    }
    layer.set(section, standing.set(key, value));
    if (this.computed === undefined) this.registered.push({ section, key, value });
  }

  /**
   * Registers what will be computed.
   *
   * @throws while other defaults are computed
   */
  public addDefaults(defaults: Defaults): void {
    if (this.computed !== undefined) throw this.nested("addDefaults");
    this.registered.push({ defaults });
  }

  /**
   * All entries, those of the user before computed ones of the same key.
   *
   * @param compute lets the defaults add theirs
   * @throws where two defaults contradict each other and the user has no say
   */
  public settle(compute: (defaults: Defaults) => void): Entries {
    if (this.computed !== undefined) throw this.nested("asking for the rendered file");
    const settled: Entries = new Map();
    for (const each of this.registered) {
      if ("defaults" in each) this.settleDefaults(each.defaults, compute, settled);
      else this.put(settled, each);
    }
    return settled;
  }

  private settleDefaults(defaults: Defaults, compute: (defaults: Defaults) => void, settled: Entries): void {
    const computed: Entries = new Map();
    this.computed = computed;
    try {
      compute(defaults);
    } finally {
      this.computed = undefined;
    }
    for (const [section, values] of computed) {
      const own = this.byUser.get(section);
      if (own !== undefined && (own.has(WHOLE) || values.has(WHOLE))) continue;
      for (const [key, value] of values) {
        this.put(settled, { section, key, value: own?.has(key) ? own.get(key) : value });
      }
    }
  }

  private put(settled: Entries, { section, key, value }: Entry): void {
    const values = settled.get(section) ?? new Map<string, unknown>();
    if (values.has(key) && shown(values.get(key)) !== shown(value)) {
      throw this.conflict(section, key, values.get(key), value);
    }
    settled.set(section, values.set(key, value));
  }

  private conflict(section: string, key: string, standing?: unknown, value?: unknown): Mistake {
    const isWhole = key === WHOLE;
    if (standing === undefined) {
      return new Mistake({
        where: this.where,
        what: `${section} is set as a whole, and ${isWhole ? "has commands of their own names" : shown(key)} besides`,
        fix: "use LifecycleCommand.parallel for the whole, or add each command under its name",
      });
    }
    return new Mistake({
      where: this.where,
      what: `${section}${isWhole ? "" : ` ${shown(key)}`} is ${shown(standing)} and ${shown(value)}`,
      allowed: `a ${isWhole ? "property" : "key"} has one value`,
      fix: "give one of the two",
    });
  }

  private nested(action: string): Mistake {
    return new Mistake({
      where: this.where,
      what: `${action} is not possible while defaults are computed`,
      allowed: "applyDefaults adds values",
      fix: "do it outside applyDefaults",
    });
  }
}
