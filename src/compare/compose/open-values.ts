import { isSecret } from "../secrets";
import type { Entry } from "./entry";

/** What is told of a secret that is carried over as a variable. */
export const SECRET = "a secret: its value is masked, and whoever starts compose gives it by the environment or .env";

/** The variable by which a secret that stands in the file is given in place of it; undefined where the value is none. */
export function secretReference(name: string, text: string): string | undefined {
  if (!isSecret(name, text)) return undefined;
  const [, variable = name.replaceAll(/\W/g, "_")] = /^\$\{(\w+)/.exec(text) ?? [];
  return `\${${variable}:?}`;
}

/** One without a value, which takes that of whoever starts compose, and is not there without one. */
export function passedOn(property: string, name: string): Entry {
  const problem = `no method passes it on as it is: ComposeValue.variable("${name}", "") does, and sets it to an empty text where nobody gives it`;
  return { property, key: name, shown: `${name} of whoever starts compose`, meaning: "passed on", problem };
}
