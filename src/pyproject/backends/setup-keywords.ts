import { fact } from "../fact";
import type { ProjectFolder } from "../files/project-folder";
import { type PythonValue, truth } from "./python-source/value";
import { readSetupCfg, type SetupKeywords } from "./setup-cfg";
import { readPbrCfg } from "./setup-pbr";
import { readSetupPy, saysKeyword } from "./setup-py";

/** Some of these say what is built; the others, such as a license file, can stand in a setup.cfg of any project. */
const telling = [
  "name",
  "version",
  "install_requires",
  "packages",
  "py_modules",
  "entry_points",
  "use_scm_version",
  "pbr",
];

/** What setup.py and setup.cfg say together. */
export interface SetupProject {
  readonly keywords: SetupKeywords;
  /** Where setup.py hands on keyword arguments that are not known: the source of them. */
  readonly rest?: string;
  /** Do they describe a project, and not just settings of tools? */
  readonly isProject: boolean;
}

/**
 * The keyword arguments of `setup()` as setuptools joins them: setup.cfg counts where setup.py leaves something out or
 * empty.
 *
 * @see https://setuptools.pypa.io/en/latest/userguide/declarative_config.html
 */
export function readSetup(folder: ProjectFolder): SetupProject {
  const setup = readSetupPy(folder);
  const configured = readSetupCfg(folder);
  const stated = [...(setup?.keywords ?? [])].filter(([, value]) => !isEmpty(value));
  const keywords = new Map([
    ...configured,
    ...readPbrCfg(folder, saysKeyword(setup, "pbr")),
    ...stated.map(([name, value]) => [name, fact(value, `setup.py setup(${name})`)] as const),
  ]);
  return {
    keywords,
    rest: setup?.rest,
    isProject: setup?.rest !== undefined || telling.some((name) => keywords.has(name)),
  };
}

function isEmpty(value: PythonValue): boolean {
  return truth(value) === false;
}
