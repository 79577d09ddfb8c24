import { PackageManager } from "../../src";
import { synthesized, withoutChecksum } from "../project-folder";
import { shownProjects } from "../shown-projects";

const ours = ["Dockerfile", ".dockerignore", "compose.yaml", ".devcontainer/devcontainer.json", "pyproject.toml"];

// The whole of what a reader sees, so that a change of it is looked at; the other tests say what it must hold.
test.each([PackageManager.UV, PackageManager.POETRY])("the files of a %s project", (packageManager) => {
  const files = synthesized(shownProjects[packageManager]());
  for (const path of ours) expect(withoutChecksum(files[path])).toMatchSnapshot(path);
});
