import { PackageManager, type PythonContainerOptions } from "../../../src";
import { containerBeside } from "../../container-project";
import { argumentsOf, globalArguments, parsedStage } from "../../dockerfile/parse";
import { synthesized } from "../../project-folder";

const setuptools = '[build-system]\nrequires = ["setuptools>=77"]\nbuild-backend = "setuptools.build_meta"\n';
const project = (more = "") =>
  `[project]\nname = "orders"\nversion = "1"\ndependencies = ["httpx>=0.28"]\n${more}${setuptools}`;
const setupCfg = "[metadata]\nname = orders\nversion = 1\n[options]\ninstall_requires =\n  httpx\n";
const pylock =
  'lock-version = "1.0"\n[[packages]]\nname = "httpx"\nversion = "0.28.1"\n[[packages.wheels]]\nname = "httpx-0.28.1-py3-none-any.whl"\nurl = "https://example.com/httpx-0.28.1-py3-none-any.whl"\nhashes = {}\n';

function dockerfileOf(files: Record<string, string>, options: PythonContainerOptions = {}): string {
  const container = containerBeside(
    { "orders/__init__.py": "", ...files },
    { packageManager: PackageManager.PIP, command: ["python", "-m", "orders"], ...options },
  );
  jest.spyOn(container.project.logger, "warn").mockImplementation();
  return synthesized(container.project).Dockerfile;
}

function notesOf(files: Record<string, string>, options: PythonContainerOptions = {}): string {
  const container = containerBeside(
    { "orders/__init__.py": "", ...files },
    { packageManager: PackageManager.PIP, ...options },
  );
  const warn = jest.spyOn(container.project.logger, "warn").mockImplementation();
  synthesized(container.project);
  return warn.mock.calls.join("\n");
}

/** The commands of a stage, one a line. */
function runsOf(dockerfile: string, stage: string): string {
  return argumentsOf(parsedStage(dockerfile, stage), "RUN")
    .join("\n")
    .replace(/\s*\\\n\s*/g, " ");
}

test("pip is pinned by an argument", () => {
  const dockerfile = dockerfileOf({ "pyproject.toml": project() });
  expect(globalArguments(dockerfile)).toEqual(["PYTHON_VERSION=3.13", "PIP_VERSION=26.3", "UV_VERSION=0.13.9"]);
  expect(runsOf(dockerfile, "builder")).toMatch(/pip install "pip==\$\{PIP_VERSION\}" && /);
});

test("another version of pip is pinned", () => {
  const dockerfile = dockerfileOf({ "pyproject.toml": project() }, { packageManagerVersion: "26.2.1" });
  expect(globalArguments(dockerfile)).toContain("PIP_VERSION=26.2.1");
});

test("an old Python has the last pip that runs on it", () => {
  const dockerfile = dockerfileOf({ "pyproject.toml": project() }, { pythonVersion: "3.9" });
  expect(globalArguments(dockerfile)).toContain("PIP_VERSION=26.0.1");
});

test.each([PackageManager.PIP, PackageManager.HATCH])(
  "%s takes no lock file that the last pip can't read",
  (manager) => {
    const files = { "pyproject.toml": project(), "pylock.toml": pylock };
    expect(() => dockerfileOf(files, { pythonVersion: "3.9", packageManager: manager })).toThrow(
      "pylock.toml: is not readable by pip 26.0.1, the last one that runs on Python 3.9 (option pythonVersion); pip reads lock files on newer versions of Python; set a newer pythonVersion, or remove the lock file and pin every version in requirements.txt",
    );
  },
);

test("an old Python is told of no lock file in its Dockerfile", () =>
  expect(
    argumentsOf(
      parsedStage(dockerfileOf({ "pyproject.toml": project() }, { pythonVersion: "3.9" }), "deps"),
      "RUN",
    ).join(),
  ).not.toContain("projen lock"));

describe("the project", () => {
  test("is built by a frontend and installed without pip, which takes longer", () =>
    expect(runsOf(dockerfileOf({ "pyproject.toml": project() }), "project")).toMatch(
      /pyproject-build --wheel --no-isolation .* \. && \/opt\/venv\/bin\/python -Im installer /,
    ));
  test("is installed by pip on a Python for which the two are not", () =>
    expect(runsOf(dockerfileOf({ "pyproject.toml": project() }, { pythonVersion: "3.9" }), "project")).toMatch(
      /-m pip install .*--no-index \.$/,
    ));
  test("stops a build on another Python than it asks for", () =>
    expect(runsOf(dockerfileOf({ "pyproject.toml": project() }), "manifest")).toContain("give another PYTHON_VERSION"));
});

describe("the production dependencies", () => {
  const deps = (files: Record<string, string>) => runsOf(dockerfileOf(files), "deps");

  test("are those of a lock file, without a resolution", () =>
    expect(deps({ "pyproject.toml": project(), "pylock.toml": pylock })).toContain(
      "pip install --no-compile --no-deps -r pylock.toml",
    ));

  test("of a lock file come with the user and the password that an index has as variables", () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the syntax that pip and the shell read
    const url = "https://${ACME_USER}:${ACME_TOKEN}@pypi.example.com/a$b/simple";
    expect(deps({ "requirements.txt": `--index-url ${url}\nhttpx\n`, "pylock.toml": pylock })).toContain(
      `&& PIP_EXTRA_INDEX_URL="${url.replace("a$b", "a\\$b")}" pip install --no-compile --no-deps -r pylock.toml`,
    );
  });

  test("of a lock file have to be what the project asks for", () =>
    expect(deps({ "pyproject.toml": project(), "pylock.toml": pylock })).toContain(
      "{ pip install --quiet --no-index -r project.txt || { echo 'pylock.toml is missing or does not match pyproject.toml: make it with npx projen lock' >&2; exit 1; }; }",
    ));

  test("of a lock file have to be what a requirements file asks for", () =>
    expect(deps({ "requirements.txt": "httpx\n", "pylock.toml": pylock })).toMatch(
      /--no-index -r requirements.txt \|\| \{ echo 'pylock.toml is missing or does not match requirements.txt:/,
    ));

  test("are those of a requirements file", () =>
    expect(deps({ "requirements.txt": "httpx==0.28.1\n" })).toMatch(
      /&& pip install --no-compile -r requirements.txt$/m,
    ));

  test("of a list of pinned versions have to go with what the project asks for", () =>
    expect(deps({ "pyproject.toml": project(), "requirements.txt": "httpx==0.28.1\n" })).toMatch(
      /pip install --no-compile -r requirements.txt && .* pip install -c \/tmp\/installed.txt -r project.txt \|\| \{ echo 'requirements.txt does not go with what pyproject.toml asks for/,
    ));

  test("are those of a file for development too, by option", () => {
    const files = { "requirements.txt": "httpx==0.28.1\n", "requirements-debug.txt": "h11==0.16.0\n" };
    expect(runsOf(dockerfileOf(files, { productionGroups: ["debug"] }), "deps")).toMatch(
      /&& pip install --no-compile -r requirements.txt -r requirements-debug.txt$/m,
    );
  });

  test("are what the project asks for where nothing is locked", () =>
    expect(deps({ "pyproject.toml": project() })).toMatch(/&& pip install --no-compile -r project.txt$/m));

  test("are compiled at last, all at once", () =>
    expect(deps({ "pyproject.toml": project() })).toMatch(
      /^\{ python -m compileall -qq -j 0 "\$\{VIRTUAL_ENV\}\/lib" \|\| python -m compileall -qq "\$\{VIRTUAL_ENV\}\/lib" \|\| true; \}$/m,
    ));

  test("are kept where a lock file holds no more than production has", () =>
    expect(deps({ "pyproject.toml": project(), "pylock.toml": pylock })).not.toContain("uninstall"));

  test("stay alone where a lock file may hold those for development too", () => {
    const groups = project('[dependency-groups]\ndev = ["pytest"]\n');
    expect(deps({ "pyproject.toml": groups, "pylock.toml": pylock })).toContain("uninstall");
  });

  test("go by the production part of the manifest alone", () =>
    expect(deps({ "pyproject.toml": project() })).toContain(
      "--mount=type=bind,from=manifest,source=/manifest/production,target=/app",
    ));
});

describe("the manifest", () => {
  const manifest = (files: Record<string, string>, options?: PythonContainerOptions) =>
    parsedStage(dockerfileOf(files, options), "manifest");
  const script = (files: Record<string, string>, options?: PythonContainerOptions) =>
    runsOf(dockerfileOf(files, options), "manifest");

  test("of requirements files alone holds them as they are, at their places", () => {
    const files = {
      "requirements.txt": "-r requirements/base.txt\n-c limits.txt\nhttpx==0.28.1\n",
      "requirements/base.txt": "idna==3.20\n",
      "limits.txt": "h11<1\n",
      "requirements-dev.txt": "-r requirements.txt\npytest\n",
    };
    expect(manifest(files).instructions.map((each) => `${each.keyword} ${each.arguments}`)).toEqual([
      "COPY requirements.txt limits.txt /manifest/production/",
      "COPY requirements/base.txt /manifest/production/requirements/",
      "COPY requirements.txt limits.txt requirements-dev.txt /manifest/development/",
      "COPY requirements/base.txt /manifest/development/requirements/",
    ]);
  });

  test("of a project reads pyproject.toml alone", () =>
    expect(argumentsOf(manifest({ "pyproject.toml": project() }), "COPY")).toEqual(["pyproject.toml pylock.toml* ./"]));

  test("of a project whose build backend tells the dependencies asks it", () => {
    const files = { "pyproject.toml": setuptools, "setup.cfg": setupCfg };
    expect(argumentsOf(manifest(files), "COPY")).toEqual([". ."]);
    expect(script(files)).toMatch(
      /pip install 'setuptools>=77'\n.*pip install --dry-run .*--report \/tmp\/report.json \./,
    );
  });

  test("asks a backend that would look for tags of any version", () => {
    const scm = setuptools.replace('"setuptools>=77"', '"setuptools>=77", "setuptools-scm"');
    const pyproject = `[project]\nname = "orders"\ndynamic = ["version", "dependencies"]\n${scm}[tool.setuptools_scm]\n`;
    const files = { "pyproject.toml": pyproject, "setup.cfg": setupCfg };
    expect(argumentsOf(manifest(files), "ENV")).toEqual(["SETUPTOOLS_SCM_PRETEND_VERSION=0"]);
  });

  // The set of a requirement's extras comes in another order in each process.
  test("lists what extras of the project ask for in one order", () =>
    expect(script({ "pyproject.toml": project() })).toContain("for extra in sorted("));

  test("has extras and groups of production by option", () => {
    const pyproject = project(
      '[project.optional-dependencies]\nweb = ["h11"]\n[dependency-groups]\nstore = ["idna"]\n',
    );
    expect(
      script({ "pyproject.toml": pyproject }, { productionExtras: ["web"], productionGroups: ["store"] }),
    ).toContain('production = [*extras[""], *extras[plain("web")], *grouped("store")]');
  });

  test("has what everyday work takes for a developer", () => {
    const pyproject = project(
      '[project.optional-dependencies]\ntest = ["pytest"]\n[dependency-groups]\ndev = ["mypy"]\ndocs = ["mkdocs"]\n',
    );
    expect(script({ "pyproject.toml": pyproject })).toContain(
      'development = [*extras[plain("test")], *grouped("dev")]',
    );
  });

  test("has all that is for development where nothing is named for everyday work", () => {
    const pyproject = project('[dependency-groups]\ndocs = ["mkdocs"]\nlint = ["ruff"]\n');
    expect(script({ "pyproject.toml": pyproject })).toContain('development = [*grouped("docs"), *grouped("lint")]');
  });

  test("copies the folders that requirements files name", () => {
    const files = { "requirements.txt": "httpx==0.28.1\n-e ./libs/till\n", "libs/till/setup.py": "" };
    expect(argumentsOf(manifest(files), "COPY")).toContain("libs/till libs/till");
    expect(script(files)).toContain('copies = {"libs/till":"libs/till"}');
  });

  test("is read by pip's own parser on a Python without one", () =>
    expect(script({ "pyproject.toml": project() }, { pythonVersion: "3.10" })).toContain(
      "from pip._vendor import tomli as tomllib",
    ));
});

describe("the dev stage", () => {
  const dev = (files: Record<string, string>) => runsOf(dockerfileOf(files), "dev");

  test("has pip in its environment", () =>
    expect(dev({ "pyproject.toml": project() })).toContain(`&& pip install "pip==\${PIP_VERSION}" &&`));

  test("has the requirements files for everyday work", () => {
    const files = {
      "requirements.txt": "httpx\n",
      "requirements-dev.txt": "pytest\n",
      "requirements-docs.txt": "mkdocs\n",
    };
    expect(dev(files)).toMatch(
      /pip install --no-compile -r requirements.txt && pip install --no-compile -r requirements-dev.txt && /,
    );
  });

  test("has what the project asks for beside production", () =>
    expect(dev({ "pyproject.toml": project() })).toContain(
      "pip install --no-compile -r project.txt -r development.txt && ",
    ));
});

describe("the lock file", () => {
  const resolve = (files: Record<string, string>, options?: PythonContainerOptions) =>
    runsOf(dockerfileOf(files, options), "resolve").split("\n").at(-1);

  test("is made by a pinned uv", () =>
    expect(runsOf(dockerfileOf({ "pyproject.toml": project() }), "resolve")).toContain(
      `pip install "uv==\${UV_VERSION}"`,
    ));

  test.each<[string, Record<string, string>, string]>([
    ["pyproject.toml", { "pyproject.toml": project() }, "pylock.toml pyproject.toml"],
    ["a requirements file", { "requirements.txt": "httpx\n" }, "pylock.toml requirements.txt"],
    [
      "setup.cfg",
      { "setup.py": "from setuptools import setup\nsetup()\n", "setup.cfg": setupCfg },
      "pylock.toml setup.py",
    ],
    [
      "both, without the project itself",
      { "pyproject.toml": project(), "requirements.txt": "-e .\nhttpx==0.28.1\n" },
      "pylock.toml --no-emit-package orders pyproject.toml requirements.txt",
    ],
  ])("is made of %s", (_, files, words) =>
    expect(resolve(files)).toMatch(new RegExp(`--universal .*--output-file ${words.replaceAll(".", "\\.")}$`)),
  );

  test("has the extras and groups of production", () => {
    const pyproject = project(
      '[project.optional-dependencies]\nweb = ["h11"]\n[dependency-groups]\nstore = ["idna"]\n',
    );
    expect(
      resolve({ "pyproject.toml": pyproject }, { productionExtras: ["web"], productionGroups: ["store"] }),
    ).toContain("--extra web --group store pyproject.toml");
  });
});

describe("a synth tells", () => {
  test("that nothing is locked", () =>
    expect(notesOf({ "pyproject.toml": project() })).toContain(
      'There is no lock file: each build installs the newest versions that pyproject.toml allows; run "npx projen lock", then "npx projen", and commit both.',
    ));

  test("of no lock file on a Python whose last pip reads none", () =>
    expect(notesOf({ "pyproject.toml": project() }, { pythonVersion: "3.9" })).not.toContain("projen lock"));

  test("that a requirements file allows several versions", () =>
    expect(notesOf({ "requirements.txt": "httpx\nidna==3.20\n" })).toContain(
      "requirements.txt allows several versions of httpx: a build may install others than the one before it",
    ));

  test.each<[string, Record<string, string>]>([
    ["a lock file", { "pyproject.toml": project(), "pylock.toml": pylock }],
    ["a list of pinned versions", { "requirements.txt": "httpx==0.28.1\n" }],
    ["no dependency", { "pyproject.toml": project().replace('"httpx>=0.28"', "") }],
  ])("neither with %s", (_, files) => expect(notesOf(files)).not.toMatch(/no lock file|several versions/));
});

test("a project without pyproject.toml copies no such file", () => {
  const dockerfile = dockerfileOf({ "requirements.txt": "httpx==0.28.1\n" });
  expect(dockerfile).not.toMatch(/^COPY .*pyproject\.toml/m);
  expect(argumentsOf(parsedStage(dockerfile, "app"), "ENV")).toContain("PYTHONPATH=/app");
});
