import { readRequirementsFile } from "../../src/pyproject/requirements/requirements-file";
import { mapFolder } from "./facts-of";

const read = (text: string, files: Record<string, string> = {}) =>
  readRequirementsFile(mapFolder({ "requirements.txt": text, ...files }), "requirements.txt");
const variable = (name: string) => `\${${name}}`;
const requirements = (text: string, files?: Record<string, string>) =>
  read(text, files).requirements.map(({ value }) => value);
const sources = (text: string, files?: Record<string, string>) =>
  read(text, files).requirements.map(({ value, source }) => `${value.name} ${source}`);

describe("lines", () => {
  test.each([
    ["a comment and a blank line", "# a\n\nflask", ["flask requirements.txt:3"]],
    ["a comment behind a requirement", "flask # web", ["flask requirements.txt:1"]],
    ["a continued line", "flask \\\n  >=3\nattrs", ["flask requirements.txt:1", "attrs requirements.txt:3"]],
    [
      "a continued line that a comment ends",
      "flask \\\n# a\nattrs",
      ["flask requirements.txt:1", "attrs requirements.txt:3"],
    ],
    ["a continued last line", "flask \\", ["flask requirements.txt:1"]],
    ["line ends of Windows", "flask\r\nattrs\r\n", ["flask requirements.txt:1", "attrs requirements.txt:2"]],
  ])("%s", (_, text, expected) => expect(sources(text)).toEqual(expected));
});

describe("requirements", () => {
  const git = "git+https://example.com/team/orders-api.git";
  const wheel = "https://example.com/My_Orders-1.0-py3-none-any.whl";
  test.each([
    ["Flask[async]>=3; python_version < '3.14'", { name: "flask", extras: ["async"], specifier: ">=3" }],
    ["flask ; sys_platform == 'linux'", { name: "flask", marker: "sys_platform == 'linux'" }],
    [`orders @ ${git}@main`, { name: "orders", url: `${git}@main` }],
    [
      `${git}#egg=Orders[web]&subdirectory=api`,
      { name: "orders", extras: ["web"], url: `${git}#egg=Orders[web]&subdirectory=api` },
    ],
    [`-e ${git}@v1.0#subdirectory=a&egg=orders`, { name: "orders" }],
    [`${git}@0123abc`, { name: "orders-api" }],
    ["--editable=git+ssh://git@example.com/team/orders.git@v1", { name: "orders" }],
    [`git+https://${variable("TOKEN")}@example.com/team/orders.git`, { name: "orders" }],
    [wheel, { name: "my-orders", url: wheel }],
    [`${wheel} ; python_version > '3'`, { name: "my-orders", url: wheel, marker: "python_version > '3'" }],
    ["https://example.com/files/orders-1.0.tar.gz", { name: "orders" }],
    ["https://example.com/files/my-orders-v2.1.zip", { name: "my-orders" }],
    ["https://example.com/team/orders/archive/refs/heads/main.zip", { name: "orders" }],
    ["https://example.com/a.zip#egg=orders==1.0", { name: "orders" }],
    ["./lib/orders-1.0-py3-none-any.whl", { name: "orders", url: "./lib/orders-1.0-py3-none-any.whl" }],
    ["-e ./lib/shop[web,dev]", { name: "shop", url: "./lib/shop", extras: ["web", "dev"] }],
    ["lib/shop; os_name == 'posix'", { name: "shop", url: "lib/shop", marker: "os_name == 'posix'" }],
    ["file:lib/shop", { name: "shop", url: "file:lib/shop" }],
  ])("%s", (line, expected) => expect(requirements(line)[0]).toEqual(expect.objectContaining(expected)));

  test.each([
    ["pyproject.toml", { "lib/pyproject.toml": '[project]\nname = "shop"' }, "shop"],
    ["poetry's table", { "lib/pyproject.toml": '[tool.poetry]\nname = "shop"' }, "shop"],
    ["setup.cfg", { "lib/setup.cfg": "[metadata]\nname = shop" }, "shop"],
    ["its folder", { "lib/a.py": "" }, "lib"],
  ])("a folder has its name from %s", (_, files, name) => expect(requirements("-e ./lib", files)[0].name).toBe(name));
  test("the project's own folder has its name from above", () => expect(requirements("-e .")[0].name).toBe("orders"));

  test.each([
    ["orders==1.0=py39", '"==1.0=py39" is not a version specifier'],
    ["{% if a %}", '"{% if a %}" is not a requirement'],
    ["--unknown", '"--unknown" is no option of a requirements file'],
    ["-i", "-i has no value"],
  ])("%s is refused with its line", (line, message) => {
    expect(() => read(`\n${line}`)).toThrow(message);
    expect(() => read(`\n${line}`)).toThrow("requirements.txt:2");
  });

  test("a path that is not there is told", () => {
    expect(read("./lib/orders").notes).toEqual([
      'requirements.txt:1 asks for "./lib/orders", and there is no such file or folder',
    ]);
  });
  test.each(["./lib", "lib/a-1.0.whl", "file:///srv/a", `./${variable("NAME")}`])("%s needs no note", (line) => {
    expect(read(line, { "lib/a-1.0.whl": "" }).notes).toEqual([]);
  });
  test("a line that is a variable is told", () => {
    expect(read(`${variable("EXTRA")}\nflask`).notes).toEqual([
      `requirements.txt:1: "${variable("EXTRA")}" depends on a variable of the environment, and is not read`,
    ]);
  });
});

test.each([
  "--no-binary :all:",
  "--only-binary=numpy",
  "--prefer-binary",
  "--require-hashes",
  "--pre",
  "--trusted-host example.com",
  "--use-feature fast-deps",
  "flask -C a=b --config-setting c=d --global-option e",
  "flask --hash=sha256:00",
])("%s names no index and no file, and stops nothing", (line) => {
  const { indexes, includes, notes, requirements: found } = read(`${line}\nattrs`);
  expect([indexes, includes, notes, found[found.length - 1].value.name]).toEqual([[], [], [], "attrs"]);
});

describe("included files", () => {
  test.each([
    ["-r base.txt", "requirements/base.txt"],
    ["-rbase.txt", "requirements/base.txt"],
    ["--requirement base.txt", "requirements/base.txt"],
    ["--requirement=base.txt", "requirements/base.txt"],
    ["--requirem ../base.txt", "base.txt"],
    ["-r './base.txt' # the rest", "requirements/base.txt"],
  ])("%s is relative to its own file", (line, path) => {
    const folder = mapFolder({ "requirements/all.txt": line, [path]: "flask" });
    const found = readRequirementsFile(folder, "requirements/all.txt");
    expect(found.requirements[0].source).toBe(`${path}:1`);
  });
  test("are named with the line", () => {
    expect(read("-r base.txt", { "base.txt": "flask" }).includes).toEqual([
      { value: "base.txt", source: "requirements.txt:1 --requirement" },
    ]);
  });
  test("of constraints ask for nothing", () => {
    expect(requirements("-c limits.txt\nflask", { "limits.txt": "attrs==1" }).map(({ name }) => name)).toEqual([
      "flask",
    ]);
  });
  test("of constraints are named apart", () => {
    const { includes, constraints } = read("-c limits.txt", { "limits.txt": "attrs==1" });
    expect([includes, constraints.map(({ value }) => value)]).toEqual([[], ["limits.txt"]]);
  });
  test("of constraints can name an index", () => {
    const files = { "limits.txt": "--extra-index-url https://example.com/simple" };
    expect(read("-c limits.txt", files).indexes[0].source).toBe("limits.txt:1");
  });
  test.each([
    ["-r base.txt", 'requirements.txt:1 includes "base.txt", and there is no such file'],
    [
      "-r https://example.com/base.txt",
      'requirements.txt:1 includes "https://example.com/base.txt", which is not read here',
    ],
    [`-r ${variable("BASE")}`, `requirements.txt:1 includes "${variable("BASE")}", which is not read here`],
  ])("%s is told", (line, note) => expect(read(line).notes).toEqual([note]));
  test("that include each other are refused", () => {
    expect(() => read("-r base.txt", { "base.txt": "\n-r requirements.txt" })).toThrow(
      "base.txt:2: includes itself: requirements.txt → base.txt → requirements.txt",
    );
  });
  test("can be included twice", () => {
    const files = { "a.txt": "-r c.txt", "b.txt": "-r c.txt", "c.txt": "flask" };
    expect(read("-r a.txt\n-r b.txt", files).includes.map(({ value }) => value)).toEqual(["a.txt", "c.txt", "b.txt"]);
  });
});
test("a file that is missing is told", () => {
  expect(readRequirementsFile(mapFolder({}), "requirements.txt").notes).toEqual([
    "there is no requirements file requirements.txt",
  ]);
});

describe("indexes", () => {
  const indexes = (text: string) =>
    read(text).indexes.map(({ value, source }) => [value.url, value.isDefault, source.replace(/.*:/, "line ")]);
  const [a, b] = ["https://a.example.com/simple", "https://b.example.com/simple"];
  test.each([
    [`-i ${a}`, [[a, true, "line 1"]]],
    [`--index-url=${a}`, [[a, true, "line 1"]]],
    [
      `--extra-index-url ${a}\n--extra-index-url "${b}"`,
      [
        [a, false, "line 1"],
        [b, false, "line 2"],
      ],
    ],
    [
      `-i ${a} --extra-index-url ${b}`,
      [
        [a, true, "line 1"],
        [b, false, "line 1"],
      ],
    ],
    [`-i ${a}\n-i ${b}`, [[b, true, "line 2"]]],
    [
      `--extra-index-url https://${variable("USER")}:${variable("WORD")}@example.com/x`,
      [[`https://${variable("USER")}:${variable("WORD")}@example.com/x`, false, "line 1"]],
    ],
    [`--extra-index ${a}`, [[a, false, "line 1"]]],
    [`--extra-index-url ${a}\n--no-index`, []],
    ["flask", []],
  ])("%j names %j", (text, expected) => expect(indexes(text)).toEqual(expected));
  test("the default index is none beside itself", () => {
    const host = ["pypi", "org"].join(".");
    expect(indexes(`-i https://${host}/simple`)).toEqual([]);
  });
  test("pages with links are apart", () => {
    expect(read("-f https://example.com/wheels.html\n--find-links=wheels").findLinks.map(({ value }) => value)).toEqual(
      ["https://example.com/wheels.html", "wheels"],
    );
  });
  test("that there is none is told", () => {
    expect(read("--no-index").notes).toEqual([
      "requirements.txt:1 asks for no index: every package comes from --find-links",
    ]);
  });
});

describe("pins and hashes", () => {
  const commit = "0123456789012345678901234567890123456789";
  test.each([
    ["flask==3.0\nattrs===1", true],
    ["flask==3.0\nattrs>=1", false],
    ["flask==3.*", false],
    ["flask==3.0,!=3.1", false],
    ["flask==3.0\n-e ./lib", true],
    [`a @ git+https://example.com/a.git@${commit}`, true],
    ["a @ git+https://example.com/a.git@main", false],
    ["a @ https://example.com/a-1.0.zip", true],
  ])("%j is pinned: %p", (text, expected) =>
    expect(read(text, { "lib/a.py": "" }).unpinned.length === 0).toBe(expected),
  );
  test("what is left open is named", () => {
    expect(read("flask==3.0\nattrs>=1").unpinned.map(({ value }) => value.name)).toEqual(["attrs"]);
  });
  test.each(["-e ./a", `a @ git+https://example.com/a.git@${commit}`])(
    "that pip refuses %j beside hashes is told",
    (line) =>
      expect(read(`flask==3.0 --hash=sha256:00\n${line}`, { "a/a.py": "" }).notes).toEqual([
        "pip refuses what comes from git or a folder beside lines with hashes, since it has none: requirements.txt:2 (a); move it to a file of its own",
      ]),
  );
  test.each(["flask==3.0\n-e ./lib", "flask==3.0 --hash=sha256:00\n./a-1.0.zip --hash=sha256:00"])(
    "%j is not",
    (text) => expect(read(text, { "lib/a.py": "", "a-1.0.zip": "" }).notes).toEqual([]),
  );
  test("a hash is no part of the requirement", () => {
    expect(requirements("flask==3.0 --hash=sha256:00")[0].specifier).toBe("==3.0");
  });
});
