/** A package of a lock file. */
export interface SamplePackage {
  readonly version?: string;
  /** What follows the version in the names of its wheels, by default `py3-none-any`. */
  readonly wheels?: readonly string[];
  readonly hasSdist?: boolean;
  /** The repository and the commit, where it comes from git. */
  readonly git?: string;
  /** Its source distribution in a folder of the repository, where it comes from that. */
  readonly archive?: string;
  readonly needs?: readonly string[];
  readonly bytes?: number;
}

/** What the sample project is made of. */
export interface SampleProject {
  /** The packages of the lock file by their names. */
  readonly packages: Readonly<Record<string, SamplePackage>>;
  /** The names for which the project asks; by default all that no other package needs. */
  readonly asks?: readonly string[];
  /** Those for which its group dev asks. */
  readonly develops?: readonly string[];
  readonly requiresPython?: string;
}

/** The files of a project of uv with a lock file that fits it. */
export function lockedProject({
  packages,
  develops = [],
  requiresPython = ">=3.11",
  ...rest
}: SampleProject): Record<string, string> {
  const needed = new Set([...Object.values(packages).flatMap(({ needs = [] }) => needs), ...develops]);
  const asks = rest.asks ?? Object.keys(packages).filter((name) => !needed.has(name));
  const list = (names: readonly string[]) => `[${names.map((name) => `{ name = "${name}" }`).join(", ")}]`;
  const git = Object.entries(packages).filter(([, { git: address }]) => address !== undefined);
  const metadata = (names: readonly string[]) =>
    `[${names.map((name) => `{ name = "${name}"${packages[name].git === undefined ? "" : `, git = "${packages[name].git}"`} }`).join(", ")}]`;
  const own = [
    '[[package]]\nname = "orders"\nversion = "1.0"\nsource = { virtual = "." }',
    `dependencies = ${list(asks)}`,
    ...(develops.length > 0 ? [`[package.dev-dependencies]\ndev = ${list(develops)}`] : []),
    `[package.metadata]\nrequires-dist = ${metadata(asks)}`,
    ...(develops.length > 0 ? [`[package.metadata.requires-dev]\ndev = ${metadata(develops)}`] : []),
  ].join("\n");
  const groups = develops.length === 0 ? "" : `[dependency-groups]\ndev = ${JSON.stringify(develops)}\n`;
  const sources = git.map(([name, { git: address }]) => `${name} = { git = "${address}" }\n`).join("");
  return {
    "pyproject.toml": `[project]\nname = "orders"\nversion = "1.0"\nrequires-python = "${requiresPython}"\ndependencies = ${JSON.stringify(asks)}\n${groups}[tool.uv.sources]\n${sources}`,
    "uv.lock": [
      `version = 1\nrevision = 3\nrequires-python = "${requiresPython}"`,
      own,
      ...Object.entries(packages).map(([name, each]) => packageText(name, each)),
    ].join("\n\n"),
  };
}

function packageText(name: string, { version = "1.0", hasSdist, git, needs = [], bytes, ...rest }: SamplePackage) {
  const isFetched = git === undefined && rest.archive === undefined;
  const wheels = isFetched ? (rest.wheels ?? (hasSdist ? [] : ["py3-none-any"])) : [];
  const size = bytes === undefined ? "" : `, size = ${bytes}`;
  const file = (ending: string) =>
    `{ url = "https://files.example/${name.replaceAll("-", "_")}-${version}${ending}"${size} }`;
  return [
    `[[package]]\nname = "${name}"\nversion = "${version}"`,
    `source = { ${sourceText(git, rest.archive)} }`,
    `dependencies = [${needs.map((each) => `{ name = "${each}" }`).join(", ")}]`,
    ...(hasSdist ? [`sdist = ${file(".tar.gz")}`] : []),
    ...(rest.archive === undefined ? [] : ['sdist = { hash = "sha256:0" }']),
    `wheels = [${wheels.map((tags) => file(`-${tags}.whl`)).join(", ")}]`,
  ].join("\n");
}

function sourceText(git: string | undefined, archive: string | undefined): string {
  if (archive !== undefined) return `path = "${archive}"`;
  return git === undefined
    ? 'registry = "https://index.example/simple"'
    : `git = "${git}#0123456789abcdef0123456789abcdef01234567"`;
}
