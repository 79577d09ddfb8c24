// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is how requirements files and pdm write variables
import fc from "fast-check";
import { PackageManager } from "../../src/pyproject/managers/package-manager";
import { Mistake } from "../../src/values/mistake";
import { factsOf } from "./facts-of";

/** Lines of a file: mostly such as tools write, and now and then any other text. */
const linesOf = (...lines: string[]) =>
  fc
    .array(
      fc.oneof(
        { weight: 40, arbitrary: fc.constantFrom(...lines) },
        { weight: 1, arbitrary: fc.string({ maxLength: 20 }) },
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join("\n"));

const requirements = linesOf(
  ...["fastapi==0.115.0", "uvicorn[standard]>=0.30 \\", "    --hash=sha256:00", "# comment", "", "-r base.txt"],
  ...["-r requirements.txt", "-c constraints.txt", "-e .", "-e git+https://example.com/a.git#egg=a", "./lib"],
  ...[
    "--extra-index-url https://user:word@example.com/simple",
    "-i ${INDEX}",
    "--no-index",
    "a @ https://example.com/a.whl",
  ],
  ...["numpy; python_version == '3.12'", "https://example.com/b-1.0.tar.gz", "--find-links=wheels", "b ; ("],
);
const setupCfg = linesOf(
  ...["[metadata]", "name = orders", "version = attr: orders.__version__", "long_description = file: README.md"],
  ...["[options]", "packages = find:", "install_requires =", "    requests>=2", "    attrs; python_version < '3.9'"],
  ...["python_requires = >=3.9", "[options.packages.find]", "where = src", "[options.extras_require]", "test = pytest"],
  ...[
    "[options.entry_points]",
    "console_scripts =",
    "    orders = orders.cli:main",
    "# comment",
    "; comment",
    "package_dir =",
  ],
);
const setupPy = linesOf(
  ...["from setuptools import setup, find_packages", "requires = ['a', 'b' 'c']", "setup(", ")", "    name='orders',"],
  ...["    install_requires=requires,", "    install_requires=open('requirements.txt').read().splitlines(),"],
  ...[
    "    extras_require={'test': ['pytest']},",
    "    packages=find_packages(where='src'),",
    "    version=get_version(),",
  ],
  ...[
    "    python_requires='>=3.9',",
    "    entry_points={'console_scripts': ['orders=orders.cli:main']},",
    '"""',
    "def f(:",
  ],
);
const pipfile = linesOf(
  ...[
    "[[source]]",
    'url = "https://example.com/simple"',
    'name = "own"',
    "[packages]",
    'fastapi = "*"',
    "[dev-packages]",
  ],
  ...['requests = {version = "==2", extras = ["socks"]}', 'a = {git = "https://example.com/a.git"}', "[requires]"],
  ...[
    'python_version = "3.12"',
    'python_full_version = "3.12.1"',
    'b = {path = ".", editable = true}',
    "c = 1",
    "[[packages]]",
  ],
);
const hatchToml = linesOf(
  "[envs.default]",
  'dependencies = ["pytest"]',
  "[version]",
  'path = "VERSION"',
  "[build]",
  "[envs]",
);
const uvToml = linesOf(
  "[[index]]",
  'url = "https://example.com"',
  'name = "own"',
  "[sources]",
  "[workspace]",
  'members = ["*"]',
);
const cargo = linesOf(
  "[package]",
  'name = "orders"',
  "[workspace]",
  'members = ["crates/*"]',
  "[lib]",
  'path = "rust/lib.rs"',
);
const toml = linesOf(
  ...["[project]", 'name = "orders"', 'dynamic = ["version", "dependencies", "readme"]', "[build-system]"],
  ...['build-backend = "setuptools.build_meta"', 'build-backend = "maturin"', 'build-backend = "flit_core.buildapi"'],
  ...['requires = ["setuptools-scm"]', "[tool.setuptools.dynamic]", 'version = {attr = "orders.__version__"}'],
  ...['dependencies = {file = ["requirements.txt"]}', "[tool.pdm]", "distribution = false", "[[tool.pdm.source]]"],
  ...[
    'url = "https://${USER}@example.com"',
    'name = "own"',
    "[tool.pdm.dev-dependencies]",
    'test = ["pytest", "-e file:///${PROJECT_ROOT}/a"]',
  ],
  ...[
    "[tool.hatch.version]",
    'path = "VERSION"',
    "[tool.hatch.envs.lint]",
    'dependencies = ["ruff"]',
    "[tool.uv.sources]",
  ],
  ...[
    "orders-lib = {workspace = true}",
    'a = [{git = "https://example.com/a.git"}]',
    "[tool.uv.workspace]",
    'members = ["lib/*"]',
  ],
);
const files = fc.record(
  {
    "pyproject.toml": toml,
    "requirements.txt": requirements,
    "requirements-dev.txt": requirements,
    "base.txt": requirements,
    "setup.cfg": setupCfg,
    "setup.py": setupPy,
    Pipfile: pipfile,
    "hatch.toml": hatchToml,
    "uv.toml": uvToml,
    "Cargo.toml": cargo,
    "orders/__init__.py": fc.constant("__version__ = '1'"),
    "lib/a/pyproject.toml": toml,
    "uv.lock": fc.constant(""),
    ".python-version": linesOf("3.12", "# comment", "pypy@3.10"),
  },
  { requiredKeys: ["pyproject.toml"] },
);
const packageManager = fc.option(fc.constantFrom(...Object.values(PackageManager)), { nil: undefined, freq: 10 });

test.each(Object.values(PackageManager))("any files of %s give facts or a mistake, and both happen", (preferred) => {
  const seen = new Set<string>();
  const property = fc.property(files, packageManager, (disk, manager) => {
    const { "pyproject.toml": text, ...others } = disk;
    let outcome = "facts";
    try {
      factsOf(text, others, { packageManager: manager === undefined ? undefined : preferred });
    } catch (error) {
      outcome = error instanceof Mistake ? "mistake" : String((error as Error).stack);
    }
    seen.add(outcome);
    expect(["facts", "mistake"]).toContain(outcome);
  });
  fc.assert(property, { numRuns: 300 });
  expect([...seen].sort()).toEqual(["facts", "mistake"]);
});
