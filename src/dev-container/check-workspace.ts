import { shown } from "../values/mistake";
import type { DevContainerMount } from "./dev-container-mount";
import type { Tell } from "./refuse";
import type { SettledValues } from "./settled-values";

/** Arguments of `docker run` that mount something, whose values are not read. */
const MOUNTS = /^(?:-v|--(?:volume|volumes-from|mount)(?:=|$))/;

/** Tells of a folder in which the project is not, where the source is an image or a Dockerfile. */
export function checkWorkspace(values: SettledValues, tell: Tell): void {
  const workspaceFolder = values.one("workspaceFolder");
  const workspaceMount = values.one("workspaceMount");
  if (workspaceMount !== undefined && workspaceFolder === undefined) {
    tell(
      "WorkspaceFolderMissing",
      "workspaceFolder is missing",
      "with a workspaceMount the editor would still open /workspaces/ and the folder's name, which is not there",
      `set it to ${shown(workspaceMount.target)}, or a folder below it`,
    );
  }
  // What a variable stands for is known on the host alone.
  if (workspaceFolder === undefined || `${workspaceFolder}${workspaceMount?.target}`.includes("${")) return;
  if (values.runArgs.some((word) => MOUNTS.test(word))) return;
  const mounts = values.list<DevContainerMount>("mounts") ?? [];
  const targets = [workspaceMount?.target ?? "/workspaces", ...mounts.map(({ target }) => target)];
  if (targets.some((target) => target === "/" || `${workspaceFolder}/`.startsWith(`${target}/`))) return;
  tell(
    "WorkspaceFolderMissing",
    `workspaceFolder ${shown(workspaceFolder)} is not in the container`,
    `the project is mounted ${workspaceMount === undefined ? "at /workspaces/ and the folder's name" : `at ${shown(workspaceMount.target)}`}`,
    `give the workspaceMount that shows it there, such as DevContainerMount.bind(".", ${shown(workspaceFolder)})`,
  );
}
