import { bakePrint } from "../../src/cli/tools/bake-print";
import { composeConfig } from "../../src/cli/tools/compose-config";
import { devContainerConfiguration } from "../../src/cli/tools/dev-container-configuration";
import { dockerBuildCheck } from "../../src/cli/tools/docker-build-check";
import type { CheckReport } from "../../src/drift/check-report";
import { folderWith } from "../project-folder";
import { type Scripts, withTools } from "./stub-tools";

const compose = `services: { app: { image: "web:\${TAG:?say which}", command: "echo $\${OTHER?}" } }\n`;

function report(files: Record<string, string> = {}): CheckReport {
  const root = folderWith({
    Dockerfile: "",
    "compose.yaml": compose,
    ".devcontainer/devcontainer.json": "{}",
    ...files,
  });
  return {
    root,
    differences: [],
    locks: [],
    dockerfiles: [{ path: "Dockerfile", context: ".", targets: ["app", "dev"] }],
    composeFiles: ["compose.yaml"],
    bakeFiles: ["docker-bake.json"],
    devContainers: [{ path: ".devcontainer/devcontainer.json", folder: "." }],
  };
}

describe("docker build --check", () => {
  const verdict = (build: string, version = "exit 0") =>
    withTools({ docker: `case $1 in version) ${version};; *) ${build};; esac` }, () => dockerBuildCheck(report()));
  const printed = (output: object, code = 1) => `echo '${JSON.stringify(output)}'; exit ${code}`;
  const warning = {
    ruleName: "StageNameCasing",
    description: "Stage names should be lowercase",
    detail: "Stage name App should be lowercase",
    url: "https://docs.docker.com/go/dockerfile/rule/stage-name-casing/",
    location: { ranges: [{ start: { line: 3 }, end: { line: 3 } }] },
  };

  test("finds nothing where there is nothing", () =>
    expect(verdict(printed({ warnings: null }, 0))).toMatchObject({ checked: ["Dockerfile"], findings: [] }));
  test("tells a finding once, though two stages have it", () =>
    expect(verdict(printed({ warnings: [warning] })).findings).toEqual([
      "Dockerfile: line 3: StageNameCasing: Stage name App should be lowercase; see https://docs.docker.com/go/dockerfile/rule/stage-name-casing/",
    ]));
  test("tells what can't be parsed", () =>
    expect(
      verdict(printed({ buildError: { message: "dockerfile parse error on line 2: unknown instruction: RUNN" } })),
    ).toMatchObject({
      findings: ["Dockerfile: dockerfile parse error on line 2: unknown instruction: RUNN"],
    }));
  test.each([
    'python:3.13: failed to do request: Head "https://registry.example.com/v2/": dial tcp: lookup: no such host',
    "python:3.13: failed to resolve source metadata for docker.io/library/python:3.13: not found",
    "pull access denied, repository does not exist or may require authorization",
  ])("has no finding where a base image can't be had: %s", (message) =>
    expect(verdict(printed({ warnings: null, buildError: { message } }))).toMatchObject({
      checked: [],
      findings: [],
      notChecked: [`Dockerfile: ${message}`],
    }),
  );
  test("still tells what it found besides", () =>
    expect(verdict(printed({ warnings: [warning], buildError: { message: "no such host" } })).findings).toHaveLength(
      1,
    ));
  test.each(["unknown flag: --call", "ERROR: failed to solve: unsupported request frontend.lint"])(
    "says where Docker is too old: %s",
    (text) =>
      expect(verdict(`echo '${text}' >&2; exit 1`).notChecked).toEqual([
        "Dockerfile: this Docker knows no checks; they need buildx 0.15 and BuildKit 0.15",
      ]),
  );
  test("says where no engine answers", () =>
    expect(verdict("exit 1", "exit 1")).toMatchObject({ findings: [], notChecked: ["no Docker engine answers"] }));
  test("says where there is no docker", () =>
    expect(withTools({}, () => dockerBuildCheck(report())).notChecked).toEqual(["there is no docker"]));
  test("passes over a Dockerfile that is not there", () => {
    const missing = { ...report(), dockerfiles: [{ path: "other/Dockerfile", context: ".", targets: [] }] };
    expect(dockerBuildCheck(missing)).toMatchObject({ checked: [], findings: [], notChecked: [] });
  });
});

describe("docker compose config", () => {
  const verdict = (config: string, scripts: Scripts = {}) =>
    withTools({ docker: `case $2 in version) exit 0;; *) ${config};; esac`, ...scripts }, () =>
      composeConfig(report()),
    );

  test("finds nothing where it succeeds", () =>
    expect(verdict("exit 0")).toMatchObject({ checked: ["compose.yaml"], findings: [], notChecked: [] }));
  test("tells what compose says", () =>
    expect(verdict("echo 'service \"app\" refers to undefined volume data' >&2; exit 15").findings).toEqual([
      'compose.yaml: service "app" refers to undefined volume data',
    ]));
  test("asks with all profiles", () =>
    expect(verdict('case "$*" in *--profile=\\**) exit 0;; *) exit 1;; esac').findings).toEqual([]));
  test("sets what has to be set, and nothing else", () =>
    expect(verdict('[ "$TAG" = 1 ] && [ -z "$OTHER" ]').findings).toEqual([]));
  test("has no finding where a file of variables is missing that people have", () =>
    expect(verdict("echo 'env file /a/.env not found' >&2; exit 14")).toMatchObject({
      findings: [],
      notChecked: ["compose.yaml: env file /a/.env not found"],
    }));
  test("says where docker has no compose", () =>
    expect(withTools({ docker: "exit 1" }, () => composeConfig(report())).notChecked).toEqual([
      "there is no docker compose",
    ]));
});

describe("docker buildx bake --print", () => {
  const made = () => report({ "docker-bake.json": "{}" });
  const verdict = (print: string) =>
    withTools({ docker: `case $2 in version) exit 0;; *) ${print};; esac` }, () => bakePrint(made()));

  test("finds nothing where it succeeds", () =>
    expect(verdict("exit 0")).toMatchObject({ checked: ["docker-bake.json"], findings: [], notChecked: [] }));
  test("asks for this file alone, and builds nothing", () =>
    expect(verdict('[ "$*" = "buildx bake --file=docker-bake.json --print" ]').findings).toEqual([]));
  test("tells what buildx says", () =>
    expect(verdict("echo 'ERROR: failed to find target api' >&2; exit 1").findings).toEqual([
      "docker-bake.json: ERROR: failed to find target api",
    ]));
  test.each([
    "ERROR: invalid empty ssh agent socket: make sure SSH_AUTH_SOCK is set",
    "ERROR: failed to stat netrc: stat netrc: no such file or directory",
  ])("has no finding where only whoever builds has what is missing: %s", (message) => {
    expect(verdict(`echo '${message}' >&2; exit 1`)).toMatchObject({
      findings: [],
      notChecked: [`docker-bake.json: ${message}`],
    });
  });
  test("says where docker has no buildx", () =>
    expect(withTools({ docker: "exit 1" }, () => bakePrint(made())).notChecked).toEqual(["there is no docker buildx"]));
});

describe("devcontainer read-configuration", () => {
  test("finds nothing where it succeeds", () =>
    expect(withTools({ devcontainer: "exit 0" }, () => devContainerConfiguration(report()))).toMatchObject({
      checked: [".devcontainer/devcontainer.json"],
      findings: [],
    }));
  test("tells what the CLI says", () =>
    expect(
      withTools({ devcontainer: "echo 'Error: no such workspace' >&2; exit 1" }, () =>
        devContainerConfiguration(report()),
      ).findings,
    ).toEqual([".devcontainer/devcontainer.json: Error: no such workspace"]));
  test("takes the CLI of the project's packages", () => {
    const made = report();
    const installed = report({ "node_modules/@devcontainers/cli/devcontainer.js": "" });
    const counts = [made, installed].map((each) => withTools({}, () => devContainerConfiguration(each)).notChecked);
    expect(counts).toEqual([["the Dev Containers CLI is not installed"], []]);
  });
});
