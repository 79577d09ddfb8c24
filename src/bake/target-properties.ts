import { Mistake, shown } from "../values/mistake";
import type { IBakeTarget } from "./bake-reference";
import type { BakeSecret, BakeTargetOptions, BakeUlimit } from "./bake-target-options";
import { BakeValue } from "./bake-value";
import { parseBakeKey, parseBakeText } from "./parse-text";

/** What stands in the file for a value, every text as bake reads it. */
export type Scalar = string | boolean;

/** How the value of an option is parsed, and put together with what others give for the same option. */
type Property<In> =
  /** One value. */
  | { readonly kind: "single"; parse(value: In, where: string): Scalar }
  /** A list, to which all add. */
  | { readonly kind: "list"; parse(value: In, where: string): readonly string[] }
  /** Values by name. */
  | { readonly kind: "map"; parse(value: In, where: string): ReadonlyMap<string, string> };

type Text = string | BakeValue;

const textOf = (value: Text, where: string): string => {
  const parsed = BakeValue._of(value, where);
  if (!parsed._isEmpty) return parsed.toJSON();
  throw new Mistake({ where, what: "a text is empty", allowed: "it says something", fix: "leave the option out" });
};

const text = { kind: "single", parse: textOf } as const;
const flag = { kind: "single", parse: (value: boolean) => value } as const;
const list = {
  kind: "list",
  parse: (values: Text[], where: string) => values.map((value) => textOf(value, where)),
} as const;

function mapOf<In>(parse: (value: In, where: string, name: string) => string) {
  return {
    kind: "map",
    parse: (values: { readonly [name: string]: In }, where: string) =>
      new Map(Object.entries(values).map(([name, value]) => [keyOf(name, where), parse(value, where, name)])),
  } as const;
}

/** A name is a template too. */
function keyOf(name: string, where: string): string {
  return BakeValue._of(parseBakeKey(name, where), where).toJSON();
}

const map = mapOf((value: Text, where) => BakeValue._of(value, where).toJSON());

/** The name in the file of each option, and how it is parsed; the file has them in this order. */
export const targetProperties: {
  readonly [K in keyof Required<BakeTargetOptions>]: readonly [string, Property<NonNullable<BakeTargetOptions[K]>>];
} = {
  description: ["description", text],
  inherits: ["inherits", { kind: "list", parse: (targets: IBakeTarget[]) => targets.map(({ name }) => name) }],
  context: ["context", text],
  contexts: ["contexts", map],
  dockerfile: ["dockerfile", text],
  dockerfileInline: ["dockerfile-inline", text],
  target: ["target", text],
  args: ["args", map],
  tags: ["tags", list],
  platforms: ["platforms", list],
  labels: ["labels", map],
  annotations: ["annotations", list],
  secrets: ["secret", mapOf(secretOf)],
  ssh: ["ssh", list],
  cacheFrom: ["cache-from", list],
  cacheTo: ["cache-to", list],
  output: ["output", list],
  pull: ["pull", flag],
  noCache: ["no-cache", flag],
  noCacheFilter: ["no-cache-filter", list],
  network: ["network", text],
  shmSizeBytes: ["shm-size", { kind: "single", parse: (bytes: number, where) => `${count(bytes, where)}` }],
  ulimits: ["ulimits", mapOf(ulimitOf)],
  extraHosts: ["extra-hosts", map],
  entitlements: ["entitlements", list],
  attest: ["attest", list],
  call: ["call", text],
};

/** A secret as the fields of one line of CSV. */
function secretOf({ environmentVariable, file }: BakeSecret, where: string, id: string): string {
  const source = [
    ...(environmentVariable === undefined ? [] : [`env=${environmentVariable}`]),
    ...(file === undefined ? [] : [`src=${file}`]),
  ];
  if (source.length !== 1) {
    throw new Mistake({
      where,
      what: `the secret ${shown(id)} has ${source.length === 0 ? "no source" : "two sources"}`,
      allowed: "it is in an environment variable or in a file",
      fix: "give one of environmentVariable and file",
    });
  }
  return csvLine([`id=${id}`, ...source], where);
}

/** bake reads a line of CSV, in which a quoted field may have anything but its end, and trims nothing. */
function csvLine(fields: readonly string[], where: string): string {
  const broken = fields.find((field) => /[\r\n]/.test(field) || /=$/.test(field));
  if (broken !== undefined) {
    throw new Mistake({
      where,
      what: `${shown(broken)} is no field of a secret`,
      allowed: "it is one line, with a text after the sign",
      fix: "write another text",
    });
  }
  const line = fields.map((field) => (/[",]|^\s/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)).join(",");
  return BakeValue._of(parseBakeText(line, where), where).toJSON();
}

function ulimitOf({ soft, hard }: BakeUlimit, where: string, name: string): string {
  if (!/^[a-z]+$/.test(name)) {
    throw new Mistake({ where, what: `${shown(name)} is no limit`, allowed: "a limit has a name such as nofile" });
  }
  const limits = [soft, ...(hard === undefined ? [] : [hard])];
  return `${name}=${limits.map((each) => (each === -1 ? each : count(each, where))).join(":")}`;
}

function count(value: number, where: string): number {
  if (Number.isSafeInteger(value) && value >= 0) return value;
  throw new Mistake({ where, what: `${shown(value)} is no count`, allowed: "it is a whole number from 0 on" });
}

/** The properties whose values are lines that hold their names, in a list. */
export const LINES: ReadonlySet<keyof BakeTargetOptions> = new Set(["secrets", "ulimits"]);
