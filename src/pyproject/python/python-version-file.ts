import { Mistake, shown } from "../../values/mistake";
import { PythonVersion } from "../../values/python-version";
import { type Fact, fact } from "../fact";
import type { ProjectFolder } from "../files/project-folder";

/**
 * The first version in `.python-version`: of the project's folder, or of a folder above that belongs to the project.
 *
 * @param above those folders, nearest first
 * @see https://docs.astral.sh/uv/concepts/python-versions/#python-version-files
 */
export function findPythonVersionFile(folder: ProjectFolder, above: readonly string[]): Fact<string> | undefined {
  for (const path of [".python-version", ...above.map((each) => `${each}/.python-version`)]) {
    const lines = folder.read(path)?.split("\n") ?? [];
    const [version] = lines.map((line) => line.replace(/#.*/, "").trim()).filter((line) => line !== "");
    if (version !== undefined) return fact(version, path);
  }
  return undefined;
}

/**
 * The version that `.python-version` asks for.
 *
 * @throws where it is no version of CPython: such a file can also hold a range, another implementation or `system`
 */
export function parsePythonVersionFile(file: Fact<string>): Fact<PythonVersion> {
  const version = /^(?:(?:cpython|python)[-@]?)?(3\.\d+(?:\.\d+)?)$/i.exec(file.value)?.[1];
  if (version !== undefined) return fact(PythonVersion.of(version), file.source);
  throw new Mistake({
    where: file.source,
    what: `${shown(file.value)} is not a version of CPython 3`,
    allowed: 'a minor release such as "3.13", or a patch release such as "3.13.2"',
    fix: "write one of these, or set the option pythonVersion, which comes first",
  });
}
