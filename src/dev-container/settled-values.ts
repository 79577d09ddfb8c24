import type { DevContainerProperties } from "./dev-container-properties";
import { type Entries, type EntrySection, WHOLE } from "./entry-log";

/** The values of a dev container, the user's and computed ones. */
export class SettledValues {
  constructor(private readonly entries: Entries) {}

  /** The sections that have a value. */
  public get sections(): EntrySection[] {
    return [...this.entries.keys()];
  }

  /** The value of a property that has one. */
  public one<K extends keyof DevContainerProperties>(name: K): DevContainerProperties[K] {
    return this.entries.get(name)?.get(WHOLE) as DevContainerProperties[K];
  }

  /** The values of a section by their keys; undefined where there is none. */
  public object(section: EntrySection): Record<string, unknown> | undefined {
    const values = this.entries.get(section);
    return values && Object.fromEntries(values);
  }

  /** The values of a section; undefined where there is none. */
  public list<T>(section: EntrySection): T[] | undefined {
    const values = this.entries.get(section);
    return values && ([...values.values()] as T[]);
  }

  /** All arguments of `docker run`. */
  public get runArgs(): string[] {
    return (this.list<string[]>("runArgs") ?? []).flat();
  }
}
