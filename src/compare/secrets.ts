import { Call, type Expression, Member, Name } from "./code/expression";
import type { Comparison } from "./comparison";
import type { Difference, Way } from "./difference";

const NAME =
  /(?:PASSWORD|PASSWD|PASSPHRASE|REQUIREPASS|SECRET|TOKEN|CREDENTIALS?|(?:API|ACCESS|PRIVATE|SECRET|AUTH|SIGNING|ENCRYPTION)[_-]?KEY)(?![a-z])(?!\w*[_-](?:FILE|PATH|DIR|URL|URI|HEADER|TYPE|LENGTH|ALGORITHM|TTL|MINUTES|SECONDS|HOURS|DAYS|EXPIRE\w*)$)/i;
/** What stands for a secret and is none: a variable, a switch, nothing. */
const OPEN = /^(?:\$\w+|\$\{\w+(?::?\?[^}]*|:?-)?\}|true|false|yes|no|on|off|none|\*+|)$/i;
const ASSIGNMENT = /([\w.-]+)(["']?\s*[:=]\s*)("[^"]*"|'[^']*'|[^\s,"']+)/g;
const OPTION = /(?<=^|\s)(--?[\w-]+)(\s+)("[^"]*"|'[^']*'|[^\s"'-]\S*)/g;
const HEADER = /(\bAuthorization["']?\s*[:=]\s*["']?(?:(?:Bearer|Basic|Token)\s+)?)(?!Bearer|Basic|Token)([^\s"']+)/gi;

/** Whether a name such as `DB_PASSWORD` or `--api-key` is that of a secret. */
export function isSecretName(name: string): boolean {
  return NAME.test(name);
}

/** Whether the value is a secret, by the name that it is given to. */
export function isSecret(name: string, value: string): boolean {
  return isSecretName(name) && !OPEN.test(value.replace(/^(["'])(.*)\1$/s, "$2"));
}

/** The comparison with `***` in place of each secret, also in the code to paste. */
export function withoutSecrets({ name, files }: Comparison): Comparison {
  return { name, files: files.map((file) => ({ ...file, differences: file.differences.map(masked) })) };
}

function masked(difference: Difference): Difference {
  const { topic, yours, generated, way } = difference;
  const [, name = ""] = /(?:^| )(?:environment|build\.args|labels?) (\S+)$/.exec(topic) ?? [];
  const value = (text: string | undefined) => text && maskedValue(name, text);
  return { ...difference, topic: maskedText(topic), yours: value(yours), generated: value(generated), way: wayOf(way) };
}

function wayOf(way: Way): Way {
  if (way.kind !== "carry") return { ...way, why: maskedText(way.why) };
  const { options, calls } = way;
  return {
    ...way,
    options: options && (maskedExpression(options) as typeof options),
    calls: calls?.map((call) => maskedExpression(call) as Call),
  };
}

function maskedValue(name: string, value: string): string {
  return isSecret(name, value) ? "***" : maskedText(value);
}

function maskedText(text: string): string {
  const inPlace = (whole: string, name: string, between: string, value: string) =>
    isSecret(name, value) ? `${name}${between}***` : whole;
  return text
    .replaceAll(HEADER, (whole, before: string, value: string) => (OPEN.test(value) ? whole : `${before}***`))
    .replaceAll(ASSIGNMENT, inPlace)
    .replaceAll(OPTION, inPlace);
}

function maskedExpression(expression: Expression): Expression {
  if (typeof expression === "string") return maskedText(expression);
  if (typeof expression !== "object" || expression instanceof Name) return expression;
  if (expression instanceof Member) return new Member(maskedExpression(expression.owner), expression.name);
  if (expression instanceof Call) {
    const { owner, method, args } = expression;
    // What stands after the name is the sentence that compose says.
    if (method === "required") return expression;
    return new Call(maskedExpression(owner), method, maskedList(args));
  }
  if (isList(expression)) return maskedList(expression, /^-/);
  return Object.fromEntries(Object.entries(expression).map(([key, value]) => [key, maskedPart(key, value)]));
}

/** The value of a secret stands after its name. */
function maskedList(parts: readonly Expression[], names = /^/): Expression[] {
  return parts.map((part, at) => {
    const before = parts[at - 1];
    if (typeof before !== "string" || !names.test(before)) return maskedExpression(part);
    const isDefault = typeof part === "object" && "default" in part && isSecretName(before);
    return isDefault ? { default: maskedPart(before, part.default as Expression) } : maskedPart(before, part);
  });
}

function maskedPart(name: string, part: Expression): Expression {
  return typeof part === "string" ? maskedValue(name, part) : maskedExpression(part);
}

function isList(expression: Expression): expression is readonly Expression[] {
  return Array.isArray(expression);
}
