import { chmodSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { preparedProgram, repository, runFolder } from "./locations";

/**
 * What an environment has besides where all tools of `container:check` are there: a Docker that knows BuildKit's checks,
 * the frontend that makes them, and the Dev Containers CLI.
 *
 * @param path the PATH so far
 */
export function checkTools(path: string): NodeJS.ProcessEnv {
  const folder = join(runFolder(), "check-tools");
  const plugins = join(folder, "docker/cli-plugins");
  const cli = require.resolve("@devcontainers/cli/devcontainer.js", { paths: [repository] });
  if (!existsSync(folder)) {
    mkdirSync(plugins, { recursive: true });
    const compiled = preparedProgram("docker-buildx");
    // Where it was not compiled, the installed one knows them.
    if (existsSync(compiled)) symlinkSync(compiled, join(plugins, "docker-buildx"));
    writeFileSync(join(folder, "devcontainer"), `#!/bin/sh\nexec '${process.execPath}' '${cli}' "$@"\n`);
    chmodSync(join(folder, "devcontainer"), 0o755);
  }
  return {
    PATH: `${folder}:${path}`,
    DOCKER_CONFIG: join(folder, "docker"),
    BUILDKIT_SYNTAX: "docker/dockerfile:1",
  };
}
