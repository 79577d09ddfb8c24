import { existsSync, lstatSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { EndOfLine, Project } from "projen";
import { parse } from "yaml";
import { ExistingFiles, ExistingPythonProject, type ExistingPythonProjectOptions, PackageManager } from "../../src";
import { generated } from "../container-project";
import { filesOf, folderWith, synthesized } from "../project-folder";

const PYPROJECT = `[project]
name = "Orders.API"
version = "1.0"
requires-python = ">=3.12"
dependencies = ["fastapi", "uvicorn"]
`;

const FILES = {
  "pyproject.toml": PYPROJECT,
  "orders_api/main.py": "from fastapi import FastAPI\napp = FastAPI()\n",
  "README.md": "mine\r\n",
  ".gitignore": "dist\n*.json",
  ".gitattributes": "*.png binary\n",
};

const OURS = [
  ".devcontainer/devcontainer.json",
  ".dockerignore",
  ".projen/files.json",
  ".projen/tasks.json",
  "Dockerfile",
  "compose.yaml",
  "package.json",
  "tsconfig.projen.json",
];

function existing(files: Record<string, string> = {}, options: ExistingPythonProjectOptions = {}) {
  return new ExistingPythonProject({ ...options, outdir: folderWith({ ...FILES, ...files }) });
}

/** The lines of the block in a merged file. */
const block = (text: string) =>
  /^# >>> [^\n]*\n(?<lines>[\s\S]*?)\n# <<< /m.exec(text)?.groups?.lines.split("\n") ?? [];

const made = existing();
const plain = synthesized(made);

test("it adds its files and no others", () => {
  const before = Object.keys(FILES);
  expect(
    Object.keys(plain)
      .filter((path) => !before.includes(path))
      .sort(),
  ).toEqual(OURS);
});

test.each(["pyproject.toml", "README.md", "orders_api/main.py"] as const)("%s stays as it is", (path) => {
  expect(plain[path]).toBe(FILES[path]);
});

test.each([".gitignore", ".gitattributes"] as const)("what stands in %s stays", (path) => {
  expect(plain[path].slice(0, FILES[path].length)).toBe(FILES[path]);
});

test("a second synth changes nothing", () => {
  expect(synthesized(new ExistingPythonProject({ outdir: made.outdir }))).toEqual(plain);
});

test.each([
  ["of pyproject.toml", {}, {}, "Orders.API"],
  ["that is given", {}, { name: "shop" }, "shop"],
  ["of poetry", { "pyproject.toml": '[tool.poetry]\nname = "stock"\n' }, {}, "stock"],
])("it has the name %s", (_, files, options, name) => expect(existing(files, options).name).toBe(name));

test.each([
  ["has no name", "[tool.uv]\npackage = false\n"],
  ["can't be read", "["],
])("where pyproject.toml %s it has that of the folder", (_, pyproject) => {
  const outdir = join(folderWith({ "stock/pyproject.toml": pyproject }), "stock");
  expect(new ExistingPythonProject({ outdir }).name).toBe("stock");
});

test("the image goes by the name", () => {
  expect(parse(plain["compose.yaml"]).services.app.image).toContain("orders-api");
});

test("the package manager can be given", () => {
  const { dockerfile } = generated(existing({}, { packageManager: PackageManager.PDM }));
  expect(dockerfile).toContain("pdm");
});

test("git ignores none of the files that a clone needs", () => {
  const ignored = block(plain[".gitignore"]);
  expect(ignored).toEqual(
    expect.arrayContaining([
      "!/Dockerfile",
      "!/package.json",
      "!/package-lock.json",
      "!/.projenrc.ts",
      "node_modules/",
    ]),
  );
});

test("GitHub folds files that are ours alone", () => {
  const folded = block(plain[".gitattributes"]).filter((line) => line.includes("linguist-generated"));
  expect(folded.map((line) => line.split(" ")[0]).sort()).toEqual([
    "/.devcontainer/devcontainer.json",
    "/.dockerignore",
    "/.projen/**",
    "/.projen/deps.json",
    "/.projen/files.json",
    "/.projen/tasks.json",
    "/Dockerfile",
    "/compose.yaml",
    "/tsconfig.projen.json",
  ]);
});

test("line ends of the repository are left alone", () => {
  expect(plain[".gitattributes"]).not.toMatch(/^\* /m);
});

test("line ends are set where that is asked for", () => {
  const project = existing({}, { gitOptions: { endOfLine: EndOfLine.LF } });
  expect(block(synthesized(project)[".gitattributes"])).toContain("* text=auto eol=lf");
});

test("patterns of the user go into the blocks", () => {
  const project = existing();
  project.addGitIgnore("/data/");
  project.gitattributes.addAttributes("*.lock", "-diff");
  const files = synthesized(project);
  expect([...block(files[".gitignore"]), ...block(files[".gitattributes"])]).toEqual(
    expect.arrayContaining(["/data/", "*.lock -diff"]),
  );
});

test("projen does not list merged files, so that it never removes them", () => {
  const { files } = JSON.parse(plain[".projen/files.json"]);
  expect(files).not.toEqual(expect.arrayContaining([expect.stringMatching(/^(\.git|package\.json)/)]));
});

test("merged files can be written", () => {
  expect(lstatSync(join(made.outdir, ".gitignore")).mode & 0o200).toBe(0o200);
});

test("a block that was changed by hand is refused in the list", () => {
  const project = existing();
  synthesized(project);
  const path = join(project.outdir, ".gitignore");
  writeFileSync(path, readFileSync(path, "utf8").replace("node_modules/", "node_modules/\nmine/"));
  expect(() => synthesized(new ExistingPythonProject({ outdir: project.outdir }))).toThrow(
    /\.gitignore has a block of generated lines that was changed by hand/,
  );
});

test.each(["Dockerfile", "compose.yaml", "tsconfig.projen.json", ".projen/tasks.json"])(
  "%s of people's stops it before anything is written",
  (path) => {
    const project = existing({ [path]: "mine" });
    expect(() => synthesized(project)).toThrow(`${path} is written by hand`);
    expect(filesOf(project.outdir)).toEqual({ ...FILES, [path]: "mine" });
  },
);

test("a copy is kept where that is asked for", () => {
  const files = synthesized(existing({ Dockerfile: "mine" }, { existingFiles: ExistingFiles.BACKUP }));
  expect(files["Dockerfile.bak"]).toBe("mine");
});

test("what is written by hand is left to people who say so", () => {
  const handWrittenFiles = ["Dockerfile", ".devcontainer/devcontainer.json"];
  const files = synthesized(existing({ Dockerfile: "FROM mine\n" }, { handWrittenFiles }));
  expect(files.Dockerfile).toBe("FROM mine\n");
});

test("a file of ours that is not there is left to people too", () => {
  const handWrittenFiles = [".devcontainer/devcontainer.json"];
  expect(Object.keys(synthesized(existing({}, { handWrittenFiles })))).not.toContain(handWrittenFiles[0]);
});

test("people's package.json gets what runs the projenrc file", () => {
  const files = synthesized(existing({ "package.json": '{\n    "name": "web"\n}' }));
  expect(Object.keys(JSON.parse(files["package.json"]))).toEqual(["name", "devDependencies"]);
});

test("nothing makes the lock file unasked", () => {
  expect(made.components.map((each) => each.constructor.name)).not.toContain("LockAtSynthesis");
});

test("the container's tasks are there", () => {
  expect(Object.keys(JSON.parse(plain[".projen/tasks.json"]).tasks)).toEqual(
    expect.arrayContaining(["docker:build", "lock", "dev:up"]),
  );
});

describe("as a subproject", () => {
  const inRepository = (files: Record<string, string> = {}) => {
    const api = Object.fromEntries(
      Object.entries({ ...FILES, ...files }).map(([path, text]) => [`services/api/${path}`, text]),
    );
    const parent = new Project({ name: "shop", outdir: folderWith(api) });
    return { parent, api: new ExistingPythonProject({ parent, outdir: "services/api" }) };
  };

  test("it has its files in its folder", () => {
    const { parent } = inRepository();
    expect(synthesized(parent)["services/api/Dockerfile"]).toContain("FROM");
  });

  test.each([".gitignore", ".gitattributes"] as const)("it merges its %s", (path) => {
    const { parent } = inRepository();
    const text = synthesized(parent)[`services/api/${path}`];
    expect(text.slice(0, FILES[path].length)).toBe(FILES[path]);
    expect(block(text)).not.toEqual([]);
  });

  test("it needs no projenrc file of its own", () => {
    const { parent, api } = inRepository();
    synthesized(parent);
    expect(["package.json", "tsconfig.projen.json"].filter((path) => existsSync(join(api.outdir, path)))).toEqual([]);
  });

  test("it has the name of its pyproject.toml", () => expect(inRepository().api.name).toBe("Orders.API"));

  test("it names its files from the root where they stop it", () => {
    const { parent } = inRepository({ Dockerfile: "mine" });
    expect(() => synthesized(parent)).toThrow("services/api/Dockerfile is written by hand");
  });
});

test("a folder in the place of package.json is told with the other files in the way", () => {
  const project = () => existing({ "package.json/index.txt": "mine", Dockerfile: "FROM mine\n" });
  expect(() => synthesized(project())).toThrow(/Dockerfile is written by hand[\s\S]*package\.json is a folder/);
});
