import { type Fact, fact } from "../../pyproject/fact";
import type { ProjectFacts } from "../../pyproject/facts";
import { frameworksOf } from "../../pyproject/frameworks";
import { Mistake, shown } from "../../values/mistake";
import { Port } from "../../values/port";
import type { PythonContainerOptions } from "../python-container-options";
import { frameworkRowsBy } from "./framework-rules";
import { type Server, serverOf, serverWords } from "./server-command";

/** What the app image runs, where it listens, and what shows that it is healthy. */
export interface Program {
  /** The command's words; undefined where nothing decides it. */
  readonly command?: Fact<string[]>;
  /** Why there is no command, in one sentence with what to do about it. */
  readonly missing?: string;
  /** The server of a framework, where the command is one. */
  readonly server?: Server;
  readonly port?: Fact<Port>;
  readonly healthCheckPath?: Fact<string>;
}

/**
 * What the app image runs. In this order decide: the option `command`; the option `application`; the one console script;
 * the server of the project's framework.
 *
 * @throws where a health check's path is given and there is no port
 */
export function programOf(facts: ProjectFacts, options: PythonContainerOptions): Program {
  const { server, ...chosen } = chooseCommand(facts, options);
  const row = server?.framework;
  const port = options.port ?? row?.port;
  const path = options.healthCheckPath ?? row?.healthPath;
  if (options.healthCheckPath !== undefined && port === undefined) throw pathWithoutPort(options.healthCheckPath);
  const sourceOf = (option: "port" | "healthCheckPath") =>
    options[option] === undefined ? `default of ${row?.name}` : `option ${option}`;
  return {
    command: server === undefined ? chosen.command : fact(serverWords(server, port, facts), server.source),
    missing: chosen.missing,
    server,
    port: port === undefined ? undefined : fact(Port.tcp(port), sourceOf("port")),
    healthCheckPath: path === undefined ? undefined : fact(path, sourceOf("healthCheckPath")),
  };
}

/** The servers of the frameworks that answer requests, or else of those that take jobs; sentences where there is none. */
export function serversBy(facts: ProjectFacts, options: PythonContainerOptions): (Server | string)[] {
  const frameworks = frameworksOf(facts, frameworkRowsBy(options));
  const web = frameworks.filter(({ value }) => value.kind === "web server");
  return (web.length > 0 ? web : frameworks).map((each) => serverOf(each, facts, options.application));
}

interface Choice {
  readonly command?: Fact<string[]>;
  readonly server?: Server;
  readonly missing?: string;
}

function chooseCommand(facts: ProjectFacts, options: PythonContainerOptions): Choice {
  if (options.command !== undefined) return { command: fact([...options.command], "option command") };
  const scripts = madeScripts(facts);
  const isOnly = scripts.length === 1 && facts.hasUnreadScripts !== true;
  if (isOnly && options.application === undefined) {
    return { command: fact([scripts[0].value.name], scripts[0].source) };
  }
  const outcomes = serversBy(facts, options);
  const servers = outcomes.filter((each) => typeof each !== "string");
  // Of several frameworks the first takes what the user names: one that is built on another stands before it.
  if (servers.length === 1 || (servers.length > 0 && options.application !== undefined)) return { server: servers[0] };
  const reason =
    servers.length > 1 ? severalServers(servers) : (outcomes.find(isText) ?? withoutFramework(facts, options));
  return { missing: `The app image has no command, since ${reason}.` };
}

function severalServers(servers: readonly Server[]): string {
  const targets = servers.map(({ framework, application }) => `${application?.value.target} (${framework.name})`);
  return `there are several applications: ${targets.join(", ")}; choose one with the option application`;
}

/** The commands that installing the project makes. */
function madeScripts({ consoleScripts, installsProject }: ProjectFacts): ProjectFacts["consoleScripts"] {
  return installsProject.value ? consoleScripts : [];
}

function withoutFramework(facts: ProjectFacts, { application }: PythonContainerOptions): string {
  if (application !== undefined) {
    return `no framework is among the dependencies that would start ${shown(application)} of the option application; set the option command`;
  }
  const scripts = madeScripts(facts);
  const names = scripts.map(({ value }) => shown(value.name));
  const found = names.length === 0 ? "there is no script" : `there are several scripts: ${names.join(", ")}`;
  return `${found}; set the option command, for example ["${scripts[0]?.value.name ?? 'python", "-m", "…'}"]`;
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function pathWithoutPort(path: string): Mistake {
  return new Mistake({
    where: "PythonContainer",
    what: `healthCheckPath is ${shown(path)}, and there is no port`,
    allowed: "a path is asked for at a port",
    fix: "set the option port",
  });
}
