import type { Project } from "projen";
import { shellWord } from "../../dockerfile/quote";
import type { ContainerPlan } from "../container-plan";
import { hasDeskDependency } from "../desk/desk-dependency";
import type { DevelopmentService } from "../python-names";
import type { ComposePlace } from "../services/compose-place";
import { LateTask } from "./late-task";

/** The numbers of whoever works on a Linux host, by Node, which is there wherever projen is; Windows has none. */
const owner = {
  UID: '$(node -p "process.getuid?.() ?? 1000")',
  GID: '$(node -p "process.getgid?.() ?? 1000")',
};

/** Adds the tasks of the day's work; what the containers write belongs to whoever starts them. */
export function addDevelopmentTasks(project: Project, plan: ContainerPlan, place: ComposePlace): LateTask[] {
  const { command, names, written } = place;
  // Compose ends where nothing is watched, and what people write may watch nothing.
  const up = written === undefined ? "up --build --watch" : "up --build";
  const add = (which: DevelopmentService, description: string, words: string, late = () => ""): LateTask[] => {
    if (!place.has(which)) return [];
    const name = `compose:${which}`;
    const early = `${command} ${words}`;
    const refusal = () => (place.isThere(which) ? undefined : missing(which, plan, place));
    return [
      new LateTask(project, { name, description, early, command: () => `${early}${late()}`, refusal, env: owner }),
    ];
  };
  return [
    ...add(
      "dev",
      `Build and start the ${names.dev} service, which runs the source as it is on the host`,
      `${up} ${names.dev}`,
    ),
    ...add(
      "test",
      `Run the tests in the ${names.test} service; it fails where they do`,
      `run --rm --build ${names.test}`,
      () =>
        testWords(place)
          .map((word) => ` ${shellWord(word)}`)
          .join(""),
    ),
    ...add("debug", `Build and start the ${names.debug} service, to which a debugger attaches`, `${up} ${names.debug}`),
  ];
}

/** What the service runs: words that follow those of the task would otherwise stand in the place of all of it. */
function testWords({ compose, names, written }: ComposePlace): string[] {
  if (written !== undefined) return ["pytest"];
  const { command = [] } = compose._serviceModel(names.test);
  const words = command.map((word) => word._literalText());
  // The shell of the task knows no variables of compose.
  return words.every((word) => word !== undefined) ? words : [];
}

/** Why a service is left out of the file. */
function missing(which: DevelopmentService, { facts }: ContainerPlan, { names }: ComposePlace): string {
  const needed = which === "test" ? "pytest" : "debugpy";
  const why = hasDeskDependency(facts, needed)
    ? "no Python program is known that it could run; set the option command"
    : `${needed} is not among the development dependencies; add it to them`;
  return `There is no service ${names[which]}: ${why}, and run npx projen.`;
}
