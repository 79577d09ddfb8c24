import { publicIndexes } from "../knowledge/public-indexes";

/** A part of an address for which a package manager puts in an environment variable. */
const VARIABLE = /\$\{(\w+)\}/g;

/** Names of users that stand for "the password is a token" and tell nothing. */
const PLAIN_USERS = ["__token__", "aws", "git", "gitlab-ci-token", "oauth2", "oauth2accesstoken", "VssSessionToken"];

/** The address of a package index, taken apart. */
export interface IndexAddress {
  /** The address without user, password and query. */
  readonly place: string;
  /** The variables in it, as `${NAME}`. */
  readonly variables: readonly string[];
  /** Does a user or a password stand in it, other than as a variable? */
  readonly hasCredentials: boolean;
  /** Does a query stand in it, other than with variables as its values? */
  readonly hasQuery: boolean;
  /** Does everybody know that no password is needed? */
  readonly isPublic: boolean;
}

/** Takes an address apart; undefined for a folder, or any other place that is not asked over HTTP. */
export function parseIndexAddress(url: string): IndexAddress | undefined {
  const [, scheme, account, rest] = /^(https?:\/\/)(?:([^/?#]*)@)?(.*)$/is.exec(url.trim()) ?? [];
  if (rest === undefined) return undefined;
  const host = /^[^/:?#]*/.exec(rest)?.[0].toLowerCase();
  return {
    place: `${scheme}${rest.replace(/[?#].*$/s, "")}`,
    variables: [...new Set([...url.matchAll(VARIABLE)].map((match) => match[1]))],
    hasCredentials: account !== undefined && isTelling(account),
    hasQuery: isTellingQuery(rest),
    isPublic: account === undefined && publicIndexes.some((index) => index.host === host),
  };
}

/** The host of an address that holds a user or a password, other than as a variable; undefined where it holds none. */
export function hostWithCredentials(url: string): string | undefined {
  const [, scheme, account, host] = /^(?:\w+\+)?([a-z][a-z0-9+.-]*):\/\/([^/?#]*)@([^/:?#]*)/i.exec(url.trim()) ?? [];
  if (account === undefined) return undefined;
  // SSH asks for a key, whatever the user's name.
  const isAccount = /^ssh$/i.test(scheme) ? account.includes(":") : true;
  return isAccount && isTelling(account) ? host : undefined;
}

function isTellingQuery(rest: string): boolean {
  const query = /^[^?#]*\?([^#]*)/.exec(rest)?.[1] ?? "";
  return query.split("&").some((pair) => pair.replace(/^[^=]*=/, "").replace(VARIABLE, "") !== "");
}

function isTelling(account: string): boolean {
  const [user, ...rest] = account.split(":");
  const password = rest.join(":");
  if (password !== "") return password.replace(VARIABLE, "") !== "";
  return user.replace(VARIABLE, "") !== "" && !PLAIN_USERS.includes(user);
}
