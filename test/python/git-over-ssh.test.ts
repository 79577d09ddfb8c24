import type { PythonContainerOptions } from "../../src";
import { containerBeside, generated } from "../container-project";
import { parsedStages } from "../dockerfile/parse";
import { synthesized } from "../project-folder";

const lib = (scheme: string) => `lib @ git+${scheme}://git@example.com/lib.git`;

const projects = {
  uv: (dependency: string) => ({
    "pyproject.toml": `[project]\nname = "orders"\nversion = "1"\ndependencies = ["${dependency}"]\n`,
    "uv.lock": "",
  }),
  poetry: (dependency: string) => ({
    "pyproject.toml": `[project]\nname = "orders"\nversion = "1"\nrequires-python = ">=3.11"\ndependencies = ["${dependency}"]\n[tool.poetry]\npackage-mode = false\n`,
    "poetry.lock": "",
  }),
  pdm: (dependency: string) => ({
    "pyproject.toml": `[project]\nname = "orders"\nversion = "1"\nrequires-python = ">=3.11"\ndependencies = ["${dependency}"]\n[tool.pdm]\n`,
    "pdm.lock": "",
  }),
  pip: (dependency: string) => ({ "requirements.txt": `${dependency}\n` }),
};

const hostKey = "example.com ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl\n";

function outputOf(files: Record<string, string>, options: PythonContainerOptions = {}) {
  return generated(containerBeside(files, { command: ["python"], ...options }).project);
}

/** The stages that mount the agent. */
function withAgent(dockerfile: string): string[] {
  const mounting = parsedStages(dockerfile).filter(({ instructions }) =>
    instructions.some((each) => each.arguments.includes("--mount=type=ssh,required=true")),
  );
  return mounting.map(({ name = "" }) => name);
}

describe.each(Object.entries(projects))("dependencies of %s over SSH", (_, files) => {
  const overSsh = files(lib("ssh"));

  test("are locked and installed with the agent", () =>
    expect(withAgent(outputOf(overSsh).dockerfile)).toEqual(expect.arrayContaining(["resolve", "deps", "dev"])));

  test("are no matter for the production image and the builder", () => {
    const stages = withAgent(outputOf(overSsh).dockerfile);
    expect(stages.filter((name) => ["app", "builder", "project"].includes(name))).toEqual([]);
  });

  test("need no agent where they come over HTTPS", () =>
    expect(withAgent(outputOf(files(lib("https").replace("git@", ""))).dockerfile)).toEqual([]));
});

const overSsh = projects.uv(lib("ssh"));

test.each(["lock", "docker:build"])("the task %s gives the agent", (name) => {
  const words = outputOf(overSsh).tasks[name].steps[0].exec.split(" ");
  expect(words).toEqual(expect.arrayContaining(["--ssh=default", "--secret=id=known_hosts,env=SSH_KNOWN_HOSTS"]));
});

test.each(["app", "builder"])("compose gives the agent to the build of %s", (service) => {
  const { services } = outputOf(overSsh).compose;
  expect(services[service].build).toMatchObject({ ssh: ["default"], secrets: ["known_hosts"] });
});

test("compose takes the hosts from a variable", () =>
  expect(outputOf(overSsh).compose.secrets).toEqual({ known_hosts: { environment: "SSH_KNOWN_HOSTS" } }));

test("the dev container's build gets both", () =>
  expect(outputOf(overSsh).devContainer.build.options).toEqual([
    "--ssh=default",
    "--secret=id=known_hosts,env=SSH_KNOWN_HOSTS",
  ]));

describe("a file of hosts", () => {
  const files = { ...overSsh, "deploy/known_hosts": hostKey };
  const options = { sshKnownHosts: "deploy/known_hosts" };

  test("is what the builder trusts", () => {
    const { dockerfile } = outputOf(files, options);
    const builder = parsedStages(dockerfile).find(({ name }) => name === "builder");
    expect(builder?.instructions).toContainEqual({
      keyword: "COPY",
      arguments: "--chmod=0644 deploy/known_hosts /etc/ssh/ssh_known_hosts",
    });
  });

  test("takes the place of the secret", () => {
    expect(outputOf(files, options).compose.secrets).toBeUndefined();
  });

  test.each([
    ["is not there", overSsh, "is no file"],
    ["has no key", { ...overSsh, "deploy/known_hosts": "# none\nexample.com\n" }, "has no key of a host"],
    [
      "has a private key",
      { ...files, "deploy/known_hosts": "-----BEGIN OPENSSH PRIVATE KEY-----\n" },
      "holds a private key",
    ],
    ["is ignored", files, "option sshKnownHosts", "deploy"],
  ])("that %s is refused", (_, given: Record<string, string>, message, ignored = "") => {
    const container = containerBeside(given, { command: ["python"], ...options });
    if (ignored !== "") container.dockerignore.addPatterns(ignored);
    expect(() => container.project.synth()).toThrow(message);
  });

  test("outside of the project is refused", () =>
    expect(() => outputOf(overSsh, { sshKnownHosts: "../known_hosts" })).toThrow("lies outside of the build context"));
});

test.each([
  [undefined, "SSH_KNOWN_HOSTS"],
  ["known_hosts", "ssh-add -l shows its keys)."],
])("a synth with the hosts in %p tells what a build needs: %s", (sshKnownHosts, told) => {
  const container = containerBeside({ ...overSsh, known_hosts: hostKey }, { command: ["python"], sshKnownHosts });
  const info = jest.spyOn(container.project.logger, "info").mockImplementation();
  synthesized(container.project);
  expect(info.mock.calls.map(([text]) => String(text)).filter((text) => text.includes("--ssh default"))).toEqual([
    expect.stringMatching(/^pyproject\.toml \[project\]\.dependencies \(lib\): /),
  ]);
  expect(info.mock.calls.join("\n")).toContain(told);
});
