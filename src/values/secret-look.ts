import { remembered } from "./remembered";

/** Words of a name under which secrets go, as BuildKit's check SecretsUsedInArgOrEnv has them. */
const SECRET_WORD = /(?:^|_)(?:apikey|auth|credentials?|key|password|pword|passwd|secret|token)(?:_|$)/i;

/** The same check takes a name with one of these words for no secret. */
const HARMLESS_WORD = /(?:^|_)(?:public|file|version)(?:_|$)/i;

/** Words that mean much else besides: what stands there has to look like a secret too. */
const VAGUE_WORD = /(?:^|_)(?:auth|key)(?:_|$)|_pat$/i;
const CLEAR_WORD =
  /(?:^|_)(?:apikey|credentials?|(?:pg)?password|pword|passwd|secret|token|(?:api|access|private|secret)_key)(?:_|$)|(?:^|_)(?:pass|pwd|passphrase|requirepass|masterauth)$/i;

/** What a name says of its value that is no secret: the file that holds it, how long it is valid, who keeps it. */
const ABOUT_A_SECRET =
  /_(?:path|dir|name|header|length|min|max|type|alg|algorithm|expire|expires|expiry|expiration|ttl|lifetime|age|minutes|seconds|hours|days|url|uri|endpoint|issuer|enabled|required|policy|hash(?:er)?s?|provider|manager|model|scheme|backend|cache|rotation|prefix)$/i;

/** Texts that issuers begin their secrets with, so that scanners find them. */
const KNOWN_SECRETS: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ["a private key", /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----/],
  ["an access key of AWS", /\b(?:AKIA|ASIA)[A-Z2-7]{16}\b/],
  ["a token of GitHub", /\b(?:gh[oprsu]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{50,})/],
  ["a token of GitLab", /\bgl(?:pat|ptt|rt|dt|cbt)-[\w-]{20,}/],
  ["a token of PyPI", /\bpypi-AgE[\w-]{50,}/],
  ["a token of npm", /\bnpm_[A-Za-z0-9]{36}\b/],
  ["a token of Docker Hub", /\bdckr_(?:pat|oat)_[\w-]{20,}/],
  ["a token of Slack", /\bxox[abeoprs]-[\w-]{10,}/],
  ["a webhook of Slack", /\bhooks\.slack\.com\/(?:services|workflows)\/T\w{6,}\/\w{6,}\/\w{16,}/],
  ["a key of Azure", /\b(?:AccountKey|SharedAccessKey)=[A-Za-z0-9+/]{40,}={0,2}/],
  ["a key of Stripe", /\b[rs]k_live_[A-Za-z0-9]{16,}/],
  ["a key of Google", /\bAIza[\w-]{35}\b/],
  ["a key of OpenAI or Anthropic", /\bsk-(?:proj-|ant-|svcacct-)[\w-]{20,}/],
  ["a token of Hugging Face", /\bhf_[A-Za-z0-9]{30,}\b/],
  ["a signed JSON Web Token", /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/],
];

/** What stands where people are to put something else, and passwords that protect nothing and hide from nobody. */
const PLACEHOLDER =
  /^(?:change[-_ ]?(?:me|it|this).*|.*(?:example|placeholder|replace[-_ ]?me|insecure|not[-_ ]?(?:a|so)[-_ ]?secret|dummy|fake|sample|unused|not[-_ ]?(?:used|needed|set)|temporary|collectstatic|build[-_ ]?(?:time|only|key)|(?:dev(?:elopment)?|local|test)[-_ ]?only).*|your[-_ ].*|(?:my|the|super|db|user|admin|root|test|dev|local)?[-_]?(?:pass(?:word|wd)?|pwd|secret|token|api[-_]?key|key|credentials?)\d{0,3}|dev(?:elop(?:ment)?)?|test(?:ing)?|build|ci|unset|empty|foo|bar|baz|local|demo|default|postgres(?:ql)?|mysql|mariadb|mongo(?:db)?|rabbitmq|redis|minio(?:admin)?|root|admin|guest|user|none|null|nil|true|false|yes|no|on|off|disabled|x+|\*+|\.+|-+|<.*>|todo|tbd|(.)\1*)$/i;

/** A path, or a number: what a secret is read from, or how long it lasts. */
const PATH_OR_NUMBER = /^(?:[./~][\w./~-]*|-?[\d.]+[a-z]{0,2})$/i;

/** A URL's password: after the first colon of the account, up to the last `@` before the host. */
const URL_PASSWORD = /\b[a-z][a-z0-9+.-]{0,20}:\/\/([^\s/?#:@'"]*):([^\s/?#'"]*)@[\w[${]/gi;

/**
 * Whether a name is one under which secrets go, whatever it is given.
 *
 * @see https://docs.docker.com/reference/build-checks/secrets-used-in-arg-or-env/
 */
export function isSecretName(name: string): boolean {
  return SECRET_WORD.test(name) && !HARMLESS_WORD.test(name);
}

/** What a text has in it that is a secret for certain, in words such as `a private key`; undefined where nothing is. */
export const knownSecretIn = remembered((text: string): string | undefined => {
  return KNOWN_SECRETS.find(([, pattern]) => pattern.test(text) && !isExample(pattern.exec(text)?.[0] ?? ""))?.[0];
});

/**
 * Whether what a name is given there looks like a secret: the name says so, and the value is none of what stands in for a
 * password, names a file, or comes of a variable.
 */
export function isSecretGiven(name: string, value: string): boolean {
  // `dbPassword` and `db-password` are `DB_PASSWORD`.
  const words = name.replace(/([a-z0-9])([A-Z])/g, "$1_$2").replace(/[^A-Za-z0-9]+/g, "_");
  if (HARMLESS_WORD.test(words) || ABOUT_A_SECRET.test(words) || isStandIn(value) || isOfName(words, value))
    return false;
  return CLEAR_WORD.test(words) || (VAGUE_WORD.test(words) && looksRandom(value));
}

/** Whether the value is the name again, or a word of it: `KEYCLOAK_PASSWORD=keycloak` protects nothing. */
function isOfName(words: string, value: string): boolean {
  const text = value.toLowerCase().replace(/[^a-z0-9]+/g, "");
  const lower = words.toLowerCase();
  return lower.split("_").includes(text) || lower.replaceAll("_", "") === text;
}

/** Whether a URL in the text holds a password that is written out; one that is the user's name again protects nothing. */
export const hasPasswordInUrl = remembered((text: string): boolean => {
  return [...text.matchAll(URL_PASSWORD)].some(([, user, password]) => password !== user && !isStandIn(password));
});

/** Ways in which commands and the lines of configuration files give a password: the name, where there is one, and the value. */
const GIVEN: readonly RegExp[] = [
  // --password x, --api-key=x
  /(?:^|\s)--?(?<name>(?:[a-z]+[-_])*(?:password|passwd|passphrase|requirepass|masterauth|token|api[-_]?key|secret[-_]key))(?:=|\s+)["']?(?<value>[^\s"'-][^\s"']*)/gi,
  // export DB_PASSWORD=x
  /(?:^|[\s;&|"'])(?<name>[A-Za-z_][\w.-]*)=["']?(?<value>[^\s"']+)/g,
  // password: x and password = x, in lines of their own
  /^\s*["']?(?<name>[A-Za-z_][\w.-]*)["']?\s*[:=]\s*["']?(?<value>[^\s"']+)["']?,?\s*$/gm,
  // requirepass x
  /^\s*(?<name>requirepass|masterauth)\s+["']?(?<value>[^\s"']+)/gm,
  // curl -u user:x
  /\bcurl\s(?:[^|;&\n]*\s)?(?:-u\s*|--(?:proxy-)?user[=\s]\s*)["']?(?<user>[^\s"':]+):(?<value>[^\s"']+)/g,
  // mysql -px
  /\b(?:mysql|mariadb)[\w-]*\s(?:[^|;&\n]*\s)?-p["']?(?<value>[^\s"']{3,})/g,
  /\bAuthorization:\s*(?:Bearer|Basic|Token)\s+(?<value>[^\s"']+)/gi,
];

/** What a program computes, or a pattern, is no password. */
const CODE = /[()[\]{}<>,;*\\]|^[a-z_]+(?:\.[a-z_]+)+$/i;

/** Whether a command, or a line of a configuration file, gives a password that is written out. */
export const hasPasswordGiven = remembered((text: string): boolean => {
  return GIVEN.some((pattern) =>
    [...text.matchAll(pattern)].some(({ groups: { name = "password", user, value = "" } = {} }) => {
      return user !== value && !CODE.test(value) && isSecretGiven(name, value);
    }),
  );
});

/** Whether a value stands in for a secret, or leads to one, rather than being it. */
function isStandIn(value: string): boolean {
  const text = value.trim();
  return (
    text === "" || text.includes("$") || /\{\{.*\}\}/.test(text) || PLACEHOLDER.test(text) || PATH_OR_NUMBER.test(text)
  );
}

function looksRandom(value: string): boolean {
  return (
    /^[\w+/=.~-]{16,}$/.test(value) &&
    /\d/.test(value) &&
    /[A-Za-z]/.test(value) &&
    !/^[\w.-]+\.[a-z]{2,4}$/i.test(value)
  );
}

/** The examples of documents: `AKIAIOSFODNN7EXAMPLE`. */
function isExample(secret: string): boolean {
  return /EXAMPLE/i.test(secret) || /(.)\1{9,}/.test(secret.replace(/^-----BEGIN.*/, ""));
}

/** A secret that is written out. */
export interface WrittenSecret {
  /** Whether it is one for certain, whatever it is called. */
  readonly isCertain: boolean;
  /** What is to be told of it, without it: `holds a private key`. */
  readonly what: string;
}

/**
 * What looks like a secret in a value; undefined where nothing does.
 *
 * @param name what the value is given to, where it has a name
 * @param value of a command its words with spaces between them
 * @param users names of users: a password that is one of them protects nothing
 */
export function writtenSecret(
  name: string | undefined,
  value: string,
  users: readonly string[] = [],
): WrittenSecret | undefined {
  const kind = knownSecretIn(value);
  if (kind !== undefined) return { isCertain: true, what: `holds ${kind}` };
  if (users.includes(value)) return undefined;
  if (name !== undefined && isSecretGiven(name, value)) return { isCertain: false, what: "is written out" };
  if (hasPasswordInUrl(value)) return { isCertain: false, what: "has a URL with a password that is written out" };
  return hasPasswordGiven(value) ? { isCertain: false, what: "has a password that is written out" } : undefined;
}
