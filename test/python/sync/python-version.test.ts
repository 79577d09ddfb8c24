import { changed, diffOf, type Files, longer, type Row } from "./diff";
import { hatch, pdm, pip, poetry, uv } from "./projects";

const older: Row[3] = { Dockerfile: ["-ARG PYTHON_VERSION=3.13", "+ARG PYTHON_VERSION=3.12"] };

const both: Files = longer(poetry, "[project]", 'requires-python = ">=3.12"');
const file = { ...uv, ".python-version": "3.13\n" };

const rows: Row[] = [
  ["requires-python of uv", uv, changed(uv, ">=3.12", ">=3.12,<3.13"), older],
  ["requires-python of pdm", pdm, changed(pdm, ">=3.12", "==3.12.*"), older],
  ["requires-python of hatch", hatch, changed(hatch, ">=3.12", "~=3.12.0"), older],
  ["requires-python of pip", pip, changed(pip, ">=3.12", "<=3.12.99"), older],
  ["requires-python that still allows the default", uv, changed(uv, ">=3.12", ">=3.11"), {}],
  [
    "requires-python that one release satisfies",
    uv,
    changed(uv, ">=3.12", "==3.12"),
    {
      Dockerfile: ["-ARG PYTHON_VERSION=3.13", "+ARG PYTHON_VERSION=3.12.0"],
      log: [
        '+warn: pyproject.toml [project].requires-python "==3.12" allows no minor release of Python as a whole: 3.12.0 is pinned',
      ],
    },
  ],
  ["python of poetry", poetry, changed(poetry, "^3.12", "~3.12"), older],
  ["python of poetry beside requires-python", both, changed(both, "^3.12", "~3.12"), older],
  [".python-version", file, { ...file, ".python-version": "3.12\n" }, older],
  [
    "a new .python-version",
    uv,
    { ...uv, ".python-version": "3.12\n" },
    {
      Dockerfile: [
        "-# PYTHON_VERSION from pyproject.toml [project].requires-python",
        "-ARG PYTHON_VERSION=3.13",
        "+# PYTHON_VERSION from .python-version",
        "+ARG PYTHON_VERSION=3.12",
      ],
    },
  ],
];

test.each(rows)("%s", (_, before, after, diff) => expect(diffOf(before, after)).toEqual(diff));

test("python of poetry that requires-python does not allow stops the synth", () => {
  expect(() => diffOf(both, changed(both, "^3.12", "^3.11"))).toThrow(/requires-python/);
});
