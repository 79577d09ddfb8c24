import { writtenSecret } from "../values/secret-look";
import type { Tell } from "./refuse";

const INSTEAD = "take it from a variable of the host, which localEnv gives, or ask for it by addSecret";

/** Texts of other tools: names like those of secrets mean other things there. */
const OTHERS = ["customizations", "secrets", "portsAttributes"];

/** Tells of secrets that are written out in a file that is committed. None of them is shown. */
export function checkSecrets(content: { readonly [name: string]: unknown }, tell: Tell): void {
  for (const { path, name, value } of textsIn(content)) {
    const found = writtenSecret(OTHERS.includes(path[0]) ? undefined : name, value);
    if (found === undefined) continue;
    const what = `${path.join(" ")} ${found.what}`;
    if (found.isCertain) {
      tell("SecretInDevContainer", what, "whoever reads the file has what stands in it", `revoke it, and ${INSTEAD}`);
    } else {
      tell("PasswordInDevContainer", what, 'whoever reads the file has it; one for the desk is "development"', INSTEAD);
    }
  }
}

interface NamedText {
  readonly path: readonly string[];
  readonly name?: string;
  readonly value: string;
}

/** All texts below a value; a word such as `--env=NAME=value` has the name that it gives something. */
function textsIn(value: unknown, path: readonly string[] = [], name?: string): readonly NamedText[] {
  if (typeof value === "string") {
    const [, given, rest] = name === undefined ? (/^(?:-{1,2}[\w-]+=)?([\w.-]+)=([\s\S]*)$/.exec(value) ?? []) : [];
    return [given === undefined ? { path, name, value } : { path: [...path, given], name: given, value: rest }];
  }
  if (Array.isArray(value)) return value.flatMap((each) => textsIn(each, path));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => textsIn(each, [...path, key], key));
}
