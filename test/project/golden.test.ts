import { PackageManager } from "../../src";
import { containerProject } from "../container-project";
import { synthesized, withoutChecksum } from "../project-folder";

const ours = ["Dockerfile", ".dockerignore", "compose.yaml", ".devcontainer/devcontainer.json", "pyproject.toml"];

// The whole of what a reader sees, so that a change of it is looked at; the other tests say what it must hold.
test.each([PackageManager.UV, PackageManager.POETRY])("the files of a %s project", (packageManager) => {
  const files = synthesized(containerProject({ packageManager, deps: ["fastapi@^0.115", "uvicorn@^0.34"] }));
  for (const path of ours) expect(withoutChecksum(files[path])).toMatchSnapshot(path);
});
