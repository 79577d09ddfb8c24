import { RunMount } from "../../dockerfile/mount";
import { type Fact, fact, sourcesOf } from "../../pyproject/fact";
import type { PackageIndex, ProjectFacts } from "../../pyproject/facts";
import { type IndexAddress, parseIndexAddress } from "../../pyproject/index-address";
import { PackageManager } from "../../pyproject/managers/package-manager";
import { Mistake, shown } from "../../values/mistake";

/** A secret that a build may be given; without it the build sees what everybody may see. */
export interface BuildSecret {
  /** Its name in the build. */
  readonly id: string;
  /** The environment variable from which tasks, the compose file and the dev container take it. */
  readonly variable: string;
  readonly mount: RunMount;
}

/** Why no password may stand in an address. */
export const credentialsSpread =
  "what stands there gets into the repository, into lock files and into layers of the build";

/** Users and passwords of several hosts in one file, which pip, pdm, pipenv and uv read. */
const netrc: BuildSecret = {
  id: "netrc",
  variable: "NETRC_CONTENT",
  mount: RunMount.secret("netrc", { target: "/root/.netrc" }),
};

/** How a package manager that has variables for each index makes their names of the index's name. */
interface NamedSecrets {
  /** The part of a variable that stands for the name; undefined where no variable can. */
  part(name: string): string | undefined;
  readonly prefix: string;
  /** How an index gets a name. */
  readonly naming: string;
}

const namedSecrets: { readonly [K in PackageManager]?: NamedSecrets } = {
  // https://docs.astral.sh/uv/concepts/indexes/#providing-credentials-directly
  [PackageManager.UV]: {
    prefix: "UV_INDEX_",
    part: (name) => name.toUpperCase().replace(/[^A-Z0-9]/g, "_"),
    naming: 'write it as [[tool.uv.index]] with name = "acme" and url = "…"',
  },
  // https://python-poetry.org/docs/repositories/#configuring-credentials
  [PackageManager.POETRY]: {
    prefix: "POETRY_HTTP_BASIC_",
    part: (name) => (/^[\w-]+$/.test(name) ? name.toUpperCase().replaceAll("-", "_") : undefined),
    naming: "give its [[tool.poetry.source]] a name of letters, digits, - and _, as poetry's variables need it",
  },
};

/**
 * The secrets that open the project's package indexes, each once.
 *
 * @param publicIndexes names or addresses of indexes that need none
 * @throws where an address holds a user or a password, or an index has a name by which no secret can be given
 */
export function buildSecrets(facts: ProjectFacts, publicIndexes: readonly string[]): BuildSecret[] {
  const all = packagePlaces(facts).flatMap((index) => secretsOf(index, facts, publicIndexes));
  return [...new Map(all.map((secret) => [secret.id, secret])).values()];
}

/** Tells which variables of whoever starts a build a project asks for in the addresses of its indexes. */
export function variablesTold(facts: ProjectFacts): string[] {
  const named = packagePlaces(facts).flatMap(({ value, source }) =>
    (parseIndexAddress(value.url)?.variables ?? []).map((variable) => fact(variable, source)),
  );
  if (named.length === 0) return [];
  const names = [...new Set(named.map(({ value }) => value))].join(", ");
  return [
    `${sourcesOf(named)}: addresses of indexes name variables, and builds get their values from whoever starts them: ${names}.`,
  ];
}

/** The indexes, and the pages with links to packages, which may ask for a password as well. */
function packagePlaces({ indexes, findLinks = [] }: ProjectFacts): Fact<PackageIndex>[] {
  return [...indexes, ...findLinks.map(({ value, source }) => fact({ url: value, isDefault: false }, source))];
}

function secretsOf(index: Fact<PackageIndex>, facts: ProjectFacts, publicIndexes: readonly string[]): BuildSecret[] {
  const { name, url, isDefault } = index.value;
  const address = parseIndexAddress(url);
  if (address === undefined) return [];
  const named = namedSecrets[facts.packageManager.value];
  const variables = named === undefined ? address.variables.map(variableSecret) : [];
  if (address.hasCredentials || address.hasQuery || (named !== undefined && address.variables.length > 0)) {
    throw credentialsMistake(index, address, named);
  }
  if (address.isPublic || publicIndexes.includes(url) || publicIndexes.includes(name ?? "")) return variables;
  if (named === undefined) return variables.length > 0 ? variables : [netrc];
  if (name === undefined) return [netrc];
  const part = named.part(name);
  if (part === undefined) throw nameMistake(name, index.source, address, named);
  const own = ["USERNAME", "PASSWORD"].map((what) => variableSecret(`${named.prefix}${part}_${what}`));
  // pip installs poetry itself, and what the build backend needs: it asks the default index too.
  return isDefault && facts.packageManager.value === PackageManager.POETRY ? [...own, netrc] : own;
}

function variableSecret(variable: string): BuildSecret {
  return { id: variable, variable, mount: RunMount.secret(variable, { environmentVariable: variable }) };
}

function credentialsMistake(
  { value, source }: Fact<PackageIndex>,
  { place, hasCredentials, hasQuery }: IndexAddress,
  named?: NamedSecrets,
) {
  const part = value.name === undefined ? undefined : named?.part(value.name);
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the syntax that pip, pdm and pipenv read
  const variables = "${ACME_USERNAME}:${ACME_PASSWORD}@";
  const instead =
    named === undefined
      ? `write variables instead, such as ${variables}, or give the build the secret netrc`
      : part === undefined
        ? named.naming
        : `give the build the secrets ${named.prefix}${part}_USERNAME and ${named.prefix}${part}_PASSWORD`;
  return new Mistake({
    where: source,
    what: `the address of ${value.name === undefined ? "the index" : `the index ${shown(value.name)}`} at ${place} holds ${hasQuery && !hasCredentials ? "a query, where a password may stand" : "a user name or a password"}`,
    allowed: credentialsSpread,
    fix: `take them out and ${instead}`,
  });
}

function nameMistake(name: string, where: string, { place }: IndexAddress, named: NamedSecrets) {
  return new Mistake({
    where,
    what: `the index at ${place} has the name ${shown(name)}`,
    allowed: `its password reaches the build by a secret ${named.prefix}<NAME>_PASSWORD`,
    fix: `${named.naming}; or, where it asks for no password, list it in publicIndexes: [${shown(name)}]`,
  });
}
