import { Mistake, shown } from "../../values/mistake";
import { PythonVersion } from "../../values/python-version";
import { type Fact, fact } from "../fact";
import type { ProjectFolder } from "../files/project-folder";
import { Specifier } from "../requirements/specifier";

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

/** What `.python-version` asks for: one version, or what a range allows; or why it asks for nothing. */
export interface PythonVersionWish {
  readonly version?: Fact<PythonVersion>;
  readonly specifier?: Fact<Specifier>;
  readonly note?: string;
}

/** The names of CPython, and what may stand around a version of it, as uv and pyenv write them. */
const key = /^(?:(?:cpython|python)[-@]?|v)?(3(?:\.\d+){0,2})(?:\.\*)?(?:-[a-z]+-.*)?$/i;

/**
 * The version that `.python-version` asks for. uv and pyenv also write into it what an image can't have: another
 * implementation, a build without the GIL, the name of an environment. That is told, and requires-python decides.
 *
 * @throws where it is a version that does not exist
 * @see https://docs.astral.sh/uv/concepts/python-versions/#requesting-a-version
 */
export function parsePythonVersionFile({ value, source }: Fact<string>): PythonVersionWish {
  const [, version] = key.exec(value) ?? [];
  if (version !== undefined) {
    if (version === "3") return {};
    return { version: fact(versionOf(version, source), source) };
  }
  if (/^[<>=!~]/.test(value)) {
    try {
      return { specifier: fact(Specifier.of(value, source), source) };
    } catch (error) {
      if (!(error instanceof Mistake)) throw error;
    }
  }
  const fix = 'write a release such as "3.13" there, or choose one with pythonVersion (on the command line --python)';
  return { note: `${source}: ${shown(value)} is no release of CPython 3, and is passed over: ${fix}` };
}

function versionOf(text: string, source: string): PythonVersion {
  try {
    return PythonVersion.of(text);
  } catch (error) {
    if (!(error instanceof Mistake)) throw error;
    throw new Mistake({ where: source, what: error.message });
  }
}
