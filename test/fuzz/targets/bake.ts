import { BakeFile } from "../../../src/bake/bake-file";
import { BakeValue } from "../../../src/bake/bake-value";
import { targetProperties } from "../../../src/bake/target-properties";
import { addEveryOption } from "../../bake/every-option";
import { readBake } from "../read/bake";
import type { Target } from "../target";
import { placesOf, Varied } from "../varied";
import { checkedText, scope } from "../written";

/** What bake reads of a file with every option, one of its texts or names another one. */
function variedFile(varied: Varied): string {
  const bake = new BakeFile(scope());
  addEveryOption(varied.calls(bake));
  return checkedText(bake.file);
}

/** Every text and every name among the options. */
function ofEveryOption(): Target[] {
  const options = new Set([
    ...Object.keys(targetProperties),
    "defaultValue",
    "environmentVariable",
    "file",
    "soft",
    "hard",
  ]);
  const places = placesOf((varied) => variedFile(varied)).map((found, place) => ({ ...found, place }));
  // The name of an option is no text of anybody's.
  const texts = places.filter(({ way, given }) => !(way.endsWith(` the name ${given}`) && options.has(given)));
  return texts.map(({ way, given, place }) => ({
    name: `bake ${way}`,
    write: (text: string) => variedFile(new Varied(place, text)),
    read: (file: string) => withFields(readBake(file)),
    example: given,
    share: 0.1,
  }));
}

/** The data with each secret, a line of CSV, as its fields. */
function withFields(data: unknown): unknown {
  return JSON.parse(JSON.stringify(data), (key, value) => (key === "secret" ? value.map(fieldsOf) : value));
}

function fieldsOf(line: string): string[] {
  const fields = [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)];
  if (fields.map(([whole]) => whole).join("") !== line) throw new Error(`${line} is no line of CSV`);
  return fields.map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain);
}

const SIGNS = ["", "$", "%", "$$"];

export const bakeTargets = (): readonly Target[] => [
  ...ofEveryOption(),
  ...SIGNS.map((sign) => ({
    name: `bake text beside a variable, ${sign === "" ? "alone" : `after ${sign}`}`,
    write: (text: string) => {
      const bake = new BakeFile(scope());
      const tag = bake.addVariable("TAG");
      bake.addTarget("api", { tags: [BakeValue.join(sign, text, tag, text)] });
      return checkedText(bake.file);
    },
    read: readBake,
  })),
];
