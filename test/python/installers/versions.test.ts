import { PackageManager, type PythonContainerOptions } from "../../../src";
import { containerBeside, generated } from "../../container-project";
import { globalArguments } from "../../dockerfile/parse";

const pyproject = '[project]\nname = "orders"\nversion = "1"\ndependencies = ["httpx"]\n';

function versionsOn(pythonVersion: string, packageManager: PackageManager, options: PythonContainerOptions = {}) {
  const files = { "pyproject.toml": pyproject, Pipfile: '[packages]\nhttpx = "*"\n', "orders.py": "" };
  const container = containerBeside(files, { packageManager, pythonVersion, command: ["true"], ...options });
  jest.spyOn(container.project.logger, "warn").mockImplementation();
  const given = globalArguments(generated(container.project).dockerfile).map(
    (each) => each.split("=") as [string, string],
  );
  return Object.fromEntries(given);
}

const managers = [PackageManager.POETRY, PackageManager.PDM, PackageManager.PIPENV, PackageManager.HATCH];

test.each(managers)("%s on Python 3.10 is installed by the last pipx for it", (manager) =>
  expect(versionsOn("3.10", manager).PIPX_VERSION).toBe("1.17.12"),
);

test.each([
  [PackageManager.POETRY, "2.2.1"],
  [PackageManager.PDM, "2.26.9"],
  [PackageManager.PIPENV, "2025.0.4"],
  [PackageManager.HATCH, "1.15.1"],
])("%s on Python 3.9 is the last one for it", (manager, version) =>
  expect(versionsOn("3.9", manager)[`${manager.toUpperCase()}_VERSION`]).toBe(version),
);

test("versions by option come before them", () => {
  const options = { pipxVersion: "1.8.0", packageManagerVersion: "2.1.4" };
  expect(versionsOn("3.9", PackageManager.POETRY, options)).toMatchObject({
    PIPX_VERSION: "1.8.0",
    POETRY_VERSION: "2.1.4",
  });
});
