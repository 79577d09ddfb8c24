import { shown } from "../../values/mistake";
import { shortened } from "./in-short";
import type { StageRule } from "./ruled-file";

const OCI = "org.opencontainers.image.";

interface LabelRule {
  readonly allowed: string;
  readonly isValid: (value: string) => boolean;
}

const URL_RULE: LabelRule = { allowed: "it is an address", isValid: (value) => URL.canParse(value) };

/** @see https://github.com/opencontainers/image-spec/blob/main/annotations.md */
const FORMATS: Readonly<Record<string, LabelRule>> = {
  created: {
    allowed: 'it is a time as of RFC 3339, such as "2026-01-31T12:00:00Z"',
    isValid: (value) => /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)$/.test(value),
  },
  url: URL_RULE,
  documentation: URL_RULE,
  source: URL_RULE,
  licenses: {
    allowed: 'it is an expression of SPDX, such as "MIT OR Apache-2.0"',
    isValid: (value) => /^\(*[\w.+-]+\)*(?: (?:AND|OR|WITH) \(*[\w.+-]+\)*)*$/.test(value),
  },
  "base.digest": {
    allowed: "it is a digest, sha256: and 64 digits",
    isValid: (value) => /^sha\d+:[0-9a-f]{64,128}$/.test(value),
  },
};

/** Labels that others read. */
export const labelRules: readonly StageRule[] = [
  function* formats({ unfolded }) {
    const labels = unfolded.filter(({ keyword }) => keyword === "LABEL").flatMap(({ properties }) => properties);
    for (const { name: written, value: given = "" } of labels) {
      const name = written.replaceAll(/^["']|["']$/g, "");
      const value = given.replaceAll(/^["']|["']$/g, "");
      if (!name.includes("$") && !/^[a-z0-9]+(?:(?:[._/]|-+)[a-z0-9]+)*$/i.test(name)) {
        yield {
          rule: "InvalidLabel",
          what: `LABEL has the key ${shown(name)}`,
          allowed: "a key has letters and digits, with single . _ - or / between them",
          fix: "rename it",
        };
      }
      const format = name.startsWith(OCI) ? FORMATS[name.slice(OCI.length)] : undefined;
      if (format === undefined || value.includes("$") || format.isValid(value)) continue;
      yield {
        rule: "InvalidLabel",
        what: `LABEL ${name} is ${shown(shortened(value))}`,
        allowed: format.allowed,
        fix: addressOf(value) ?? "correct it, or leave it out",
      };
    }
  },
];

/** What to write in place of the form that ssh takes. */
function addressOf(value: string): string | undefined {
  const [, host, path] = /^[\w-]+@([\w.-]+):([\w./-]+)$/.exec(value) ?? [];
  return host === undefined ? undefined : `write https://${host}/${path.replace(/\.git$/, "")}`;
}
