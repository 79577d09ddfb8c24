import { rustNeed } from "../../src/pyproject/build-tools";
import type { ProjectFacts } from "../../src/pyproject/facts";
import { PackageManager } from "../../src/pyproject/managers/package-manager";
import { nearNames } from "../../src/pyproject/near-names";
import { type SystemPackageRules, systemPackages, systemPackagesByExtra } from "../../src/pyproject/system-packages";
import { factsOf, poetryFacts, uvFacts } from "./facts-of";

const values = (facts: readonly { value: string }[]) => facts.map(({ value }) => value);
const project = (...dependencies: string[]) => uvFacts(`[project]\ndependencies = ${JSON.stringify(dependencies)}`);
const names = (facts: ProjectFacts, suite = "bookworm", rules?: SystemPackageRules) => {
  const { build, run } = systemPackages(facts, suite, rules);
  return [values(build), values(run)];
};

test.each([
  ["setup(name='a', ext_modules=[Extension('a', ['a.c'])])", "setup.py setup(ext_modules)"],
  ["setup(name='a', ext_modules=found())", "setup.py setup(ext_modules)"],
  ["setup(name='a', cffi_modules=['build.py:ffi'])", "setup.py setup(cffi_modules)"],
])("a compiler builds the modules of %s", (setup, source) => {
  const facts = factsOf("", { "setup.py": setup }, { packageManager: PackageManager.PIP });
  expect(
    systemPackages(facts, "bookworm").build.map((each) => [each.value, each.source.replace(/ \(\w+\)$/, "")]),
  ).toEqual([["build-essential", source]]);
});
test("a compiler builds the modules of [tool.setuptools]", () => {
  const tables =
    "[build-system]\nrequires = ['setuptools']\n[[tool.setuptools.ext-modules]]\nname = 'a'\nsources = ['a.c']";
  expect(names(factsOf(tables, {}, { packageManager: PackageManager.PIP }))).toEqual([["build-essential"], []]);
});
test.each([
  [{ "orders/__init__.py": "", "orders/core/a.pyx": "" }, ["build-essential"]],
  [{ "orders/__init__.py": "", "other/a.pyx": "" }, []],
])("of %j a compiler builds the Cython in the packages", (files, build) => {
  const toml =
    "[build-system]\nrequires = ['setuptools']\nbuild-backend = 'own'\nbackend-path = ['tools']\n[project]\nname = 'orders'\nversion = '1'";
  expect(names(factsOf(toml, files as Record<string, string>, { packageManager: PackageManager.PIP }))).toEqual([
    build,
    [],
  ]);
});
test("Rust builds the modules of setup.py", () => {
  const setup = { "setup.py": "setup(name='a', rust_extensions=[RustExtension('a')])" };
  const need = rustNeed(factsOf("", setup, { packageManager: PackageManager.PIP }));
  expect(need).toEqual({ value: "rust_extensions", source: "setup.py setup(rust_extensions)" });
});
test("no compiler is needed for an empty list of modules", () => {
  const facts = factsOf("", { "setup.py": "setup(name='a', ext_modules=[])" }, { packageManager: PackageManager.PIP });
  expect(names(facts)).toEqual([[], []]);
});

test.each([
  ["psycopg2", ["build-essential", "libpq-dev"], ["libpq5"]],
  ["psycopg2-binary", [], []],
  ["psycopg", [], ["libpq5"]],
  ["psycopg[c]", ["build-essential", "libpq-dev"], ["libpq5"]],
  ["psycopg[Binary,pool]", [], []],
  ["mysqlclient", ["build-essential", "default-libmysqlclient-dev", "pkg-config"], ["libmariadb3"]],
  ["opencv-python", [], ["libgl1", "libglib2.0-0"]],
  ["opencv-python-headless", [], []],
  ["weasyprint", [], ["libharfbuzz-subset0", "libpango-1.0-0", "libpangoft2-1.0-0"]],
  ["pycairo", ["build-essential", "libcairo2-dev", "pkg-config"], ["libcairo2"]],
  ["pdf2image", [], ["poppler-utils"]],
  ["pydub", [], ["ffmpeg"]],
  ["python-ldap", ["build-essential", "libldap2-dev", "libsasl2-dev"], ["libldap-2.5-0", "libsasl2-2"]],
  ["pyodbc", ["build-essential", "unixodbc-dev"], ["unixodbc"]],
  ["pylibmc", ["build-essential", "libmemcached-dev", "zlib1g-dev"], ["libmemcached11"]],
  ["paddlex", [], []],
  ["paddlex[ocr-core]", [], ["libgl1", "libglib2.0-0"]],
  ["pypandoc", [], ["pandoc"]],
  ["sasl", ["build-essential", "libsasl2-dev"], ["libsasl2-2"]],
  ["libtmux", [], ["tmux"]],
  ["hf-egl-probe", ["build-essential", "cmake"], []],
  ["rapidocr-onnxruntime", [], ["libgl1", "libglib2.0-0"]],
  ["pypandoc-binary", [], []],
  ["GitPython", [], ["git"]],
  ["lxml", [], []],
  ["types-psycopg2", [], []],
  ["pyvips[binary]", [], []],
])("%s needs %p to build and %p to run", (dependency, build, run) => {
  expect(names(project(dependency))).toEqual([build, run]);
});

test.each([
  ["bullseye", ["libldap-2.4-2", "libsasl2-2"]],
  ["bookworm", ["libldap-2.5-0", "libsasl2-2"]],
  ["trixie", ["libldap2", "libsasl2-2"]],
  ["forky", ["libldap2", "libsasl2-2"]],
  ["duke", ["libldap2", "libsasl2-2"]],
  ["toString", ["libldap2", "libsasl2-2"]],
])("names are those of %s", (suite, run) => expect(names(project("python-ldap"), suite)[1]).toEqual(run));

test.each([
  ["bookworm", ["wkhtmltopdf"], []],
  ["trixie", [], ["wkhtmltopdf"]],
  ["duke", [], ["wkhtmltopdf"]],
])("what %s has not is told", (suite, run, missing) => {
  const found = systemPackages(project("pdfkit"), suite);
  expect([values(found.run), values(found.missing)]).toEqual([run, missing]);
});

test("the source tells the dependency", () => {
  expect(systemPackages(project("psycopg2"), "trixie").run).toEqual([
    { value: "libpq5", source: "pyproject.toml [project].dependencies (psycopg2)" },
  ]);
});
test("a package that several need is listed once, with all of them", () => {
  const facts = uvFacts(
    "[project]\ndependencies = ['psycopg2', 'pycairo']\n[tool.uv]\ndefault-groups = ['x']\n[dependency-groups]\nx = ['annoy']",
  );
  expect(systemPackages(facts, "trixie").build[0]).toEqual({
    value: "build-essential",
    source:
      "pyproject.toml [project].dependencies (psycopg2, pycairo) and pyproject.toml [dependency-groups].x (annoy)",
  });
});
test.each([
  ["psycopg", "psycopg-binary"],
  ["pyvips", "pyvips-binary"],
])("%s needs nothing beside %s", (name, binary) => expect(names(project(name, binary))).toEqual([[], []]));
test("a distribution is installed once, with the extras of all that ask for it", () => {
  expect(names(project("psycopg", "psycopg[binary]"))).toEqual([[], []]);
});
test.each(["psycopg2; sys_platform == 'win32'", "psycopg2; python_version < '3.9'"])(
  "%s needs nothing",
  (dependency) => {
    expect(names(project(dependency))).toEqual([[], []]);
  },
);
test.each(["x86_64", "aarch64"])("what only %s needs is needed", (machine) => {
  expect(names(project(`psycopg2; platform_machine == '${machine}'`))[1]).toEqual(["libpq5"]);
});
test("a marker that is none is told with its dependency", () => {
  expect(() => names(project("lxml", "psycopg2; linux"))).toThrow(
    'pyproject.toml [project].dependencies (psycopg2): "linux" is not an environment marker',
  );
});
test("a group that is neither for development nor for production is not in it", () => {
  const facts = uvFacts("[project]\n[dependency-groups]\nstorage = ['psycopg2']");
  expect([names(facts), [...systemPackagesByExtra(facts, "trixie").keys()]]).toEqual([[[], []], ["group:storage"]]);
});
test("development groups and extras are not for production", () => {
  const lines = "[project.optional-dependencies]\npg = ['psycopg2']\n[dependency-groups]\ndev = ['pycairo']";
  expect(names(uvFacts(`[project]\n${lines}`))).toEqual([[], []]);
});

test("the extras of all versions that are locked count", () => {
  const locked = (...extras: string[]) => ({
    value: { name: "psycopg", extras, specifier: "==3", written: "psycopg==3" },
    source: "uv.lock",
  });
  const read = { requirements: [locked("c"), locked("pool")], prebuilt: new Set<string>(), needs: [] };
  const { build } = systemPackages(project("psycopg"), "trixie", {}, [], read);
  expect(values(build)).toEqual(["build-essential", "libpq-dev"]);
});

describe("git", () => {
  const git =
    "[project]\nname = 'x'\nversion = '1'\nrequires-python = '>=3.10'\ndependencies = ['a @ git+https://example.com/a.git']";
  test.each([
    [PackageManager.UV, ["git"]],
    [PackageManager.PIP, ["git"]],
    [PackageManager.PDM, ["git"]],
    [PackageManager.HATCH, ["git"]],
    [PackageManager.POETRY, []],
  ])("is started by %s: %p", (packageManager, build) => {
    expect(values(systemPackages(factsOf(git, {}, { packageManager }), "trixie").build)).toEqual(build);
  });
  test.each([
    ["git+ssh://git@example.com/a.git", ["git", "openssh-client"]],
    ["git+https://git@example.com/a.git", ["git"]],
    ["https://example.com/a.zip", []],
  ])("for %s: %p", (url, build) => expect(names(project(`a @ ${url}`))[0]).toEqual(build));
  test("of poetry through SSH needs OpenSSH", () => {
    const facts = poetryFacts("[tool.poetry.dependencies]\na = { git = 'git@example.com:b/a.git' }");
    expect(names(facts)[0]).toEqual(["openssh-client"]);
  });
  test("in a development group is not for production", () => {
    const facts = uvFacts("[project]\n[dependency-groups]\ndev = ['a @ git+https://example.com/a.git']");
    expect([names(facts)[0], [...systemPackagesByExtra(facts, "trixie").keys()]]).toEqual([[], ["group:dev"]]);
  });
});

describe("the project itself", () => {
  const built = (backend: string, requires: string[] = [], name = "orders") =>
    uvFacts(
      `[build-system]\nrequires = ${JSON.stringify(requires)}\nbuild-backend = "${backend}"\n[project]\nname = "${name}"`,
    );
  test.each([
    ["maturin", ["maturin>=1"], ["build-essential"]],
    ["scikit_build_core.build", ["scikit-build-core"], ["build-essential", "cmake", "ninja-build"]],
    ["mesonpy", ["meson-python"], ["build-essential", "ninja-build"]],
    ["setuptools.build_meta", ["setuptools", "Cython"], ["build-essential"]],
    ["setuptools.build_meta", ["setuptools", "cython; sys_platform == 'win32'"], []],
    ["hatchling.build", ["hatchling", "scikit-build-core"], ["build-essential", "cmake", "ninja-build"]],
    ["hatchling.build", ["hatchling"], []],
    ["maturin_helper", [], []],
    ["poetry.core.masonry.api", ["poetry-core", "meson"], ["build-essential", "ninja-build"]],
    ["poetry.core.masonry.api", ["poetry-core", "maturin"], ["build-essential"]],
  ])("built by %s with %p needs %p", (backend, requires, build) => {
    expect(names(built(backend, requires))[0]).toEqual(build);
  });
  test.each([
    ["maturin", [], { value: "maturin", source: "pyproject.toml [build-system].build-backend" }],
    [
      "setuptools.build_meta",
      ["setuptools-rust"],
      { value: "setuptools-rust", source: "pyproject.toml [build-system].requires" },
    ],
    ["setuptools.build_meta", ["cython"], undefined],
  ])("built by %s with %p needs Rust by %p", (backend, requires, need) => {
    expect(rustNeed(built(backend, requires))).toEqual(need);
  });
  test("needs no tools where it is not installed", () => {
    const facts = uvFacts(
      "[build-system]\nrequires = ['cython']\n[tool.uv]\npackage = false\n[project]\nname = 'psycopg2'",
    );
    expect(names(facts)).toEqual([[], []]);
  });
  test("may be a distribution that is listed", () => {
    expect(systemPackages(built("hatchling.build", [], "llama_cpp_python"), "trixie").run).toEqual([
      { value: "libgomp1", source: "pyproject.toml [project].name (llama-cpp-python)" },
    ]);
  });
});

describe("by extra", () => {
  const needs = (lines: string) =>
    Object.fromEntries(
      [...systemPackagesByExtra(uvFacts(`[project]\nname = "orders"\n${lines}`), "bookworm")].map(([name, { run }]) => [
        name,
        values(run),
      ]),
    );
  test("only those that need something are listed", () => {
    expect(needs("[project.optional-dependencies]\nPG = ['psycopg2']\nweb = ['flask']")).toEqual({ PG: ["libpq5"] });
  });
  test("an extra has what the extras of the project have that it includes", () => {
    expect(needs("[project.optional-dependencies]\npg = ['psycopg2']\nall = ['Orders[pg]', 'pydub']")).toEqual({
      pg: ["libpq5"],
      all: ["ffmpeg", "libpq5"],
    });
  });
  test("so has a group", () => {
    expect(
      needs("[project.optional-dependencies]\npg = ['psycopg2']\n[dependency-groups]\ndev = ['orders[pg]']"),
    ).toEqual({
      pg: ["libpq5"],
      "group:dev": ["libpq5"],
    });
  });
  test("extras that include each other end", () => {
    expect(needs("[project.optional-dependencies]\na = ['orders[b]', 'pydub']\nb = ['orders[a]']")).toEqual({
      a: ["ffmpeg"],
      b: ["ffmpeg"],
    });
  });
  test("a marker may name the extra", () => {
    expect(needs("[project.optional-dependencies]\na = [\"pydub; extra == 'a'\", \"psycopg2; extra == 'b'\"]")).toEqual(
      {
        a: ["ffmpeg"],
      },
    );
  });
  test("a group that production has is not listed", () => {
    expect(needs("[tool.uv]\ndefault-groups = ['x']\n[dependency-groups]\nx = ['pydub']")).toEqual({});
  });
  test("what main dependencies need is no matter of it", () => {
    expect(needs("dependencies = ['psycopg2']\n[project.optional-dependencies]\na = ['flask']")).toEqual({});
  });
});

describe("rules", () => {
  const row = { distribution: "Psycopg2", build: ["libpq-dev"], run: [], source: "ours" };
  test("a further row counts", () => {
    const rows = [{ ...row, distribution: "acme", run: ["libacme1"] }];
    expect(names(project("acme"), "trixie", { rows })).toEqual([["libpq-dev"], ["libacme1"]]);
  });
  test("a row takes the place of the table's", () => {
    expect(names(project("psycopg2"), "trixie", { rows: [row] })).toEqual([["libpq-dev"], []]);
  });
  test("a row is switched off, with all of its extras", () => {
    expect(names(project("psycopg[c]", "pydub"), "trixie", { without: ["Psycopg"] })).toEqual([[], ["ffmpeg"]]);
  });
  test.each(["Pandas", "docopt"])("%s is switched off, which is no row but built from source", (name) =>
    expect(names(project(name), "trixie", { without: [name] })).toEqual([[], []]),
  );
  test.each([
    ["psycopg3", 'there is no row "psycopg3"; near to it are "psycopg", "psycopg2"'],
    ["zzzzzzzz", 'there is no row "zzzzzzzz"; a row has the name of its distribution'],
  ])("%s can't be switched off", (name, message) => {
    expect(() => names(project(), "trixie", { without: [name] })).toThrow(message);
    expect(() => systemPackagesByExtra(project(), "trixie", { without: [name] })).toThrow(message);
  });
});

test.each([
  ["pydob", ["pydub"]],
  ["ldap", ["python-ldap"]],
  ["", []],
])("near to %p is %p", (name, near) => expect(nearNames(name, ["pydub", "python-ldap", "wand"])).toEqual(near));
