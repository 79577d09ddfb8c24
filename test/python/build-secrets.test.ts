import { PackageManager, type PythonContainerOptions } from "../../src";
import type { ProjectFacts } from "../../src/pyproject/facts";
import { buildSecrets } from "../../src/python/stages/build-secrets";
import { containerBeside, generated } from "../container-project";
import { argumentsOf, parsedStage } from "../dockerfile/parse";

const head = '[project]\nname = "orders"\nversion = "1"\nrequires-python = ">=3.11"\ndependencies = ["acme"]\n';
const build = '[build-system]\nrequires = ["hatchling"]\nbuild-backend = "hatchling.build"\n';

/** The files of a project with an index, as each package manager is told of it. */
const projects = {
  uv: (name: string, url: string, more = "explicit = true") => ({
    "pyproject.toml": `${head}[tool.uv.sources]\nacme = { index = "${name}" }\n[[tool.uv.index]]\nname = "${name}"\nurl = "${url}"\n${more}\n${build}`,
    "uv.lock": "",
  }),
  poetry: (name: string, url: string, more = 'priority = "explicit"') => ({
    "pyproject.toml": `${head}[[tool.poetry.source]]\nname = "${name}"\nurl = "${url}"\n${more}\n${build}`,
    "poetry.lock": "",
  }),
};

function outputOf(files: Record<string, string>, options: PythonContainerOptions = {}) {
  return generated(containerBeside({ "orders/__init__.py": "", ...files }, options).project);
}

/** What the plan makes of indexes, for a package manager whose images are made elsewhere. */
function idsOf(packageManager: PackageManager, indexes: { name?: string; url: string; isDefault?: boolean }[]) {
  const facts = {
    packageManager: { value: packageManager, source: "" },
    indexes: indexes.map((index) => ({ value: { isDefault: false, ...index }, source: "the file [table].index" })),
  };
  return buildSecrets(facts as unknown as ProjectFacts, []).map(({ id }) => id);
}

const url = "https://pypi.example.com/simple";
const { UV, POETRY, PDM, PIP, PIPENV, HATCH } = PackageManager;

describe("the secrets of an index", () => {
  test.each([
    [UV, "acme", ["UV_INDEX_ACME_USERNAME", "UV_INDEX_ACME_PASSWORD"]],
    [UV, "acme.Pkg-x", ["UV_INDEX_ACME_PKG_X_USERNAME", "UV_INDEX_ACME_PKG_X_PASSWORD"]],
    [POETRY, "acme", ["POETRY_HTTP_BASIC_ACME_USERNAME", "POETRY_HTTP_BASIC_ACME_PASSWORD"]],
    [POETRY, "acme-Pkg_x", ["POETRY_HTTP_BASIC_ACME_PKG_X_USERNAME", "POETRY_HTTP_BASIC_ACME_PKG_X_PASSWORD"]],
    [PDM, "acme", ["netrc"]],
    [PIP, undefined, ["netrc"]],
    [PIPENV, "acme", ["netrc"]],
    [HATCH, undefined, ["netrc"]],
  ])("for %s and the name %s", (manager, name, ids) => expect(idsOf(manager, [{ name, url }])).toEqual(ids));

  test.each([PDM, PIP, PIPENV])("are for %s the variables in its address", (manager) => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the syntax that they read
    const withVariables = "https://${ACME_USER}:${ACME_TOKEN}@pypi.example.com/simple";
    expect(idsOf(manager, [{ url: withVariables }])).toEqual(["ACME_USER", "ACME_TOKEN"]);
  });

  test.each([
    ["https://example.com/wheels.html", ["netrc"]],
    ["https://download.pytorch.org/whl/torch_stable.html", []],
    ["./wheels", []],
  ])("are for a page of links at %s %j", (findLinks, ids) => {
    const files = { "requirements.txt": `httpx\n--find-links ${findLinks}\n` };
    const { compose } = outputOf(files, { packageManager: PIP, command: ["python"] });
    expect(Object.keys(compose.secrets ?? {})).toEqual(ids);
  });

  test("are one file for several indexes", () =>
    expect(idsOf(PIP, [{ url }, { url: "https://other.example.com/simple" }])).toEqual(["netrc"]));
  test("are none for a folder", () => expect(idsOf(UV, [{ url: "./wheels" }])).toEqual([]));
  test("are none for one that is known to be public", () =>
    expect(idsOf(UV, [{ name: "torch", url: "https://download.pytorch.org/whl/cpu" }])).toEqual([]));
  test.each([
    [UV, "https://pypi.tuna.tsinghua.edu.cn/simple"],
    [PIP, "https://mirrors.aliyun.com/pypi/simple/"],
  ])("are none for %s and a public mirror without a name", (manager, mirror) =>
    expect(idsOf(manager, [{ url: mirror, isDefault: true }])).toEqual([]),
  );
  test("are pip's too where pip asks poetry's own default index", () =>
    expect(idsOf(POETRY, [{ name: "acme", url, isDefault: true }])).toContain("netrc"));
});

describe("the variables that addresses name", () => {
  const told = (files: Record<string, string>) => {
    const { project } = containerBeside(
      { "orders/__init__.py": "", ...files },
      { packageManager: PIP, command: ["python"] },
    );
    const info = jest.spyOn(project.logger, "info").mockImplementation();
    jest.spyOn(project.logger, "warn").mockImplementation();
    generated(project);
    return info.mock.calls.join("\n");
  };
  // biome-ignore-start lint/suspicious/noTemplateCurlyInString: it is the syntax that pip reads
  test("are told in one line", () =>
    expect(
      told({ "requirements.txt": "httpx\n-i https://${U}:${P}@a.example.com\n-f https://${P}@b.example.com\n" }),
    ).toContain(
      "requirements.txt:2 and requirements.txt:3: addresses of indexes name variables, and builds get their values from whoever starts them: U, P.",
    ));
  // biome-ignore-end lint/suspicious/noTemplateCurlyInString: above
  test("are not told where there are none", () =>
    expect(told({ "requirements.txt": `httpx\n-i ${url}\n` })).not.toContain("variables"));
});

describe("an address with a password", () => {
  const message = (make: () => unknown) => {
    try {
      make();
    } catch (error) {
      return (error as Error).message;
    }
    throw new Error("it is accepted");
  };
  const secret = "https://ada:s3cr3t@pypi.example.com/simple";

  test.each(["uv", "poetry"] as const)("is refused for %s, naming file and key and the secrets", (manager) => {
    const key = { uv: "[tool.uv].index", poetry: "[tool.poetry].source" }[manager];
    const prefix = { uv: "UV_INDEX_ACME_", poetry: "POETRY_HTTP_BASIC_ACME_" }[manager];
    const text = message(() => outputOf(projects[manager]("acme", secret)));
    expect(text).toContain(`pyproject.toml ${key}: the address of the index "acme" at ${url} holds`);
    expect(text).toContain(`give the build the secrets ${prefix}USERNAME and ${prefix}PASSWORD`);
  });
  test.each(["uv", "poetry"] as const)("is not shown for %s", (manager) =>
    expect(message(() => outputOf(projects[manager]("acme", secret)))).not.toMatch(/ada|s3cr3t/),
  );
  test("is refused where a manager puts in no variables", () =>
    // biome-ignore lint/suspicious/noTemplateCurlyInString: uv takes it as it is written
    expect(message(() => idsOf(UV, [{ name: "acme", url: "https://${U}:${P}@pypi.example.com/simple" }]))).toContain(
      "give the build the secrets UV_INDEX_ACME_USERNAME",
    ));
  test.each([UV, POETRY, PIP])("is refused for %s where it may stand in a query, which is not shown", (manager) => {
    const text = message(() => idsOf(manager, [{ name: "acme", url: `${url}?token=s3cr3t` }]));
    expect(text).toContain(`at ${url} holds a query, where a password may stand`);
    expect(text).not.toContain("s3cr3t");
  });
  test.each(["--find-links", "--index-url", "--extra-index-url"])("is refused after %s of pip", (option) => {
    const files = { "requirements.txt": `httpx\n${option} ${secret}\n` };
    const text = message(() => outputOf(files, { packageManager: PIP, command: ["python"] }));
    expect(text).toContain(`requirements.txt:2: the address of the index at ${url} holds`);
  });
  test.each([PDM, PIP, PIPENV, HATCH])("is refused for %s with the secret netrc as the way out", (manager) => {
    const text = message(() => idsOf(manager, [{ url: secret }]));
    expect(text).toContain("the file [table].index: the address of the index at https://pypi.example.com/simple holds");
    expect(text).toContain("give the build the secret netrc");
  });
});

test("an index of uv without a name may have its password in a netrc file", () => {
  const files = { "pyproject.toml": `${head}[tool.uv]\nextra-index-url = ["${url}"]\n`, "uv.lock": "" };
  expect(Object.keys(outputOf(files).compose.secrets)).toEqual(["netrc"]);
});

describe("an index that no secret of its own can be given for", () => {
  test("is refused for poetry where no variable can hold its name", () =>
    expect(() => outputOf(projects.poetry("acme.pkg", url))).toThrow(
      'has the name "acme.pkg"; its password reaches the build by a secret POETRY_HTTP_BASIC_<NAME>_PASSWORD; give its [[tool.poetry.source]] a name of letters',
    ));
  test.each([["acme"], [url]])("is taken where publicIndexes lists it as %s", (listed) => {
    const { compose } = outputOf(projects.uv("acme", url), { publicIndexes: [listed] });
    expect(compose.secrets).toBeUndefined();
  });
});

describe.each([
  ["uv", "UV_INDEX_ACME_", ["resolve", "manifest", "deps", "dev", "backend"]],
  ["poetry", "POETRY_HTTP_BASIC_ACME_", ["resolve", "deps", "dev", "backend"]],
] as const)("a private index of %s", (manager, prefix, stages) => {
  const ids = [`${prefix}USERNAME`, `${prefix}PASSWORD`];
  let output: ReturnType<typeof outputOf>;
  beforeAll(() => {
    output = outputOf(projects[manager]("acme", url));
  });
  const runs = (stage: string) => argumentsOf(parsedStage(output.dockerfile, stage), "RUN").join("\n");

  test.each(stages)("is opened in the stage %s", (stage) => {
    for (const id of ids) expect(runs(stage)).toContain(`--mount=type=secret,id=${id} `);
  });
  test.each(["builder", "app", "project"])("is not opened in the stage %s", (stage) =>
    expect(runs(stage)).not.toContain("type=secret"),
  );
  test("needs no build argument and no syntax line", () => {
    expect(output.dockerfile).not.toMatch(/^(?:ARG|ENV) \w*(?:USERNAME|PASSWORD)/m);
    expect(output.dockerfile).not.toMatch(/^# syntax/);
  });
  test.each(["lock", "docker:build"])("is opened by the task %s", (task) => {
    for (const id of ids) expect(output.tasks[task].steps[0].exec).toContain(` --secret=id=${id},env=${id} `);
  });
  test.each(["app", "builder"])("is opened where compose builds %s", (service) =>
    expect(output.compose.services[service].build.secrets).toEqual(ids),
  );
  test("is opened by variables of whoever runs compose", () =>
    expect(output.compose.secrets).toEqual(Object.fromEntries(ids.map((id) => [id, { environment: id }]))));
  test("is opened where the dev container is built", () =>
    expect(output.devContainer.build.options).toEqual(ids.map((id) => `--secret=id=${id},env=${id}`)));
});

test("a further image of the project is built with the secrets too", () => {
  const container = containerBeside({ "orders/__init__.py": "", ...projects.uv("acme", url) });
  container.addCommand("worker", ["orders", "work"], { ownImage: true });
  expect(generated(container.project).compose.services.worker.build.secrets).toHaveLength(2);
});

describe("the default index", () => {
  test("of uv is the one that is asked for the build backend too", () => {
    const { dockerfile } = outputOf(projects.uv("acme", url, "default = true"));
    expect(argumentsOf(parsedStage(dockerfile, "backend"), "RUN").join()).toContain(`--default-index acme=${url}`);
  });
  test("of poetry is the one from which pip installs poetry", () => {
    const { dockerfile } = outputOf(projects.poetry("acme", url, ""));
    const builder = parsedStage(dockerfile, "builder");
    expect(argumentsOf(builder, "ENV")).toContain(`PIP_INDEX_URL=${url}`);
    expect(argumentsOf(builder, "RUN").join()).toContain("--mount=type=secret,id=netrc,target=/root/.netrc");
  });
  test("stays pip's own where the project adds an index to it", () => {
    const { dockerfile } = outputOf(projects.poetry("acme", url));
    expect(argumentsOf(parsedStage(dockerfile, "builder"), "ENV").join()).not.toContain("PIP_INDEX_URL");
  });
});

describe("uv", () => {
  const commandsOf = (stage: string, output: ReturnType<typeof outputOf>) =>
    argumentsOf(parsedStage(output.dockerfile, stage), "RUN").join();

  test("installs from a list that says from which index each package comes", () => {
    const output = outputOf(projects.uv("acme", url));
    expect(commandsOf("manifest", output)).toContain("-o /manifest/pylock.toml");
    expect(commandsOf("deps", output)).toMatch(/--requirement \/manifest\/pylock\.toml --index acme=/);
    expect(commandsOf("dev", output)).toMatch(/--requirement \/manifest\/pylock\.dev\.toml/);
  });
  test("installs from requirements where there is the default index alone", () => {
    const output = outputOf({ "pyproject.toml": head + build, "uv.lock": "" });
    expect(commandsOf("deps", output)).toMatch(/--requirement \/manifest\/requirements\.txt$/);
  });
});
