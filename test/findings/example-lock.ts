import { parsedToml } from "../container-project";

interface Example {
  readonly project?: {
    readonly name: string;
    readonly version?: string;
    readonly "requires-python"?: string;
    readonly dependencies?: readonly string[];
    readonly "optional-dependencies"?: Readonly<Record<string, readonly string[]>>;
  };
  readonly "dependency-groups"?: Readonly<Record<string, readonly string[]>>;
  readonly "build-system"?: object;
}

/** The lock file of uv that fits the pyproject.toml of an example, whose page needs not show it. */
export function exampleLock(pyproject: string): string {
  const { project, "dependency-groups": groups = {}, "build-system": isBuilt } = parsedToml(pyproject) as Example;
  if (project === undefined) return "";
  const dependencies = project.dependencies ?? [];
  const extras = project["optional-dependencies"] ?? {};
  const names = [...new Set([dependencies, ...Object.values({ ...extras, ...groups })].flat().map(nameOf))];
  return [
    `version = 1\nrevision = 3\nrequires-python = "${project["requires-python"] ?? ""}"`,
    `[[package]]\nname = "${project.name}"`,
    ...(project.version === undefined ? [] : [`version = "${project.version}"`]),
    `source = { ${isBuilt === undefined ? "virtual" : "editable"} = "." }`,
    `dependencies = ${list(dependencies.map(nameOf))}`,
    ...table("[package.optional-dependencies]", extras, nameOf),
    ...table("[package.dev-dependencies]", groups, nameOf),
    `[package.metadata]\nrequires-dist = ${wanted(dependencies, extras)}`,
    ...(Object.keys(extras).length === 0 ? [] : [`provides-extras = ${JSON.stringify(Object.keys(extras))}`]),
    ...table("[package.metadata.requires-dev]", groups, nameOf),
    ...names.map(
      (name) =>
        `[[package]]\nname = "${name}"\nversion = "1.0"\nsource = { registry = "https://index.example/simple" }\nwheels = [{ url = "https://files.example/${name}-1.0-py3-none-any.whl" }]`,
    ),
  ].join("\n");
}

const nameOf = (requirement: string) => requirement.split(/[\s@<>=!~[;]/)[0];

const list = (names: readonly string[]) => `[${names.map((name) => `{ name = "${name}" }`).join(", ")}]`;

function table(header: string, lists: Readonly<Record<string, readonly string[]>>, name: (text: string) => string) {
  const lines = Object.entries(lists).map(([key, texts]) => `${JSON.stringify(key)} = ${list(texts.map(name))}`);
  return lines.length === 0 ? [] : [header, ...lines];
}

function wanted(dependencies: readonly string[], extras: Readonly<Record<string, readonly string[]>>): string {
  const own = dependencies.map((each) => {
    const [, url] = each.split(" @ ");
    const origin = url?.startsWith("git+") ? `, git = "${url.slice(4)}"` : `, url = "${url}"`;
    return `{ name = "${nameOf(each)}"${url === undefined ? "" : origin} }`;
  });
  const ofExtras = Object.entries(extras).flatMap(([extra, texts]) =>
    texts.map((each) => `{ name = "${nameOf(each)}", marker = "extra == '${extra}'" }`),
  );
  return `[${[...own, ...ofExtras].join(", ")}]`;
}
