import type { CustomManager } from "./custom-manager";

const REQUIREMENT =
  "[\"'](?<depName>[A-Za-z0-9][\\w.-]*)(?:\\[[\\w.,\\s-]*\\])?@(?<currentValue>[\\^~<>=!]*\\d[^\"']*)[\"']";

const LIST = "\\b(?:deps|devDeps)[\"']?:\\s*\\[(?:\\s|,|//[^\\n]*\\n|\"[^\"\\n]*\"|'[^'\\n]*')*\\]";

/** What both have of the index of Python. */
const FROM_INDEX = { datasourceTemplate: "pypi", versioningTemplate: "poetry" };

/** The managers for dependencies of a pyproject.toml that projen writes: they stand in the projenrc file, with their versions. */
export const dependencyManagers: readonly CustomManager[] = [
  {
    description: "options deps and devDeps",
    matchStringsStrategy: "recursive",
    matchStrings: [LIST, REQUIREMENT],
    ...FROM_INDEX,
  },
  {
    description: "added dependencies",
    matchStrings: [`\\.add(?:Dev)?Dependency\\(\\s*${REQUIREMENT}`],
    ...FROM_INDEX,
  },
];
