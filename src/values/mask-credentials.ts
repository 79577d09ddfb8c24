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

/** A parameter with its value. */
const parameter = /([?&;])([\w.-]+)=([^&;#\s"']+)/g;
const parameterOfSecret = /token|key|passw(?:or)?d|secret|auth|sig|signature|credential/i;

const variableOfSecret = /token|key|passw(?:or)?d|secret|credential/i;
/** How a shell, YAML, JSON or a Dockerfile gives a value to the name before it. */
const gives = /["']?\s*[:=]\s*/y;
/** The same after the instruction that declares it. */
const givesDeclared = /["']?\s*[:=]\s*|\s+/y;
const declaration = /\b(?:ENV|ARG)$/i;

/**
 * The line with `***` in place of what is given to names such as `API_TOKEN`. A variable is kept, as in an address.
 */
export function maskAssignments(line: string): string {
  const start = secretStart(line);
  return start === undefined ? line : line.slice(0, start) + masked(line.slice(start).trimEnd());
}

/**
 * Where the value begins that is given to the first name like that of a secret; it may go on to the end of the line.
 *
 * Names are looked at one by one: an expression for all of it takes a time that grows with the fourth power of the line.
 */
function secretStart(line: string): number | undefined {
  let before = "";
  for (const word of line.matchAll(/\S+/g)) {
    const giving = declaration.test(before) ? givesDeclared : gives;
    for (const name of word[0].matchAll(/[\w.-]+/g)) {
      if (!variableOfSecret.test(name[0])) continue;
      giving.lastIndex = word.index + name.index + name[0].length;
      const isGiven = giving.test(line) && giving.lastIndex < line.length;
      if (isGiven) return giving.lastIndex;
    }
    before = word[0];
  }
  return undefined;
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
    return `${scheme}${shown}${place.replaceAll(parameter, maskedParameter)}`;
  });
}

function maskedParameter(whole: string, sign: string, name: string, value: string): string {
  return parameterOfSecret.test(name) ? `${sign}${name}=${masked(value)}` : whole;
}

function maskedAccount(given: string): string {
  const [user, ...password] = given.split(":");
  return password.length === 0 ? masked(user) : `${masked(user)}:${masked(password.join(":"))}`;
}

function masked(part: string): string {
  return variable.test(part) ? part : "***";
}
