import { DockerfileParser } from "dockerfile-ast";
import type { PythonContainerOptions } from "../../src";
import { containerProject } from "../container-project";
import { synthesized } from "../project-folder";

/** The CMDs of a service of FastAPI whose app stage has an entry point of the user's. */
function commands(options: PythonContainerOptions): string[] {
  const project = containerProject({ deps: ["fastapi@^0.115", "uvicorn@^0.34"], ...options });
  project.container.dockerfile.findStage("app").section("runtime").addEntrypoint(["/entry.sh"]);
  return DockerfileParser.parse(synthesized(project).Dockerfile)
    .getCMDs()
    .map((each) => each.getArgumentsContent() ?? "");
}

test("an entry point of the user's gets no command that is found", () => expect(commands({})).toEqual([]));

test("it gets one that the user names", () => expect(commands({ command: ["serve"] })).toEqual(['["serve"]']));
