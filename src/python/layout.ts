import { posix } from "node:path";
import type { ProjectPlace } from "../values/project-place";

/** Where things lie in the images; one place, since stages, compose file and dev container must agree. */
export const layout = {
  /** The production environment. A fixed place, so that its scripts stay valid when it is copied between stages. */
  environment: "/opt/venv",
  /** What the builder's commands and the application run in. */
  workdir: "/app",
  /** Where containers of development show the build context, or hold it. */
  workspace: "/workspace",
  /** What dependencies depend on, derived from pyproject.toml and the lock file. */
  manifest: "/manifest",
  /** What a developer keeps over rebuilds: a volume of the dev container. */
  kept: "/persistent",
} as const;

/** The project's folder where containers of development show it. */
export function workspaceFolder({ folder }: ProjectPlace): string {
  return posix.join(layout.workspace, folder);
}

/** The developer's environment, below the home folder. */
export function environmentFolder({ developerName }: { readonly developerName: string }): string {
  return `/home/${developerName}/venv`;
}
