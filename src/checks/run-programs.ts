import { programsOfCommand } from "../dockerfile/parsed/programs";
import type { StageEnd } from "../dockerfile/parsed/stage-end";
import type { Finding } from "../findings/finding";
import { distributionsOfProgram } from "../knowledge/programs";
import { shown } from "../values/mistake";

/** What runs in a container of a stage: the image's own program, or what a service runs in place of it. */
export interface RunUse {
  /** What says so, as messages name it. */
  readonly where: string;
  readonly stage?: string;
  readonly service?: string;
  readonly command?: readonly string[];
  readonly healthCheck?: readonly string[];
  /** What its image has. */
  readonly image: StageEnd;
}

/**
 * Commands of well-known servers and tools whose distribution production does not install.
 *
 * @param installed the names of all that is installed, normalised; undefined where nobody knows
 * @param scripts the names of the project's own commands
 */
export function* programFindings(
  uses: readonly RunUse[],
  installed: ReadonlySet<string> | undefined,
  scripts: ReadonlySet<string> = new Set(),
): Iterable<Finding> {
  if (installed === undefined) return;
  for (const { where, stage, service, command = [], healthCheck = [], image } of uses) {
    const started = new Map([
      ...namesIn(healthCheck).map((name) => [name, "its health check"] as const),
      ...namesIn(command).map((name) => [name, "it"] as const),
    ]);
    for (const [program, starter] of started) {
      const brought = scripts.has(program) ? undefined : distributionsOfProgram(program);
      if (brought === undefined || brought.some((name) => installed.has(name)) || isNamed(program, image)) continue;
      yield {
        rule: "ProgramMissing",
        where,
        stage,
        service,
        what: `${starter} runs ${shown(program)}, and ${brought.map(shown).join(" or ")} is not among what production installs`,
        allowed: "a program comes of a dependency, of the project's scripts or of the stage",
        fix: `add ${shown(brought[0])} to the dependencies, or run another program`,
      };
    }
  }
}

function namesIn(command: readonly string[]): string[] {
  return programsOfCommand(command).map(({ name }) => name);
}

/** What slim images of Debian lack, and health checks are often written with. */
const FETCHERS = /^(?:curl|wget|nc|netcat)$/;

/** Health checks by a program that the image lacks: the container is never healthy. */
export function* healthCheckFindings(uses: readonly RunUse[]): Iterable<Finding> {
  for (const { where, stage, service, healthCheck = [], image } of uses) {
    const program = programOf(healthCheck);
    if (!FETCHERS.test(program) || !/-slim\b/.test(image.image) || isNamed(program, image)) continue;
    yield {
      rule: "HealthCheckProgramMissing",
      where,
      stage,
      service,
      what: `its health check runs ${shown(program)}, which ${image.image} lacks and no instruction installs`,
      allowed: "a check whose program is not there never succeeds",
      fix: 'check by the interpreter, as in ["python", "-c", "…"], or install the program',
    };
  }
}

/** Health checks that ask another port than the one on which the application listens. */
export function* healthPortFindings(uses: readonly RunUse[]): Iterable<Finding> {
  for (const { where, stage, service, healthCheck = [], image } of uses) {
    const port = portAsked(healthCheck.join(" "));
    if (port === undefined || image.ports.length === 0 || image.ports.includes(port)) continue;
    yield {
      rule: "HealthCheckPort",
      where,
      stage,
      service,
      what: `its health check asks port ${port}, and the image exposes ${image.ports.join(" and ")}`,
      allowed: "a check that asks where nothing listens never succeeds",
      fix: "ask the port of the application, or expose the other one too",
    };
  }
}

/** The first word of a command, of a text for the shell too. */
function programOf([first = "", ...rest]: readonly string[]): string {
  const word = rest.length === 0 ? (/^\S+/.exec(first.trim())?.[0] ?? "") : first;
  return word.replace(/^(?:\/usr)?\/bin\//, "");
}

/** Whether an instruction of the stage names it: what installs a program does. */
function isNamed(program: string, { text }: StageEnd): boolean {
  const name = program.replace(/[.+]/g, "\\$&");
  return new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(text);
}

function portAsked(text: string): number | undefined {
  const [, port] = /\b(?:localhost|127\.0\.0\.1|0\.0\.0\.0)(?::|["']?\s*,\s*)(\d{1,5})\b/.exec(text) ?? [];
  return port === undefined ? undefined : Number(port);
}
