import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { FileBase, LogLevel, Project } from "projen";
import { generatedText } from "../../../src/files/generated-text";
import { PythonContainer } from "../../../src/python/python-container";
import type { PythonContainerOptions } from "../../../src/python/python-container-options";
import { projectFolder } from "../../project-folder";
import { shapeOf } from "../read/shape";
import type { Target } from "../target";

interface Given {
  /** What is added to the tables of pyproject.toml. */
  readonly project?: object;
  readonly more?: object;
  readonly files?: { readonly [path: string]: string };
  readonly options?: Partial<PythonContainerOptions>;
  readonly name?: string;
}

// The package is a module of the newer kind, which tests load by hand.
const { stringify }: { stringify(data: object): string } = require("smol-toml");

let folder: string | undefined;

/** All files of a project beside this pyproject.toml, as one text, and nothing that a terminal would obey in a warning. */
function projectText({ project, more, files = {}, options, name = "orders" }: Given): string {
  folder ??= projectFolder();
  rmSync(folder, { recursive: true, force: true });
  const basic = { name: "orders", version: "1.0", "requires-python": ">=3.12", dependencies: ["flask"] };
  const pyproject = stringify({
    project: { ...basic, ...project },
    "build-system": { requires: ["hatchling"], "build-backend": "hatchling.build" },
    ...more,
  });
  const all = { "pyproject.toml": pyproject, "uv.lock": "", "src/orders/__init__.py": "", ...files };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const bare = new Project({ name, outdir: folder, logging: { level: LogLevel.OFF } });
  const told: string[] = [];
  const tell = (text: unknown) => void told.push(String(text));
  Object.assign(bare.logger, { warn: tell, info: tell, error: tell });
  new PythonContainer(bare, { port: 8000, vscodeFiles: true, jetbrainsFiles: true, ...options });
  for (const each of bare.components) each.preSynthesize();
  const unclear = told.find((text) => /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(text) || text.length > 5000);
  if (unclear !== undefined) throw new Error(`a message that is not visible: ${JSON.stringify(unclear)}`);
  const generated = bare.components.filter((each) => each instanceof FileBase);
  return JSON.stringify(generated.map((file) => [file.path, generatedText(file)]));
}

/** The file has no part that it would not have with a harmless text in that place; a text may leave some out. */
function read(file: string): unknown {
  const files: [string, string | null][] = JSON.parse(file);
  return Object.fromEntries(files.map(([path, text]) => [path, text === null ? [] : shapeOf(path, text)]));
}

/** Those of the field, and what may be there or not with another text. */
type Row = readonly [name: string, given: (text: string) => Given, starts?: readonly string[]];

const index = (name: string, url: string) => ({ tool: { uv: { index: [{ name, url }] } } });
const pathOf = (text: string) => `a${text.replaceAll(/[/\0]/g, "_").slice(0, 40)}`;

const rows: readonly Row[] = [
  ["name", (text) => ({ project: { name: `a${text}` } })],
  ["version", (text) => ({ project: { version: text } }), ["1.0+"]],
  ["description", (text) => ({ project: { description: text } })],
  ["license", (text) => ({ project: { license: text } })],
  ["author", (text) => ({ project: { authors: [{ name: text, email: text }] } })],
  ["address", (text) => ({ project: { urls: { Homepage: text, Repository: text } } })],
  ["name of an address", (text) => ({ project: { urls: { [text]: "https://example.com" } } })],
  ["script", (text) => ({ project: { scripts: { [text]: "orders:main" } } })],
  ["target of a script", (text) => ({ project: { scripts: { orders: text } } })],
  ["dependency", (text) => ({ project: { dependencies: [text] } })],
  ["version of a dependency", (text) => ({ project: { dependencies: [`flask${text}`] } })],
  ["extra", (text) => ({ project: { "optional-dependencies": { [text]: ["rich"] } } })],
  ["group", (text) => ({ more: { "dependency-groups": { [text]: ["pytest"], dev: ["pytest"] } } })],
  ["python", (text) => ({ project: { "requires-python": text } }), ["!=3.13."]],
  ["name of an index", (text) => ({ more: index(text, "https://pypi.example.com/simple") })],
  ["address of an index", (text) => ({ more: index("acme", text) })],
  ["path of an index", (text) => ({ more: index("acme", `https://pypi.example.com/${text}`) })],
  ["package folder", (text) => ({ files: { [`src/${pathOf(text)}/__init__.py`]: "" } })],
  [
    "package folder that is named",
    (text) => ({
      files: { [`${pathOf(text)}/__init__.py`]: "" },
      more: { tool: { hatch: { build: { targets: { wheel: { packages: [pathOf(text)] } } } } } },
    }),
  ],
  ["lock file", (text) => ({ files: { "uv.lock": text } })],
  [
    "name in a lock file",
    (text) => ({ files: { "uv.lock": stringify({ version: 1, package: [{ name: text, version: text }] }) } }),
  ],
  ["name of the projen project", (name) => ({ name })],
  ["command", (text) => ({ options: { command: ["orders", text] } })],
  ["program", (text) => ({ options: { command: [text] } })],
  ["application", (application) => ({ options: { application } })],
  ["image", (imageName) => ({ options: { imageName } })],
  ["health check", (healthCheckPath) => ({ options: { healthCheckPath } }), ["/"]],
  ["service", (app) => ({ options: { serviceNames: { app } } })],
  ["developer", (developerName) => ({ options: { developerName } })],
  [
    "extra in production",
    (text) => ({ project: { "optional-dependencies": { [text]: ["rich"] } }, options: { productionExtras: [text] } }),
  ],
  [
    "group in production",
    (text) => ({ more: { "dependency-groups": { [text]: ["rich"] } }, options: { productionGroups: [text] } }),
  ],
  [
    "Debian package",
    (text) => ({
      options: { systemPackageRules: [{ distribution: "flask", buildPackages: [text], runPackages: [text] }] },
    }),
  ],
  ["certificate", (text) => ({ options: { caCertificate: pathOf(text) }, files: { [pathOf(text)]: "" } })],
  ["mirror", (registryMirror) => ({ options: { registryMirror } }), ["mirror.example.com/"]],
  ["index without a password", (text) => ({ options: { publicIndexes: [text] } })],
  ["stage", (app) => ({ options: { stageNames: { app } } })],
];

export const projectTargets = (): readonly Target[] =>
  rows.map(([name, given, starts]) => ({
    name: `project ${name}`,
    // A file on disk has no half characters.
    write: (text: string) => projectText(given(text.replace(/\p{Surrogate}/gu, "\ufffd"))),
    read,
    starts,
    isShape: true,
    share: 0.2,
  }));
