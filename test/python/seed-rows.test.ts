import { PackageManager } from "../../src";
import { containerProject, generated } from "../container-project";
import { argumentsOf, globalArguments, type ParsedStage, parsedStage, parsedStages } from "../dockerfile/parse";

/** What people wrote by hand before: each row of it in what is generated. */
describe.each([PackageManager.UV, PackageManager.POETRY])("with %s", (packageManager) => {
  const output = generated(containerProject({ packageManager, developerSudo: false }));
  const stage = (name: string) => parsedStage(output.dockerfile, name);
  const run = (name: string) =>
    argumentsOf(stage(name), "RUN")
      .join("\n")
      .replace(/\s*\\\n\s*/g, " ");

  test.each(["builder", "dev", "app"])("%s writes no bytecode and buffers no output", (name) => {
    const own = argumentsOf(stage(name), "ENV");
    const inherited = name === "dev" ? argumentsOf(stage("builder"), "ENV") : [];
    expect([...inherited, ...own]).toEqual(expect.arrayContaining(["PYTHONDONTWRITEBYTECODE=1", "PYTHONUNBUFFERED=1"]));
  });

  test("app has a service user without password, home or shell, and with a number that can be chosen", () => {
    expect(argumentsOf(stage("app"), "ARG")).toContain("UID=10001");
    expect(run("app")).toMatch(/useradd .*--no-create-home --home-dir \/nonexistent --shell \/usr\/sbin\/nologin/);
  });

  test("app runs as that user, by number", () => {
    expect(argumentsOf(stage("app"), "USER")).toEqual([`\${UID}:\${GID}`]);
  });

  test("app has a writable temporary place for its home", () => {
    expect(argumentsOf(stage("app"), "ENV")).toContain("HOME=/tmp");
    expect(output.compose.services.app.tmpfs).toEqual(["/tmp"]);
  });

  test("the stages that build are apart from the app stage", () => {
    expect(stage("app").base).toBe(`python:\${PYTHON_VERSION}-slim-trixie`);
    expect(stage("deps").base).toBe("builder");
  });

  test("the environment lies at a fixed place", () => {
    expect(argumentsOf(stage("app"), "COPY")).toEqual([
      "--from=deps /opt/venv /opt/venv",
      "--from=project /opt/venv /opt/venv",
    ]);
    expect(argumentsOf(stage("app"), "ENV")).toContain(`PATH=/opt/venv/bin:\${PATH}`);
  });

  test("dependencies are installed before the source is copied", () => {
    expect(argumentsOf(stage("deps"), "COPY")).toEqual([]);
    expect(argumentsOf(stage("project"), "COPY")).toEqual([". ."]);
  });

  test("the dev container starts from the dev stage, production from the app stage", () => {
    expect(output.devContainer.build).toEqual({ dockerfile: "../Dockerfile", context: "..", target: "dev" });
    expect(output.compose.services.app.build.target).toBe("app");
    expect(parsedStages(output.dockerfile).at(-1)?.name).toBe("app");
  });

  test.each([
    ["dev", ["UID=1000", "GID=1000", "UNAME=dev"]],
    ["app", ["UID=10001", "GID=10001", "UNAME=app"]],
  ])("%s makes group and user from arguments", (name, values) => {
    expect(argumentsOf(stage(name), "ARG")).toEqual(expect.arrayContaining(values));
    expect(run(name)).toMatch(/groupadd --non-unique --gid "\$\{GID\}" "\$\{UNAME\}"/);
    expect(run(name)).toMatch(/useradd --non-unique --no-log-init --uid "\$\{UID\}" --gid "\$\{GID\}"/);
  });

  test("the developer has no sudo", () => expect(run("dev")).not.toContain("sudo"));

  test("the developer has a named user", () => {
    expect(argumentsOf(stage("dev"), "USER")).toEqual([`\${UNAME}`]);
    expect(output.devContainer.remoteUser).toBe("dev");
  });

  test("images are slim Debian with the suite in the tag", () => {
    const images = parsedStages(output.dockerfile).filter((each) => each.base.startsWith("python:"));
    expect(images.map((each) => each.base)).toEqual(Array(2).fill(`python:\${PYTHON_VERSION}-slim-trixie`));
  });

  test("the Python version is one global argument", () => {
    expect(globalArguments(output.dockerfile)).toContain("PYTHON_VERSION=3.13");
  });

  test("files are filtered by .dockerignore", () => {
    expect(output.files[".dockerignore"].split("\n")).toEqual(expect.arrayContaining([".git", ".venv", "**/.env"]));
  });

  test("compose has the services app and builder, and those for development", () => {
    expect(Object.keys(output.compose.services)).toEqual(["app", "builder", "dev", "test"]);
  });

  test("image and tag come from variables", () => {
    expect(output.compose.services.app.image).toBe(`\${DOCKER_IMAGE:-orders}:\${DOCKER_TAG:-latest}`);
    expect(output.compose.services.builder.image).toBe(`\${DOCKER_IMAGE:-orders}:\${DOCKER_TAG:-latest}-builder`);
  });

  test("build arguments have defaults", () => {
    expect(output.compose.services.app.build.args).toEqual({
      UID: `\${UID:-10001}`,
      GID: `\${GID:-10001}`,
      UNAME: `\${UNAME:-app}`,
    });
  });

  test("the builder is built and never started", () => {
    expect(output.compose.services.builder).toMatchObject({ build: { target: "builder" }, scale: 0 });
  });

  test("the container runs the project's script", () => {
    expect(argumentsOf(stage("app"), "CMD")).toEqual(['["orders"]']);
  });

  test("nothing of dev is in app", () => {
    expect(needs("app", output.dockerfile)).not.toContain("dev");
  });
});

test("poetry is installed by pipx, both pinned by an argument", () => {
  const { dockerfile } = generated(containerProject({ packageManager: PackageManager.POETRY }));
  expect(globalArguments(dockerfile)).toEqual(["PYTHON_VERSION=3.13", "PIPX_VERSION=1.18.4", "POETRY_VERSION=2.5.1"]);
  const builder = parsedStage(dockerfile, "builder");
  expect(argumentsOf(builder, "ARG")).toEqual(["PIPX_VERSION", "POETRY_VERSION"]);
  expect(argumentsOf(builder, "RUN")[0]).toMatch(
    /pip install "pipx==\$\{PIPX_VERSION\}".*pipx install --global "poetry==\$\{POETRY_VERSION\}"/s,
  );
});

test("uv is pinned by an argument", () => {
  const { dockerfile } = generated(containerProject());
  expect(globalArguments(dockerfile)).toEqual(["PYTHON_VERSION=3.13", "UV_VERSION=0.13.9"]);
  expect(parsedStage(dockerfile, "uv").base).toBe(`ghcr.io/astral-sh/uv:\${UV_VERSION}`);
});

test("on request the developer has sudo", () => {
  const { dockerfile } = generated(containerProject({ developerSudo: true }));
  const run = argumentsOf(parsedStage(dockerfile, "dev"), "RUN").join("\n");
  expect(run).toMatch(/apt-get install .* sudo/);
  expect(run).toContain("/etc/sudoers.d/");
});

test("on request compose stops where the image has no name", () => {
  const { compose } = generated(containerProject({ requireImageVariable: true }));
  expect(compose.services.app.image).toMatch(/^\$\{DOCKER_IMAGE:\?.+\}:\$\{DOCKER_TAG:-latest\}$/);
});

/** The stages on which a stage depends, itself included. */
function needs(name: string, dockerfile: string): string[] {
  const stages = new Map(parsedStages(dockerfile).map((each) => [each.name, each]));
  const seen = new Set<string>();
  const visit = (stage: ParsedStage | undefined): void => {
    if (stage?.name === undefined || seen.has(stage.name)) return;
    seen.add(stage.name);
    const named = stage.instructions.flatMap((each) => [...each.arguments.matchAll(/(?:--from=|from=)([a-z-]+)/g)]);
    for (const next of [stage.base, ...named.map((match) => match[1])]) visit(stages.get(next));
  };
  visit(stages.get(name));
  return [...seen];
}
