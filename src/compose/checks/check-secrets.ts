import type { PlacelessFinding } from "../../findings/finding";
import { writtenSecret } from "../../values/secret-look";
import type { ValueContent } from "./file-content";

const INSTEAD =
  "take it from the shell or .env by ComposeValue.required, or give the service a secret of the file, which addSecret adds";

/**
 * Secrets that are written out in a file that is committed. None of them is shown.
 *
 * A password that stands in for one, such as `development`, is none, and neither is what a variable holds: the default of a
 * variable is for the desk, unless it is a secret for certain.
 */
export function secretFindings(values: readonly ValueContent[]): readonly PlacelessFinding[] {
  const users = values.flatMap((each) => (/user|login/i.test(each.name ?? "") ? [each.value] : []));
  const all = values.map((each) => ({ ...each, found: writtenSecret(each.name, each.value) }));
  const named = new Set(all.flatMap(({ property, name, found }) => (name && found ? [property] : [])));
  return all.flatMap(({ property, name, value, found }): PlacelessFinding[] => {
    if (found === undefined) return [];
    // What the whole text holds is told by the name that it has there.
    if (!found.isCertain && name === undefined && named.has(property)) return [];
    if (!found.isCertain && (users.includes(value) || firstWord(name) === value.toLowerCase())) return [];
    const what = `${name === undefined ? property : `${property} ${name}`} ${found.what}`;
    return found.isCertain
      ? [
          {
            rule: "SecretInComposeFile",
            what,
            allowed: "whoever reads the file has what stands in it",
            fix: `revoke it, and ${INSTEAD}`,
          },
        ]
      : [
          {
            rule: "PasswordInComposeFile",
            what,
            allowed:
              'whoever reads the file has it; one that is for the desk alone is "development", or the user\'s name again',
            fix: INSTEAD,
          },
        ];
  });
}

/** `KEYCLOAK_ADMIN_PASSWORD` is about `keycloak`, which protects nothing as a password. */
function firstWord(name = ""): string | undefined {
  return /^[A-Za-z0-9]+/.exec(name)?.[0].toLowerCase();
}
