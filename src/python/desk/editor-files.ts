import type { IConstruct } from "constructs";
import { JetbrainsComposeRun } from "../../editors/jetbrains-compose-run";
import { addVscodeLaunch, type LaunchConfiguration } from "../../editors/vscode-launch";
import { addVscodeTasks } from "../../editors/vscode-tasks";
import type { ContainerPlan } from "../container-plan";
import { environmentFolder, layout } from "../layout";
import { type PythonProgram, pythonProgram } from "../program/python-program";
import type { ComposePlace } from "../services/compose-place";
import { DEBUG_PORT } from "../services/development-command";
import { HostPorts } from "../services/host-ports";
import { hasDeskDependency } from "./desk-dependency";

/** The folder that is open in VS Code. */
const OPENED = `\${workspaceFolder}`;

/**
 * Adds the files of the editors that the options name.
 *
 * @param hasDevContainer whether there is one, generated or not
 */
export function addEditorFiles(
  scope: IConstruct,
  plan: ContainerPlan,
  place: ComposePlace,
  hasDevContainer: boolean,
): void {
  const { vscodeFiles = false, jetbrainsFiles = false } = plan.options;
  if (vscodeFiles) {
    addVscodeLaunch(scope, () => [...attaching(plan, place), ...(hasDevContainer ? launching(plan) : [])]);
    addVscodeTasks(scope, () => {
      if (place.isThere("test")) return "compose:test";
      return hasDevContainer && hasDeskDependency(plan.facts, "pytest") ? "dev:test" : undefined;
    });
  }
  if (!jetbrainsFiles) return;
  for (const which of ["app", "dev"] as const) {
    if (!place.has(which)) continue;
    const service = place.names[which];
    new JetbrainsComposeRun(scope, { name: `${place.projectName}: ${service}`, composeFile: place.file, service });
  }
}

/** From the editor on the host: to the service that runs the application under a debugger. */
function attaching(plan: ContainerPlan, place: ComposePlace): LaunchConfiguration[] {
  const port = debuggerPort(place);
  if (port === undefined || !place.has("debug")) return [];
  const { context } = plan.place;
  return [
    {
      name: `attach to the service ${place.names.debug}`,
      type: "debugpy",
      request: "attach",
      connect: { host: "127.0.0.1", port },
      pathMappings: [{ localRoot: context === "." ? OPENED : `${OPENED}/${context}`, remoteRoot: layout.workspace }],
    },
  ];
}

/** The port on the host of the debugger, as the service is written; a variable has its fallback. */
function debuggerPort(place: ComposePlace): number | undefined {
  const { compose, names } = place;
  const { ports = [] } = compose._model().services.get(names.debug) ?? {};
  const { published } = ports.find(({ target }) => target === DEBUG_PORT) ?? {};
  if (published === undefined) return undefined;
  const literal = published._literalText();
  return literal === undefined ? HostPorts.of(compose).portOf(place) : Number(literal);
}

/** In the dev container: what its environment holds. */
function launching(plan: ContainerPlan): LaunchConfiguration[] {
  const { command, port } = plan.program;
  const common = { type: "debugpy", request: "launch", cwd: OPENED, console: "integratedTerminal" } as const;
  const tests = { name: "dev container: tests", ...common, module: "pytest", purpose: ["debug-test"] };
  const program = pythonProgram(command?.value ?? []);
  return [
    // A stage that people write may have its environment anywhere.
    ...(program === undefined || plan.written !== undefined
      ? []
      : [
          {
            name: "dev container: application",
            ...common,
            ...started(program, plan),
            ...(port === undefined ? {} : { env: { PORT: `${port.value.value}` } }),
          },
        ]),
    ...(hasDeskDependency(plan.facts, "pytest") ? [tests] : []),
  ];
}

function started({ interpreterOptions, kind, name, args }: PythonProgram, plan: ContainerPlan): object {
  const file = kind === "script" ? `${environmentFolder(plan)}/bin/${name}` : name;
  return {
    ...(interpreterOptions.length === 0 ? {} : { pythonArgs: interpreterOptions }),
    ...(kind === "module" ? { module: name } : { program: file }),
    args,
  };
}
