import type { Place } from "./place";

/** A property with one value. */
export interface Single<In, Out> {
  readonly kind: "single";
  parse(value: In, place: Place): Out;
}

/** A property with values by name. */
export interface Named<In, Out> {
  readonly kind: "named";
  parse(value: In, place: Place, name: string): Out;
}

/** A property with a list of values. */
export interface Many<In, Out> {
  readonly kind: "many";
  parse(value: In, place: Place): Out;
  /** Two values with one key are the same value, or a conflict. */
  key(value: Out): string;
  /** A default stands only where no value of the user has its slot. */
  slot(value: Out): string;
}

/** A property with properties of its own. */
export interface Group<Properties> {
  readonly kind: "group";
  readonly properties: Properties;
}

/** A property with things by name, each with properties of its own. */
export interface Groups<Properties> {
  readonly kind: "groups";
  readonly properties: Properties;
}

export type Property =
  | Single<never, unknown>
  | Named<never, unknown>
  | Many<never, unknown>
  | Group<Properties>
  | Groups<Properties>;
export type Properties = { readonly [name: string]: Property };

/** How a property that is given a `Value` may be described. */
export type PropertyFor<Value> =
  | Single<Value, unknown>
  | (Value extends readonly (infer Item)[] ? Many<Item, unknown> : never)
  | (Value extends { readonly [name: string]: infer Item } ? Named<Item, unknown> : never)
  | (Value extends { readonly [name: string]: infer Item }
      ? Groups<{ readonly [K in keyof Required<Item>]: PropertyFor<NonNullable<Item[K]>> }>
      : never)
  | Group<{ readonly [K in keyof Required<Value>]: PropertyFor<NonNullable<Value[K]>> }>;

/** What becomes of properties when their values are parsed and put together; what was never given is missing. */
export type Merged<P> = { readonly [K in keyof P]?: MergedProperty<P[K]> };
type MergedProperty<P> =
  P extends Single<never, infer Out>
    ? Out
    : P extends Named<never, infer Out>
      ? ReadonlyMap<string, Out>
      : P extends Many<never, infer Out>
        ? readonly Out[]
        : P extends Group<infer Inner>
          ? Merged<Inner>
          : P extends Groups<infer Inner>
            ? { readonly [name: string]: Merged<Inner> }
            : never;

export function single<In, Out>(parse: (value: In, place: Place) => Out): Single<In, Out> {
  return { kind: "single", parse };
}

export function named<In, Out>(parse: (value: In, place: Place, name: string) => Out): Named<In, Out> {
  return { kind: "named", parse };
}

export function many<In, Out>(
  parse: (value: In, place: Place) => Out,
  key: (value: Out) => string,
  slot: (value: Out) => string = key,
): Many<In, Out> {
  return { kind: "many", parse, key, slot };
}

export function group<P>(properties: P): Group<P> {
  return { kind: "group", properties };
}

export function groups<P>(properties: P): Groups<P> {
  return { kind: "groups", properties };
}
