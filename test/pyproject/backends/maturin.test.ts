import { type BuiltProject, buildFilesOf, builtBy, rootsOf, versionOf } from "./built-project";

const backend = "maturin";
const table = (lines: string) => `[tool.maturin]\n${lines}`;
const crate = { "Cargo.toml": '[package]\nname = "orders"\nversion = "0.1.0"', "src/lib.rs": "" };
const python = { "my_orders/__init__.py": "" };

describe("package roots", () => {
  test.each<[string, BuiltProject, string[]]>([
    ["a package beside Rust in src", { files: { ...crate, ...python } }, ["my_orders"]],
    ["nothing where there is Rust alone", { files: { ...crate, "benches/a.py": "" } }, []],
    [
      "module-name",
      { tables: table('module-name = "orders._core"'), files: { ...crate, "orders/__init__.py": "" } },
      ["orders"],
    ],
    [
      "the library of Cargo.toml",
      { files: { "Cargo.toml": '[package]\nname = "x"\n[lib]\nname = "orders"', "orders/a.py": "" } },
      ["orders"],
    ],
    [
      "python-source",
      { tables: table('python-source = "python"'), files: { ...crate, "python/my_orders/a.py": "" } },
      ["python/my_orders"],
    ],
    [
      "python-packages",
      { tables: table('python-packages = ["other"]'), files: { ...crate, ...python, "other/a.py": "" } },
      ["my_orders", "other"],
    ],
    [
      "src where the crate lies in rust",
      { files: { "rust/Cargo.toml": "", "src/my_orders/__init__.py": "" } },
      ["src/my_orders"],
    ],
    ["no crate with the name of the module", { files: { ...crate, "my_orders/Cargo.toml": "" } }, []],
  ])("%s", (_, parts, roots) => expect(rootsOf(backend, parts)).toEqual(roots));
});

test.each([
  ['module-name = "my_orders"', "module-name"],
  ['module-name = "my_orders"\npython-packages = ["other"]', "python-packages"],
])("%j tells its source", (lines, key) => {
  const { packageRoots } = builtBy(backend, { tables: table(lines), files: { ...crate, ...python, "other/a.py": "" } });
  expect(packageRoots.source).toBe(`pyproject.toml [tool.maturin].${key}`);
});

describe("the version is that of the crate", () => {
  test.each<[Record<string, string>, string]>([
    [crate, "Cargo.toml [package].version"],
    [
      {
        "Cargo.toml": "[package]\nversion.workspace = true\n[workspace.package]\nversion = '1'",
      },
      "Cargo.toml [workspace.package].version",
    ],
    [
      {
        "Cargo.toml": "[package]\nversion.workspace = true",
        "../../Cargo.toml": "[workspace]\n[workspace.package]\nversion = '1'",
      },
      "../../Cargo.toml [workspace.package].version",
    ],
    [{}, "Cargo.toml"],
  ])("%j", (files, source) => {
    expect(versionOf(backend, { files })).toEqual({ value: "maturin:Cargo.toml", source });
  });
});

describe("metadata of the crate", () => {
  const facts = (dynamic: string) =>
    builtBy(backend, {
      project: `version = "1"\ndynamic = ${dynamic}`,
      files: { "Cargo.toml": '[package]\ndescription = "Fast"\nlicense = "MIT OR Apache-2.0"\nreadme = "CRATE.md"' },
    });
  test("is taken where it is dynamic", () => {
    const { description, license, readmeFiles } = facts('["description", "license", "readme"]');
    expect([description?.value, license?.value, readmeFiles.map(({ value }) => value)]).toEqual([
      "Fast",
      "MIT OR Apache-2.0",
      ["CRATE.md"],
    ]);
  });
  test("is left alone where it is not", () => {
    const { description, license, readmeFiles } = facts('["urls"]');
    expect([description, license, readmeFiles]).toEqual([undefined, undefined, []]);
  });
});

test("a readme that the workspace gives lies beside its manifest", () => {
  const files = {
    "Cargo.toml": "[package]\nreadme.workspace = true",
    "../../Cargo.toml": "[workspace.package]\nreadme = 'READ.md'",
    "../../READ.md": "",
  };
  const { readmeFiles } = builtBy(backend, { project: 'version = "1"\ndynamic = ["readme"]', files });
  expect(readmeFiles.map(({ value }) => value)).toEqual(["../../READ.md"]);
});

describe("what the build reads", () => {
  test.each<[string, Record<string, string>, string[]]>([
    [
      "the crate",
      { ...crate, "Cargo.lock": "", "build.rs": "", "rust-toolchain.toml": "" },
      ["Cargo.toml", "src", "build.rs", "Cargo.lock", "rust-toolchain.toml"],
    ],
    ["a crate whose manifest says nothing", { "Cargo.toml": "", "src/lib.rs": "" }, ["Cargo.toml", "src"]],
    [
      "another build script",
      { "Cargo.toml": '[package]\nbuild = "make.rs"', "make.rs": "", "build.rs": "" },
      ["Cargo.toml", "make.rs"],
    ],
    ["a library elsewhere", { "Cargo.toml": '[lib]\npath = "rust/lib.rs"', "rust/lib.rs": "" }, ["Cargo.toml", "rust"]],
    ["a library at the top", { "Cargo.toml": '[lib]\npath = "lib.rs"', "lib.rs": "" }, ["Cargo.toml", "lib.rs"]],
    [
      "crates by their paths, also those that name one another",
      {
        "Cargo.toml": '[dependencies]\na = { path = "crates/a" }\nserde = "1"',
        "crates/a/Cargo.toml": '[dependencies]\nb = { path = "../b" }',
        "crates/a/src/lib.rs": "",
        "crates/b/Cargo.toml": '[build-dependencies]\na = { path = "../a" }',
        "crates/b/src/lib.rs": "",
      },
      ["Cargo.toml", "crates/a", "crates/b"],
    ],
    ...["dev-dependencies", "target.'cfg(unix)'.dependencies", "patch.crates-io"].map(
      (key): [string, Record<string, string>, string[]] => [
        `the crates of [${key}]`,
        { "Cargo.toml": `[package]\n[${key}]\na = { path = "a" }\nb = "1"`, "src/lib.rs": "", "a/Cargo.toml": "" },
        ["Cargo.toml", "src", "a"],
      ],
    ),
    [
      "the settings of cargo, also those of folders above",
      {
        ...crate,
        ".cargo/config.toml": "[build]",
        "../.cargo/config": "[target.'cfg(unix)']",
        "../../.cargo/config": "[target.aarch64-apple-darwin]\n[target.x86_64-pc-windows-msvc]",
        "b/.cargo/config.toml": "[build]",
      },
      ["Cargo.toml", "src", ".cargo/config.toml", "../.cargo/config"],
    ],
    [
      "no member of the workspace that is excluded",
      {
        "Cargo.toml": '[workspace]\nmembers = ["crates/*"]\nexclude = ["crates/skip"]',
        "crates/a/Cargo.toml": "",
        "crates/skip/Cargo.toml": "",
      },
      ["Cargo.toml", "crates/a"],
    ],
    [
      "crates that the workspace names for all",
      {
        "Cargo.toml": '[package]\n[workspace.dependencies]\na = { path = "a" }',
        "src/lib.rs": "",
        "a/Cargo.toml": "",
      },
      ["Cargo.toml", "src", "a"],
    ],
    [
      "no sources at the root of a workspace that is no crate",
      { "Cargo.toml": "[workspace]", "src/a.c": "" },
      ["Cargo.toml"],
    ],
    [
      "a crate in rust where Python is in src",
      { "rust/Cargo.toml": "", "src/my_orders/__init__.py": "", "Cargo.toml": "" },
      ["rust"],
    ],
    [
      "a crate at the top where there is another in rust, and no Python",
      { "rust/Cargo.toml": "", "Cargo.toml": "", "src/lib.rs": "" },
      ["Cargo.toml", "src"],
    ],
    [
      "members of the workspace",
      {
        "Cargo.toml": '[workspace]\nmembers = ["crates/*", "tool"]',
        "crates/a/Cargo.toml": "",
        "crates/a/src/lib.rs": "",
        "tool/Cargo.toml": "",
      },
      ["Cargo.toml", "crates/a", "tool"],
    ],
    [
      "the workspace above, where this project is a member",
      {
        ...crate,
        "../../Cargo.toml": '[workspace]\nmembers = ["services/orders", "core"]',
        "../../Cargo.lock": "",
        "../../core/Cargo.toml": "",
        "../../core/src/lib.rs": "",
      },
      ["Cargo.toml", "src", "../../Cargo.lock", "../../Cargo.toml", "../../core"],
    ],
    [
      "data and type stubs beside the crate",
      { ...crate, "my_orders.data/scripts/a": "", "my_orders.pyi": "" },
      ["Cargo.toml", "src", "my_orders.data", "my_orders.pyi"],
    ],
  ])("%s", (_, files, expected) => expect(buildFilesOf(backend, { files })).toEqual(expected));

  test("manifest-path", () => {
    const files = { "native/Cargo.toml": "", "native/Cargo.lock": "", "native/src/lib.rs": "" };
    const read = buildFilesOf(backend, { tables: table('manifest-path = "native/Cargo.toml"'), files });
    expect(read).toEqual(["native"]);
  });
  test("data of another name", () => {
    const files = { ...crate, "share/data/a": "", "my_orders.data/b": "" };
    expect(buildFilesOf(backend, { tables: table('data = "share"'), files })).toEqual(["Cargo.toml", "src", "share"]);
  });
  test("a crate in rust beside python-source", () => {
    const files = { "rust/Cargo.toml": "", "python/my_orders/a.py": "" };
    expect(buildFilesOf(backend, { tables: table('python-source = "python"'), files })).toEqual(["rust"]);
  });
  test("a crate in rust beside a package of python-packages", () => {
    const files = { "rust/Cargo.toml": "", "src/other/__init__.py": "" };
    expect(buildFilesOf(backend, { tables: table('python-packages = ["other"]'), files })).toEqual(["rust"]);
  });
  test("what is included in the wheel", () => {
    const include = 'include = ["a.txt", { path = "b/**/*", format = ["wheel"] }, { path = "c", format = "sdist" }]';
    const files = { ...crate, "a.txt": "", "b/x": "", "c/x": "" };
    expect(buildFilesOf(backend, { tables: table(include), files })).toEqual(["Cargo.toml", "src", "a.txt", "b"]);
  });
});
