import { PackageManager } from "../../src";
import { containerBeside, generated } from "../container-project";
import { parsedStage } from "../dockerfile/parse";

const pyproject = `[project]
name = "orders"
version = "1.2.0"
dependencies = ["httpx>=0.28"]
[project.scripts]
orders = "orders.cli:main"
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"
`;

function beside(packageManager: PackageManager) {
  return containerBeside({ "pyproject.toml": pyproject, "orders/__init__.py": "" }, { packageManager });
}

/** The instructions of a stage, each as it is written. */
function instructions(container: ReturnType<typeof beside>, stage: string): string[] {
  const { instructions } = parsedStage(generated(container.project).dockerfile, stage);
  return instructions.map((each) => `${each.keyword} ${each.arguments}`);
}

const managers = [PackageManager.UV, PackageManager.POETRY, PackageManager.PIP, PackageManager.PDM];

test.each(managers)("with %s the last layer of the app image is the project", (manager) => {
  const layers = instructions(beside(manager), "app").filter((text) => /^(RUN|COPY|ADD|WORKDIR) /.test(text));
  expect(layers.at(-1)).toBe("COPY --from=project /opt/venv /opt/venv");
});

test.each(managers)("with %s the builder's tools leave their bytecode", (manager) => {
  const all = instructions(beside(manager), "builder");
  expect(all.at(-1)).toBe("ENV PYTHONDONTWRITEBYTECODE=1");
});

test.each(managers)("with %s what builds import is compiled once, in the builder stage", (manager) => {
  const compiling = instructions(beside(manager), "builder").filter((text) => text.includes("python -c"));
  expect(compiling).toHaveLength(1);
});

test.each(managers)(
  "with %s what enters an environment at a desk goes before dependencies are installed",
  (manager) => {
    const [install] = instructions(beside(manager), "deps").filter((text) => text.startsWith("RUN "));
    expect(install).toMatch(/\bvenv [^&]*&& find [^&]*'\*activate\*' -delete [^&]*&&.*\b(install|sync)\b/s);
  },
);
