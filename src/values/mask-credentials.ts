/** A variable that an installer puts in: what stands there is not the secret. */
const variable = /^\$(?:\{\w+\}|\w+)$/;

/** A URL: its scheme, and what follows up to a space or to the next URL. */
const address = /\b([a-z][a-z0-9+.-]{0,20}:\/\/)((?:(?![a-z][a-z0-9+.-]{0,20}:\/\/)\S)+)/gi;

/** The user and the password as standards have them: they end before the path begins. */
const account = /^((?:[^/?#:"'@]*:[^/?#]*|[^/?#"']+))@/;

/** A password that nobody encoded, with the characters that end a host: no port comes after the colon. */
const unencoded = /^([^/?#:"'@]*:(?!\d{1,5}(?:[/?#"')\],;]|$)).*)@/;

/** What stands after the account and is one more host: the password had an `@` and a `/` in it. */
const laterHost = /^(.*)@(?=[\w-]+(?:\.[\w-]+)+[/:])/;

/** The value of a parameter that is named like a secret. */
const parameter =
  /([?&;][\w.-]*(?:token|key|passw(?:or)?d|secret|auth|sig|signature|credential)[\w.-]*=)([^&;#\s"']+)/gi;

/** What a name like that of a secret is given, in a shell, YAML, JSON or a Dockerfile: it may go on to the end of the line. */
const assignment =
  /([\w.-]*(?:token|key|passw(?:or)?d|secret|credential)[\w.-]*(?:["']?\s*[:=]\s*|(?<=\b(?:ENV|ARG)\s+\S+)\s+))([\s\S]+)/i;

/**
 * The line with `***` in place of what is given to names such as `API_TOKEN`. A variable is kept, as in an address.
 */
export function maskAssignments(line: string): string {
  return line.replace(assignment, (_, name: string, value: string) => name + masked(value.trimEnd()));
}

/**
 * The text with `***` in place of the user and the password of every URL in it, and of the values of parameters such as
 * `?token=`. A variable such as `${TOKEN}` is kept: who reads it learns what to set. In doubt too much is masked.
 *
 * @see https://pip.pypa.io/en/stable/reference/requirements-file-format/#using-environment-variables
 */
export function maskCredentials(text: string): string {
  return text.replaceAll(address, (_, scheme: string, rest: string) => {
    const found = account.exec(rest) ?? unencoded.exec(rest);
    const [whole, given] = found ?? ["", ""];
    const after = rest.slice(whole.length);
    const more = given.includes(":") ? (laterHost.exec(after)?.[0].length ?? 0) : 0;
    const shown = found === null ? "" : `${more > 0 ? "***:***" : maskedAccount(given)}@`;
    const place = after.slice(more);
    return `${scheme}${shown}${place.replaceAll(parameter, (_all, name: string, value: string) => name + masked(value))}`;
  });
}

function maskedAccount(given: string): string {
  const [user, ...password] = given.split(":");
  return password.length === 0 ? masked(user) : `${masked(user)}:${masked(password.join(":"))}`;
}

function masked(part: string): string {
  return variable.test(part) ? part : "***";
}
