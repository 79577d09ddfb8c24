/** A tool of a desk, and what VS Code needs to work with it. */
export interface EditorTool {
  readonly name: string;
  /** The distributions that show it among the dependencies; a table in `[tool]` has its name. */
  readonly distributions: readonly string[];
  /** Its own settings files. */
  readonly files?: readonly string[];
  readonly extension: string;
  /** Does the extension format code? */
  readonly isFormatter?: boolean;
  /** What the editor is told besides. */
  readonly settings?: { readonly [key: string]: unknown };
  /** Where that is documented. */
  readonly source: string;
}

/** The tools that are known, formatters in the order in which one of several counts. */
export const editorTools: readonly EditorTool[] = [
  {
    name: "black",
    distributions: ["black"],
    extension: "ms-python.black-formatter",
    isFormatter: true,
    source: "https://marketplace.visualstudio.com/items?itemName=ms-python.black-formatter",
  },
  {
    name: "yapf",
    distributions: ["yapf"],
    files: [".style.yapf"],
    extension: "eeyore.yapf",
    isFormatter: true,
    source: "https://marketplace.visualstudio.com/items?itemName=eeyore.yapf",
  },
  {
    name: "autopep8",
    distributions: ["autopep8"],
    extension: "ms-python.autopep8",
    isFormatter: true,
    source: "https://marketplace.visualstudio.com/items?itemName=ms-python.autopep8",
  },
  {
    name: "ruff",
    distributions: ["ruff"],
    files: ["ruff.toml", ".ruff.toml"],
    extension: "charliermarsh.ruff",
    isFormatter: true,
    source: "https://docs.astral.sh/ruff/editors/setup/#vs-code",
  },
  {
    name: "isort",
    distributions: ["isort"],
    files: [".isort.cfg"],
    extension: "ms-python.isort",
    source: "https://marketplace.visualstudio.com/items?itemName=ms-python.isort",
  },
  {
    name: "flake8",
    distributions: ["flake8"],
    files: [".flake8"],
    extension: "ms-python.flake8",
    source: "https://marketplace.visualstudio.com/items?itemName=ms-python.flake8",
  },
  {
    name: "pylint",
    distributions: ["pylint"],
    files: [".pylintrc", "pylintrc"],
    extension: "ms-python.pylint",
    source: "https://marketplace.visualstudio.com/items?itemName=ms-python.pylint",
  },
  {
    name: "mypy",
    distributions: ["mypy"],
    files: ["mypy.ini", ".mypy.ini"],
    extension: "ms-python.mypy-type-checker",
    source: "https://marketplace.visualstudio.com/items?itemName=ms-python.mypy-type-checker",
  },
  {
    // Its own extension gives way to Pylance, which has pyright in it and reads the same settings.
    name: "pyright",
    distributions: ["pyright"],
    files: ["pyrightconfig.json"],
    extension: "ms-python.vscode-pylance",
    source: "https://github.com/microsoft/pyright/blob/main/docs/installation.md#vs-code",
  },
  {
    name: "basedpyright",
    distributions: ["basedpyright"],
    extension: "detachhead.basedpyright",
    settings: { "python.languageServer": "None" },
    source: "https://docs.basedpyright.com/latest/installation/ides/#vscode-vscodium",
  },
  {
    name: "pyrefly",
    distributions: ["pyrefly"],
    files: ["pyrefly.toml"],
    extension: "meta.pyrefly",
    source: "https://pyrefly.org/en/docs/IDE/",
  },
  {
    name: "ty",
    distributions: ["ty"],
    files: ["ty.toml"],
    extension: "astral-sh.ty",
    source: "https://docs.astral.sh/ty/editors/#vs-code",
  },
  {
    name: "jupyter",
    distributions: ["jupyter", "jupyterlab", "notebook", "ipykernel"],
    extension: "ms-toolsai.jupyter",
    source: "https://code.visualstudio.com/docs/datascience/jupyter-notebooks",
  },
];
