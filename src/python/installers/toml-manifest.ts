/**
 * A script that leaves of pyproject.toml what dependencies depend on: `[dependency-groups]`, and what the package manager
 * keeps. The hash in its lock file is made of these keys, so that it holds for what is left.
 *
 * It runs in the interpreter of a program that has tomlkit.
 *
 * @param keeping Python that fills the tables `new` from the tables `old`, by `keep(table, *keys)`
 */
export function tomlManifestScript(keeping: string): string {
  return `import pathlib, tomlkit
file = pathlib.Path("pyproject.toml")
old = tomlkit.parse(file.read_text()).unwrap()
def keep(table, *keys):
    return {key: table[key] for key in keys if key in table}
new = keep(old, "dependency-groups")
${keeping}
file.write_text(tomlkit.dumps(new))
`;
}
