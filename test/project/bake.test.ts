import { Project } from "projen";
import { BakeFile, ExistingPythonProject, type ExistingPythonProjectOptions, PythonContainer } from "../../src";
import { readBake } from "../fuzz/read/bake";
import { folderWith, synthesized } from "../project-folder";

const pyproject = (name: string, more = "") =>
  `[project]\nname = "${name}"\nversion = "1.0"\nrequires-python = ">=3.12"\ndependencies = ["fastapi"]\n${more}`;

const REPOSITORY = {
  "services/api/pyproject.toml": pyproject("api"),
  "services/worker/pyproject.toml": pyproject("worker"),
};

interface Baked {
  readonly variable: Record<string, object>;
  readonly group: object;
  readonly target: Record<string, { readonly [property: string]: unknown }>;
}

/** What bake reads of the repository's file, and the tasks of the root folder. */
function repository(
  options: ExistingPythonProjectOptions = {},
  files: Record<string, string> = REPOSITORY,
  change: (project: ExistingPythonProject) => void = () => {},
) {
  const folders = options.folders ?? ["services/api", "services/worker"];
  const project = new ExistingPythonProject({ ...options, folders, outdir: folderWith(files) });
  for (const each of [project, ...project.pythonProjects]) jest.spyOn(each.logger, "warn").mockImplementation();
  change(project);
  const written = synthesized(project);
  const text = written["docker-bake.json"];
  const { tasks } = JSON.parse(written[".projen/tasks.json"]);
  return { bake: (text === undefined ? undefined : readBake(text)) as Baked, tasks };
}

test("each project is a target by its folder", () => {
  expect(repository().bake.target).toEqual({
    "services-api": {
      context: "services/api",
      dockerfile: "Dockerfile",
      target: "app",
      tags: ["<DOCKER_REGISTRY>api:<DOCKER_TAG>"],
    },
    "services-worker": {
      context: "services/worker",
      dockerfile: "Dockerfile",
      target: "app",
      tags: ["<DOCKER_REGISTRY>worker:<DOCKER_TAG>"],
    },
  });
});

test("all of them are built without a name", () => {
  expect(repository().bake.group).toEqual({ default: { targets: ["services-api", "services-worker"] } });
});

test("the image is named as compose names it where no variable is set", () => {
  expect(repository().bake.variable).toEqual({ DOCKER_REGISTRY: { default: "" }, DOCKER_TAG: { default: "latest" } });
});

test("a user's variable goes before the module's", () => {
  const { bake } = repository({}, REPOSITORY, (project) => {
    project.bake.addVariable("DOCKER_REGISTRY", { defaultValue: "ghcr.io/acme/" });
  });
  expect(bake.variable.DOCKER_REGISTRY).toEqual({ default: "ghcr.io/acme/" });
});

test.each([
  ["docker:bake", "docker buildx bake --file docker-bake.json"],
  ["docker:build", "docker buildx bake --file docker-bake.json --load"],
])("the task %s builds all", (name, exec) => {
  expect(repository().tasks[name].steps).toEqual([{ exec, receiveArgs: true }]);
});

test("one project more changes nothing that the user did to a task", () => {
  const files = { ...REPOSITORY, "admin/pyproject.toml": pyproject("admin") };
  const { tasks } = repository({ reproducible: true }, files, (project) => {
    project.tasks.tryFind("docker:build")?.prependExec("make protocols");
    const admin = project.addPythonProject("admin", { reproducible: true });
    jest.spyOn(admin.logger, "warn").mockImplementation();
  });
  expect(tasks["docker:build"].steps).toEqual([
    { exec: "make protocols" },
    { exec: expect.stringMatching(/services-api\.output=.* --set admin\.output=/), receiveArgs: true },
  ]);
});

test("equal names are kept apart", () => {
  const { bake } = repository({}, { ...REPOSITORY, "services/worker/pyproject.toml": pyproject("api") });
  expect(Object.values(bake.target).map(({ tags }) => tags)).toEqual([
    ["<DOCKER_REGISTRY>api:<DOCKER_TAG>"],
    ["<DOCKER_REGISTRY>services-worker:<DOCKER_TAG>"],
  ]);
});

test("names of which images are named alike are kept apart", () => {
  const files = {
    "x/pyproject.toml": pyproject("My_App"),
    "y/pyproject.toml": pyproject("x"),
    "a/b/pyproject.toml": pyproject("my-app"),
    "a-b/pyproject.toml": pyproject("a.b"),
    "a/x/pyproject.toml": pyproject("X"),
  };
  const { bake } = repository({ folders: ["x", "y", "a-b", "a/b", "a/x"], composePerFolder: true }, files);
  expect(Object.values(bake.target).map(({ tags }) => tags)).toEqual(
    ["my-app", "x", "a-b", "a-b-2", "a-x"].map((name) => [`<DOCKER_REGISTRY>${name}:<DOCKER_TAG>`]),
  );
});

test("a target has no name that is an option", () => {
  const files = {
    "日本/pyproject.toml": pyproject("one"),
    "中国/pyproject.toml": pyproject("two"),
    "-a b-/pyproject.toml": pyproject("three"),
  };
  const { bake } = repository({ folders: ["日本", "中国", "-a b-"] }, files);
  expect(Object.entries(bake.target).map(([name, { context }]) => [name, context])).toEqual([
    ["image", "日本"],
    ["image-2", "中国"],
    ["a-b", "-a b-"],
  ]);
});

test("folders that no target's name tells apart have numbers", () => {
  const files = {
    "a/b/pyproject.toml": pyproject("one"),
    "a-b/pyproject.toml": pyproject("two"),
    "a.b/pyproject.toml": pyproject("three"),
  };
  const { bake } = repository({ folders: ["a/b", "a-b", "a.b"] }, files);
  expect(Object.entries(bake.target).map(([name, { context }]) => [name, context])).toEqual([
    ["a-b", "a/b"],
    ["a-b-2", "a-b"],
    ["a-b-3", "a.b"],
  ]);
});

test("a folder named default is no group of all", () => {
  const { bake } = repository(
    { folders: ["default", "api"] },
    { "default/pyproject.toml": pyproject("one"), "api/pyproject.toml": pyproject("api") },
  );
  expect(bake.group).toEqual({ default: { targets: ["default-2", "api"] } });
});

test("the project of the root folder is a target by its image", () => {
  const { bake } = repository(
    { folders: [".", "services/api"] },
    { ...REPOSITORY, "pyproject.toml": pyproject("gateway") },
  );
  expect(Object.entries(bake.target).map(([name, { context }]) => [name, context])).toEqual([
    ["gateway", "."],
    ["services-api", "services/api"],
  ]);
});

test("a file that people write is built as it says", () => {
  const written = { ...REPOSITORY, "docker-bake.json": '{"target": {"default": {}}}' };
  const { bake, tasks } = repository({ reproducible: true, handWrittenFiles: ["docker-bake.json"] }, written);
  expect(bake).toEqual({ target: { default: {} } });
  expect(tasks["docker:build"].steps[0].exec).toBe("docker buildx bake --file docker-bake.json --load");
});

test.each([
  ["one project alone", { folders: ["services/api"] }],
  ["bakeFile: false", { bakeFile: false }],
])("there is none for %s", (_, options) => {
  expect(repository(options).bake).toBeUndefined();
});

test("without the file the task of the root folder runs those of all folders", () => {
  expect(repository({ bakeFile: false }).tasks["docker:build"].steps).toEqual([
    { exec: "npx projen docker:build", cwd: "services/api" },
    { exec: "npx projen docker:build", cwd: "services/worker" },
  ]);
});

test("a project without the file says when there is one", () => {
  const project = new ExistingPythonProject({ folders: ["services/api"], outdir: folderWith(REPOSITORY) });
  expect(() => project.bake).toThrow(/there is no bake file; there is one where the repository has several/);
});

describe("what a build needs besides", () => {
  test("platforms, of which the engine loads its own", () => {
    const { bake, tasks } = repository({ platforms: ["linux/amd64", "linux/arm64"] });
    expect(bake.target["services-api"].platforms).toEqual(["linux/amd64", "linux/arm64"]);
    expect(tasks["docker:build"].steps[0].exec).toMatch(/ --set '?\*\.platform=local'? --load$/);
    expect(tasks["docker:bake"].steps[0].exec).toMatch(/docker-bake\.json$/);
  });

  test("one time, which the exporter is told", () => {
    const { bake, tasks } = repository({ reproducible: true });
    expect(bake.target["services-api"].args).toEqual({ SOURCE_DATE_EPOCH: "<SOURCE_DATE_EPOCH>" });
    expect(bake.variable.SOURCE_DATE_EPOCH).toEqual({ default: "315532800" });
    expect(tasks["docker:build"].steps[0].exec).toContain(
      "--set services-api.output=type=docker,rewrite-timestamp=true --set services-worker.output=type=docker,rewrite-timestamp=true",
    );
  });

  test("proxies, where they are set", () => {
    const { bake } = repository({ proxyFromEnvironment: true });
    expect(bake.target["services-api"].args).toMatchObject({
      HTTPS_PROXY: "<HTTPS_PROXY>",
      https_proxy: "<https_proxy>",
    });
    expect(bake.variable).toMatchObject({ HTTPS_PROXY: { default: null }, https_proxy: { default: null } });
  });

  test("secrets, from the variables of whoever builds", () => {
    const index = '[[tool.uv.index]]\nname = "acme"\nurl = "https://pypi.acme.example/simple"\n';
    const { bake } = repository({}, { ...REPOSITORY, "services/api/pyproject.toml": pyproject("api", index) });
    expect(bake.target["services-api"].secret).toEqual([
      "id=UV_INDEX_ACME_USERNAME,env=UV_INDEX_ACME_USERNAME",
      "id=UV_INDEX_ACME_PASSWORD,env=UV_INDEX_ACME_PASSWORD",
    ]);
    expect(bake.target["services-worker"].secret).toBeUndefined();
  });

  test("the agent of whoever builds, for which the tasks are not asked", () => {
    const source = '[tool.uv.sources]\nfastapi = { git = "ssh://git@git.example.com/fastapi.git" }\n';
    const { bake, tasks } = repository({}, { ...REPOSITORY, "services/api/pyproject.toml": pyproject("api", source) });
    expect(bake.target["services-api"].ssh).toEqual(["default"]);
    expect(tasks["docker:bake"].env).toEqual({ BUILDX_BAKE_ENTITLEMENTS_FS: "0" });
  });

  test("nothing is left unasked where nothing is asked", () => {
    expect(repository().tasks["docker:bake"].env).toBeUndefined();
  });

  test("the version, where the repository has it", () => {
    const dynamic =
      '[build-system]\nrequires = ["setuptools-scm"]\nbuild-backend = "setuptools.build_meta"\n[tool.setuptools_scm]\n';
    const text = pyproject("api", dynamic).replace('version = "1.0"', 'dynamic = ["version"]');
    const { bake } = repository({}, { ...REPOSITORY, "services/api/pyproject.toml": text });
    expect(bake.target["services-api"].args).toEqual({ VERSION: "<VERSION>" });
    expect(bake.variable.VERSION).toEqual({ default: null });
  });

  test("what lies outside of the folder, for which the tasks are not asked", () => {
    const { bake, tasks } = repository({ buildContext: "../../.." });
    expect(bake.target["services-api"].context).toBe("..");
    expect(tasks["docker:build"].env).toEqual({ BUILDX_BAKE_ENTITLEMENTS_FS: "0" });
  });

  test("what lies outside of the folder of a repository within another one", () => {
    const root = new Project({
      name: "all",
      outdir: folderWith({ "shop/api/pyproject.toml": pyproject("api"), "shop/web/pyproject.toml": pyproject("web") }),
    });
    const shop = new ExistingPythonProject({
      parent: root,
      outdir: "shop",
      folders: ["api", "web"],
      buildContext: "../..",
    });
    for (const each of [shop, ...shop.pythonProjects]) jest.spyOn(each.logger, "warn").mockImplementation();
    const files = synthesized(root);
    expect((readBake(files["shop/docker-bake.json"]) as Baked).target.api.context).toBe("..");
    expect(JSON.parse(files["shop/.projen/tasks.json"]).tasks["docker:bake"].env).toEqual({
      BUILDX_BAKE_ENTITLEMENTS_FS: "0",
    });
  });

  test("the folder of a workspace as the build context", () => {
    const { bake } = repository({ folders: ["services/api", "services/worker"], buildContext: "../.." }, REPOSITORY);
    expect(bake.target["services-api"]).toMatchObject({ context: ".", dockerfile: "services/api/Dockerfile" });
  });
});

describe("a container in any project", () => {
  function shop(): Project {
    const root = new Project({ name: "shop", outdir: folderWith(REPOSITORY) });
    const bake = new BakeFile(root, { fileName: "images.json" });
    for (const name of ["api", "worker"]) {
      const project = new Project({ name, parent: root, outdir: `services/${name}` });
      jest.spyOn(project.logger, "warn").mockImplementation();
      new PythonContainer(project).addBakeTarget(bake, name).configure({ cacheTo: ["type=gha"] });
    }
    return root;
  }

  test("is added to a bake file of its own tree of projects alone", () => {
    const other = new BakeFile(new Project({ name: "other", outdir: folderWith({}) }));
    const container = new PythonContainer(
      new Project({ name: "api", outdir: folderWith({ "pyproject.toml": pyproject("api") }) }),
    );
    expect(() => container.addBakeTarget(other, "api")).toThrow(/of a project that is not synthesized with this one/);
  });

  test("is added to a bake file, and configured there", () => {
    const { target } = readBake(synthesized(shop())["images.json"]) as Baked;
    expect(target.worker).toEqual({
      context: "services/worker",
      dockerfile: "Dockerfile",
      target: "app",
      tags: ["<DOCKER_REGISTRY>worker:<DOCKER_TAG>"],
      "cache-to": ["type=gha"],
    });
  });
});
