import { PackageManager } from "../../src/pyproject/managers/package-manager";
import { factsOf } from "./facts-of";

const built = '[build-system]\nrequires = ["setuptools"]\nbuild-backend = "setuptools.build_meta"\n';
const project = (lines: string) => `${built}[project]\n${lines}\n`;
const named = project('name = "orders"\nversion = "1"');
const read = (packageManager: PackageManager, toml: string) => () => factsOf(toml, {}, { packageManager }).notes;
const { UV, PIP, PDM, POETRY } = PackageManager;

test.each<[PackageManager, string, string]>([
  [
    PIP,
    project('name = "a b; rm -rf /"\nversion = "1"'),
    '[project].name: "a b; rm -rf /" is not a valid name; letters',
  ],
  [UV, project('name = "../../etc"\nversion = "1"'), '[project].name: "../../etc" is not a valid name'],
  [PIP, project('name = "a"\nversion = "not a version"'), '[project].version: "not a version" is not a valid version'],
  [PIP, project('name = "a"\nversion = "1\\nRUN id"'), '[project].version: "1\\nRUN id" is not a valid version'],
  [UV, `${named}[dependency-groups]\n"--with" = []`, '[dependency-groups].--with: "--with" is not a valid group'],
  [UV, `${named}[project.optional-dependencies]\n"$(id)" = []`, '"$(id)" is not a valid extra'],
  [PIP, `${named}[project.scripts]\n"../../bin/sh" = "a:b"`, '"../../bin/sh" is not a valid command'],
  [
    POETRY,
    '[tool.poetry.dependencies]\n"bad name; x" = "*"',
    '[tool.poetry.dependencies]."bad name; x": has the text "*"',
  ],
])("%s refuses in %j", (manager, toml, message) => expect(read(manager, toml)).toThrow(message));

test.each<[PackageManager, string, string]>([
  [
    PDM,
    '[project]\nname = "a b"\nversion = "1"\n[tool.pdm]\ndistribution = false',
    '"a b" is not a valid name (allowed: letters',
  ],
  [PDM, `${named}[tool.pdm.dev-dependencies]\n"dev; rm -rf /" = []`, '"dev; rm -rf /" is not a valid group'],
  [POETRY, '[tool.poetry]\nname = "a b"\nversion = "1"', '"a b" is not a valid name'],
  [PIP, `${named}[project.optional-dependencies]\n"my extra" = []`, '"my extra" is not a valid extra'],
])("%s takes %j, which is told", (manager, toml, note) => {
  expect(read(manager, toml)()).toContainEqual(expect.stringContaining(note));
});

test.each(["1.0", "v1.0-rc.1+local.2", "2!1.0.post3.dev4", " 1.0 "])("the version %j is valid", (version) => {
  expect(read(PIP, project(`name = "a"\nversion = "${version}"`))().filter((note) => note.includes("valid"))).toEqual(
    [],
  );
});
