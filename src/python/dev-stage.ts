import type { DockerfileBlock } from "../dockerfile/block";
import type { DockerfileStage } from "../dockerfile/stage";
import { DockerfileWord } from "../dockerfile/word";
import { addDeveloper } from "./user";

/** What a dev container needs of Debian, whatever the project is. */
const PACKAGES = ["ca-certificates", "git", "openssh-client"];

/**
 * Adds the sections of the stage from which the dev container starts.
 *
 * @param addEnvironment installs the development groups into the environment that VIRTUAL_ENV names
 */
export function addDevSections(
  dev: DockerfileStage,
  sudo: boolean,
  addEnvironment: (block: DockerfileBlock) => void,
): void {
  addSystemPackages(dev.addSection("system packages"), sudo ? [...PACKAGES, "sudo"] : PACKAGES);

  const user = addDeveloper(dev.addSection("user"), { sudo });

  const dependencies = dev.addSection("dependencies");
  const environment = DockerfileWord.join("/home/", user.name, "/venv");
  dependencies.addEnv("VIRTUAL_ENV", environment, {
    comment: "below the home folder: the Dev Containers CLI gives that, and nothing else, to the host's UID",
  });
  dependencies.addEnv("PATH", DockerfileWord.join(environment, "/bin:", DockerfileWord.variable("PATH")));
  addEnvironment(dependencies);

  dev.addSection("runtime").addUser(user.name, {
    comment: "a name: the Dev Containers CLI maps no numeric user to the host's UID\nhadolint ignore=DL3066",
  });
}

function addSystemPackages(block: DockerfileBlock, packages: string[]): void {
  block.addRunSequence(
    [
      ["apt-get", "update"],
      ["apt-get", "install", "--yes", "--no-install-recommends", ...[...packages].sort()],
      ["rm", "-rf", "/var/lib/apt/lists"],
    ],
    { comment: "no exact versions: they leave Debian's mirrors with the next update\nhadolint ignore=DL3008" },
  );
}
