import { PackageManager, type PythonContainerOptions } from "../../../src";
import { containerBeside, generated } from "../../container-project";

const { UV, POETRY } = PackageManager;

const pyproject = `[project]
name = "orders"
version = "1"
requires-python = ">=3.12"
[project.scripts]
orders = "orders:main"
[project.optional-dependencies]
colors = ["colorama"]
[dependency-groups]
dev = ["pytest"]
web = ["granian"]
`;
const backends = {
  [UV]: '[build-system]\nrequires = ["hatchling"]\nbuild-backend = "hatchling.build"\n',
  [POETRY]:
    '[tool.poetry.group.web]\noptional = true\n[build-system]\nrequires = ["poetry-core"]\nbuild-backend = "poetry.core.masonry.api"\n',
};

const production = { productionExtras: ["colors"], productionGroups: ["web"] };

test.each<[keyof typeof backends, PythonContainerOptions, string[]]>([
  [UV, {}, ["uv", "sync", "--frozen"]],
  [UV, production, ["uv", "sync", "--frozen", "--group", "web", "--extra", "colors"]],
  [POETRY, {}, ["poetry", "install"]],
  [POETRY, production, ["poetry", "install", "--with", "web", "--extras", "colors"]],
])(
  "in the dev container %s with the options %j installs what production has too",
  (packageManager, options, install) => {
    const files = { "pyproject.toml": pyproject + backends[packageManager], "orders/__init__.py": "" };
    const { devContainer } = generated(containerBeside(files, { packageManager, ...options }).project);
    expect(devContainer.postCreateCommand).toEqual({ install });
  },
);
