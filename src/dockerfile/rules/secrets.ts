import type { Finding } from "../../findings/finding";
import { shown } from "../../values/mistake";
import {
  hasPasswordGiven,
  hasPasswordInUrl,
  isSecretGiven,
  isSecretName,
  knownSecretIn,
} from "../../values/secret-look";
import type { WrittenInstruction } from "../parsed/parse-dockerfile";
import { inShort } from "./in-short";
import type { RuledFile, StageRule } from "./ruled-file";

const FIX = "mount it where it is needed, with RunMount.secret, or give it to the container when it starts";

/** What anyone who has the image can read. Messages show names, never values. */
export const secretRules: readonly StageRule[] = [
  function* variables(stage, { globals, stages }) {
    const above = stage === stages[0] ? globals : [];
    for (const at of [...above, ...stage.unfolded]) {
      if (!/^(?:ARG|ENV|LABEL)$/.test(at.keyword)) continue;
      for (const { name, value = "" } of at.properties) {
        const kind = secretIn(value);
        const isGiven = isSecretGiven(name, value);
        if (kind === undefined && !isGiven && (at.keyword === "LABEL" || !isSecretName(name))) continue;
        const what = kind !== undefined ? `holds ${kind}` : isGiven ? "looks like a secret" : "is named like a secret";
        yield {
          rule: "SecretsUsedInArgOrEnv",
          at,
          isGlobal: above.includes(at),
          what: `${at.keyword} ${name} ${what}`,
          allowed: "whoever has the image reads its variables, labels and arguments",
          fix: kind !== undefined || isGiven ? FIX : `rename it where it is none, or ${FIX}`,
          // What a name lets one guess may be wrong.
          mayWork: kind === undefined,
        };
      }
    }
  },

  function* texts({ unfolded }) {
    for (const each of unfolded) {
      if (/^(?:ARG|ENV|LABEL)$/.test(each.keyword)) continue;
      const text = textOf(each);
      const kind = secretIn(text);
      if (kind === undefined && !hasPasswordGiven(text)) continue;
      yield {
        rule: "SecretInCommand",
        at: each,
        what: `${shown(inShort(each))} holds ${kind ?? "what looks like a password"}`,
        allowed: "whoever has the image reads its history and its files",
        fix: FIX,
        mayWork: kind === undefined,
      };
    }
  },
];

/** Comments are not in the image, but whoever has the repository reads them. */
export function* commentFindings(path: string, { comments }: RuledFile): Iterable<Finding> {
  for (const { line, text } of comments) {
    const kind = secretIn(text);
    if (kind === undefined) continue;
    yield {
      rule: "SecretInCommand",
      where: `${path} line ${line}`,
      what: `a comment holds ${kind}`,
      allowed: "whoever has the repository reads the file",
      fix: "revoke it, and leave it out",
    };
  }
}

function secretIn(text: string): string | undefined {
  return knownSecretIn(text) ?? (hasPasswordInUrl(text) ? "a password in an address" : undefined);
}

function textOf({ text, words, heredocs }: WrittenInstruction): string {
  return [words === undefined ? text : words.join(" "), ...heredocs].join("\n");
}
