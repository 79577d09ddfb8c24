import { Mistake } from "../../values/mistake";
import { type Fact, fact } from "../fact";

/** A table of a TOML file that knows where it stands: it reads values by their type, and names the key in a mistake. */
export class TomlTable {
  public constructor(
    private readonly values: Record<string, unknown>,
    /** The file as messages name it. */
    public readonly file: string,
    private readonly path: readonly string[] = [],
    /** What to do about a wrong value where nobody writes the file by hand. */
    private readonly renewal?: string,
  ) {}

  /** Where a key of this table stands, for example `pyproject.toml [project].name`. */
  public source(key: string): string {
    const table = this.path.map(keyText).join(".");
    return table === "" ? `${this.file} [${keyText(key)}]` : `${this.file} [${table}].${keyText(key)}`;
  }

  public has(key: string): boolean {
    return Object.hasOwn(this.values, key);
  }

  public keys(): string[] {
    return Object.keys(this.values);
  }

  /** The value of the key, whatever it is. */
  public value(key: string): unknown {
    return this.has(key) ? this.values[key] : undefined;
  }

  public text(key: string): Fact<string> | undefined {
    return this.read(key, (value) => typeof value === "string", "text");
  }

  public flag(key: string): Fact<boolean> | undefined {
    return this.read(key, (value) => typeof value === "boolean", "true or false");
  }

  public texts(key: string): Fact<string[]> | undefined {
    return this.read(key, (value) => isArrayOf(value, (item) => typeof item === "string"), "an array of texts");
  }

  public array(key: string): Fact<unknown[]> | undefined {
    return this.read(key, Array.isArray, "an array");
  }

  /** The table below the key. */
  public table(key: string): TomlTable | undefined {
    const found = this.read<Record<string, unknown>>(key, isTable, "a table");
    return found === undefined ? undefined : new TomlTable(found.value, this.file, [...this.path, key], this.renewal);
  }

  /** The table below these keys, one below the other. */
  public tableAt(...keys: string[]): TomlTable | undefined {
    return keys.reduce<TomlTable | undefined>((table, key) => table?.table(key), this);
  }

  /** The tables in the array below the key. */
  public tables(key: string): TomlTable[] | undefined {
    const found = this.read<Record<string, unknown>[]>(key, (value) => isArrayOf(value, isTable), "an array of tables");
    const pathOf = (at: number) => [...this.path, `${key}[${at}]`];
    return found?.value.map((table, at) => new TomlTable(table, this.file, pathOf(at), this.renewal));
  }

  /** The mistake that the value of the key is not what it should be. */
  public wrong(key: string, allowed: string, fix = this.renewal): Mistake {
    return new Mistake({ where: this.source(key), what: `has ${described(this.value(key))}`, allowed, fix });
  }

  private read<T>(key: string, fits: (value: unknown) => boolean, kind: string): Fact<T> | undefined {
    const value = this.value(key);
    if (value === undefined) return undefined;
    const quotes =
      kind === "text" && typeof value !== "object" ? `write it in quotes: ${keyText(key)} = "…"` : undefined;
    if (!fits(value)) throw this.wrong(key, `it is ${kind}`, this.renewal ?? quotes);
    return fact(value as T, this.source(key));
  }
}

/** Is the value a table, and neither an array nor a date? */
export function isTable(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

/** A value of TOML in the words of a message. */
export function described(value: unknown): string {
  if (typeof value === "string") return `the text ${JSON.stringify(value)}`;
  if (typeof value === "number" || typeof value === "bigint") return `the number ${value}`;
  if (typeof value === "boolean") return `the value ${value}`;
  if (value === null) return "null";
  if (value instanceof Date) return "a date or time";
  return Array.isArray(value) ? "an array" : "a table";
}

function isArrayOf(value: unknown, fits: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(fits);
}

function keyText(key: string): string {
  return /^[A-Za-z0-9_-]+(?:\[\d+\])?$/.test(key) ? key : JSON.stringify(key);
}
