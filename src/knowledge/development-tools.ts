/**
 * Distributions that are tools for development: a program needs none of them to run.
 *
 * Each row names them normalised by PEP 503, with what they are for and where that is said.
 */
const rows: readonly { readonly names: readonly string[]; readonly source: string }[] = [
  {
    // Running tests, and what tests are made of.
    names: [
      ...["pytest", "nose2", "tox", "tox-uv", "nox", "coverage", "hypothesis", "factory-boy", "freezegun"],
      ...["time-machine", "responses", "respx", "requests-mock", "vcrpy", "moto", "testcontainers", "mutmut"],
      ...["inline-snapshot", "syrupy", "nbval", "atheris", "codecov", "coveralls", "diff-cover"],
    ],
    source: "https://docs.pytest.org/en/stable/",
  },
  {
    // Checking and formatting code.
    names: [
      ...["ruff", "black", "flake8", "pylint", "isort", "autopep8", "yapf", "autoflake", "pyupgrade", "bandit"],
      ...["pycodestyle", "pydocstyle", "pyflakes", "mccabe", "vulture", "radon", "pre-commit", "deptry", "djlint"],
      ...["djhtml", "codespell", "yamllint", "interrogate", "docformatter", "import-linter", "refurb", "pyroma"],
      ...["check-manifest", "sqlfluff", "safety", "pip-audit", "commitizen", "gitlint", "towncrier"],
      ...["prek", "rumdl", "zizmor"],
    ],
    source: "https://docs.astral.sh/ruff/",
  },
  {
    // Checking types.
    names: ["mypy", "pyright", "basedpyright", "pyre-check", "pyrefly", "pytype", "ty", "monkeytype"],
    source: "https://mypy.readthedocs.io/en/stable/",
  },
  {
    // Writing documentation.
    names: [
      ...["sphinx", "furo", "myst-parser", "doc8", "sphinx-rtd-theme", "recommonmark", "numpydoc"],
      ...["mkdocs", "mkdocstrings", "mkdocs-material", "pdoc", "pdoc3", "mike"],
    ],
    source: "https://www.sphinx-doc.org/en/master/",
  },
  {
    // Looking into a running program.
    names: [
      "ipdb",
      "pdbpp",
      "pudb",
      "debugpy",
      "django-debug-toolbar",
      "pyinstrument",
      "py-spy",
      "memray",
      "viztracer",
    ],
    source: "https://docs.python.org/3/library/pdb.html",
  },
  {
    // Building and publishing distributions.
    names: [
      ...["build", "twine", "hatch", "cibuildwheel", "pyinstaller", "nuitka", "auditwheel", "delocate", "flit"],
      ...["bumpversion", "bump2version", "bump-my-version", "python-semantic-release", "pip-tools"],
    ],
    source: "https://packaging.python.org/en/latest/key_projects/",
  },
];

const tools: ReadonlySet<string> = new Set(rows.flatMap(({ names }) => names));

/**
 * Families by their names: plug-ins of such tools, and distributions that hold nothing but type hints.
 *
 * @see https://typing.python.org/en/latest/spec/distributing.html#stub-only-packages
 */
const family =
  /^(?:types-.+|.+-stubs|mypy-(?!extensions$).+|(?:pytest|flake8|pylint|sphinx|sphinxcontrib|mkdocs|mkdocstrings|tox|pep8)-.+)$/;

/**
 * Is the distribution a tool for development, by a curated list?
 *
 * @param name normalised by PEP 503
 */
export function isDevelopmentTool(name: string): boolean {
  return tools.has(name) || family.test(name);
}
