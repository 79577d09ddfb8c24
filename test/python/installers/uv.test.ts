import { containerBeside } from "../../container-project";
import { argumentsOf, parsedStage } from "../../dockerfile/parse";
import { synthesized } from "../../project-folder";

const pyproject = '[project]\nname = "orders"\nversion = "1"\nrequires-python = ">=3.12"\n';

function manifest(): string {
  const files = { "pyproject.toml": pyproject, "uv.lock": "", "orders/__init__.py": "" };
  const { project } = containerBeside(files, { command: ["python", "-m", "orders"] });
  return argumentsOf(parsedStage(synthesized(project).Dockerfile, "manifest"), "RUN").join();
}

test("the manifest keeps what uv fetches to ask another project's build backend", () =>
  expect(manifest()).toContain("--mount=type=cache,target=/root/.cache/uv"));

test("where the manifest fails the reason has been told, and the lock file is one of several", () =>
  expect(manifest()).toContain(
    "echo 'the reason stands above; a uv.lock that is missing or does not match pyproject.toml is made by npx projen lock'",
  ));
