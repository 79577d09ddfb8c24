import { described, isTable } from "../../pyproject/files/toml-table";
import { Mistake } from "../../values/mistake";

/**
 * A table of a lock file. It reads values by their type as a `TomlTable` does, without a word about each before one is
 * wrong: a lock file has tens of thousands of them.
 */
export class LockTable {
  public constructor(
    private readonly values: Readonly<Record<string, unknown>>,
    /** Where it stands, for messages. */
    private readonly where: string,
    /** What makes the lock file anew. */
    private readonly command: string,
  ) {}

  /** Where the key stands, for messages. */
  public source(key: string): string {
    return `${this.where} ${key}`;
  }

  public has(key: string): boolean {
    return Object.hasOwn(this.values, key);
  }

  public keys(): string[] {
    return Object.keys(this.values);
  }

  public text(key: string): string | undefined {
    const value = this.value(key);
    if (value === undefined || typeof value === "string") return value;
    throw this.wrong(key, "it is text");
  }

  /** @param allowed the rule that asks for it, for the message */
  public requiredText(key: string, allowed: string): string {
    const text = this.text(key);
    if (text === undefined) throw this.wrong(key, allowed);
    return text;
  }

  /** A whole number that is not below zero. */
  public count(key: string): number | undefined {
    const value = this.value(key);
    if (value === undefined) return undefined;
    if (typeof value === "bigint" && value >= 0n) return Number(value);
    if (typeof value === "number" && value >= 0 && Number.isInteger(value)) return value;
    throw this.wrong(key, "it is a whole number");
  }

  public texts(key: string): readonly string[] {
    return this.items(key, (item) => typeof item === "string", "an array of texts");
  }

  public tables(key: string, name?: (values: Readonly<Record<string, unknown>>) => string): LockTable[] {
    const items: readonly Record<string, unknown>[] = this.items(key, isTable, "an array of tables");
    return items.map((values) => this.below(values, name?.(values)));
  }

  /** The tables of packages, which messages name by the packages. */
  public packages(key: string): LockTable[] {
    return this.tables(key, ({ name }) => (typeof name === "string" ? name : "a package"));
  }

  public table(key: string): LockTable | undefined {
    const value = this.value(key);
    if (value === undefined) return undefined;
    if (isTable(value)) return this.below(value);
    throw this.wrong(key, "it is a table");
  }

  /** The value of the key as it stands. */
  public value(key: string): unknown {
    return this.has(key) ? this.values[key] : undefined;
  }

  /** The mistake that the value of the key is not what it should be. */
  public wrong(key: string, allowed: string): Mistake {
    const value = this.value(key);
    const what = value === undefined ? `has no ${key}` : `has ${described(value)} as ${key}`;
    return new Mistake({ where: this.where, what, allowed, fix: `run ${this.command}` });
  }

  private below(values: Record<string, unknown>, name?: string): LockTable {
    return new LockTable(values, name === undefined ? this.where : `${this.where} [${name}]`, this.command);
  }

  private items<T>(key: string, fits: (item: unknown) => boolean, kind: string): readonly T[] {
    const value = this.value(key);
    if (value === undefined) return [];
    if (Array.isArray(value) && value.every(fits)) return value;
    throw this.wrong(key, `it is ${kind}`);
  }
}
