import { appUserFindings, productionUserFindings } from "../../src/checks/app-user";
import type { BuiltService } from "../../src/checks/built-services";
import type { ServiceContent } from "../../src/compose/checks/file-content";
import { WrittenDockerfile } from "../../src/dockerfile/written-dockerfile";

/** The rules that find something in an image of production. */
function rulesOf(lines: string): string[] {
  const text = `ARG UID=10001\nFROM python:3.13-slim AS base\n${lines}\nFROM base AS app\n`;
  const end = new WrittenDockerfile("Dockerfile", text).stageEnd("app");
  return end === undefined ? [] : [...appUserFindings(end, "app", "Dockerfile")].map(({ rule }) => rule);
}

test.each<[string, string[]]>([
  ["USER 10001:10001", []],
  ["ARG UID\nUSER $UID", []],
  ["ENV WHO=0\nUSER $WHO", ["AppRunsAsRoot"]],
  ["RUN true", ["AppRunsAsRoot"]],
  ["USER 1\nUSER root", ["AppRunsAsRoot"]],
  ["USER 0:5", ["AppRunsAsRoot"]],
  ['USER "nobody"', ["AppUserNamed"]],
  ["EXPOSE 443/tcp 8000\nUSER 5", ["PrivilegedPort"]],
  ["ENV PORT=80\nEXPOSE $PORT\nUSER 5", ["PrivilegedPort"]],
])("%j", (lines, rules) => expect(rulesOf(lines)).toEqual(rules));

const service = (target: string, more: Partial<ServiceContent> = {}) =>
  ({ target, service: { profiles: [], ...more } }) as unknown as BuiltService;
const NAMES = { app: "app", builder: "builder", dev: "dev", live: "live" };

/** The stages in which something is found beside a well made app stage, each with whether it stops a synth. */
function stagesOf(lines: string, ...services: BuiltService[]): string[] {
  const text = `FROM a AS dev\nFROM a AS app\nUSER 5\n${lines}`;
  const found = productionUserFindings(new WrittenDockerfile("Dockerfile", text), NAMES, services);
  return [...found].map(({ rule, stage, mayWork = false }) => `${stage} ${rule} ${mayWork ? "warning" : "error"}`);
}

test.each<[string, string, BuiltService[], string[]]>([
  ["one that starts from app", "FROM app AS worker\nUSER root\nFROM app AS z", [], ["worker AppRunsAsRoot error"]],
  ["the last one", 'FROM nginx AS gpu\nCMD ["a"]', [], ["gpu AppRunsAsRoot warning"]],
  ["that of a service", 'FROM n AS gpu\nCMD ["a"]\nFROM app AS z', [service("gpu")], ["gpu AppRunsAsRoot warning"]],
  [
    "that of a service with a profile",
    'FROM n AS gpu\nCMD ["a"]\nFROM app AS z',
    [service("gpu", { profiles: ["x"] })],
    [],
  ],
  ["that of a service with a user", 'FROM n AS gpu\nCMD ["a"]\nFROM app AS z', [service("gpu", { user: "5" })], []],
  ["one that runs what its base does", "FROM postgres AS db", [service("db")], []],
  ["one that nothing starts", 'FROM n AS gpu\nCMD ["a"]\nFROM app AS z', [], []],
  ["one for development", 'FROM dev AS live\nCMD ["a"]', [service("live")], []],
])("a stage of production: %s", (_, lines, services, stages) => expect(stagesOf(lines, ...services)).toEqual(stages));
