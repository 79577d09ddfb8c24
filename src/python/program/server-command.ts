import type { FrameworkRow, FrameworkServer } from "../../knowledge/frameworks";
import type { Application } from "../../pyproject/applications/application";
import { type Fact, fact } from "../../pyproject/fact";
import type { ProjectFacts } from "../../pyproject/facts";
import { serversOf } from "../../pyproject/frameworks";
import { layout } from "../layout";

/** A framework of the project with the program that serves one of its applications. */
export interface Server {
  readonly framework: FrameworkRow;
  readonly program: FrameworkServer;
  /** Undefined for a program that needs to be told none. */
  readonly application?: Fact<Target>;
  /** Why, without line numbers: a line that moves in a source file is no reason to write the Dockerfile again. */
  readonly source: string;
}

type Target = Pick<Application, "target" | "isFactory">;

/** What serves the framework; a sentence where nothing does. */
export function serverOf(
  framework: Fact<FrameworkRow>,
  facts: ProjectFacts,
  stated: string | undefined,
): Server | string {
  const { value: row, source } = framework;
  const programs = serversOf(facts, row);
  if (programs.length === 0) return withoutServer(row);
  const found = facts.applications.filter(({ value }) => value.framework === row.name);
  const options = stated === undefined ? found : [statedApplication(stated, programs)];
  for (const program of programs) {
    const key = `${source} (${row.name})`;
    if (!program.command.some((word) => word.includes("{application}")))
      return { framework: row, program, source: key };
    const application = options.find(({ value }) => takes(program, value));
    if (application !== undefined) {
      return { framework: row, program, application, source: `${key}, ${application.source.replace(/:\d+$/, "")}` };
    }
  }
  return withoutApplication(row, programs, stated);
}

/**
 * The words of the command, which listens on all interfaces: a container's loopback is reached by nobody else.
 *
 * @param installed the facts of the project, where it is installed as in the production image; a script lies where it is
 *   in the project's folder without them
 */
export function serverWords(
  { program, application }: Server,
  port: number | undefined,
  installed?: ProjectFacts,
): string[] {
  const { target = "", isFactory = false } = application?.value ?? {};
  const isMoved = program.application === "script" && installed !== undefined;
  const name = isMoved ? pathInImage(target, installed) : target;
  const filled = (word: string) =>
    word.replace("{application}", name).replace("{address}", "0.0.0.0").replace("{port}", `${port}`);
  const { factory = [] } = program;
  return program.command.flatMap((word) => (isFactory && word === "{application}" ? factory : [word])).map(filled);
}

function takes(program: FrameworkServer, { kind, isFactory }: Pick<Application, "kind" | "isFactory">): boolean {
  return program.application === kind && (!isFactory || program.factory !== undefined);
}

/** The kind of what a user names is that of the program, as far as a path and a name can be told apart. */
function statedApplication(stated: string, programs: readonly FrameworkServer[]): Fact<Omit<Application, "framework">> {
  const isPath = stated.endsWith(".py");
  const kind = programs.find(({ application }) => (application === "script") === isPath)?.application ?? "script";
  const isFactory = stated.endsWith("()");
  return fact({ kind, target: stated.replace(/\(\)$/, ""), isFactory }, "option application");
}

/** The environment holds the files of an installed project, and the working folder those of another one. */
function pathInImage(path: string, { installsProject, packageRoots, python }: ProjectFacts): string {
  const root = packageRoots.value.find((each) => path === each || path.startsWith(`${each}/`));
  if (!installsProject.value || root === undefined) return path;
  const inside = path.slice(root.lastIndexOf("/") + 1);
  return `${layout.environment}/lib/python${python.value.minor}/site-packages/${inside}`;
}

function withoutServer({ name, servers }: FrameworkRow): string {
  const known = servers.map(({ needs }) => needs.map(needText).join(" with "));
  return `no server of ${name} is among the dependencies; add one of them (${known.join(", ")}), or set the option command`;
}

function needText({ distribution, extras }: FrameworkServer["needs"][number]): string {
  return extras === undefined ? distribution : `${distribution}[${extras.at(-1)}]`;
}

function withoutApplication(
  { name, applications = [] }: FrameworkRow,
  programs: readonly FrameworkServer[],
  stated: string | undefined,
): string {
  const example = programs[0].application === "script" ? '"app.py"' : '"orders.main:app"';
  if (stated !== undefined) {
    return `no server of ${name} among the dependencies takes ${JSON.stringify(stated)} of the option application; write it like ${example}, or set the option command`;
  }
  const files = [...new Set(applications.flatMap((each) => each.files))];
  const places = files.length === 0 ? "" : ` in ${files.join(", ")} of the project or its packages`;
  return `no application of ${name} was found${places}; name it with the option application, for example ${example}, or set the option command`;
}
