import type { DockerfileBlock } from "../../dockerfile/block";
import type { DockerfileStage } from "../../dockerfile/stage";
import { DockerfileWord } from "../../dockerfile/word";
import { fact } from "../../pyproject/fact";
import type { ContainerPlan } from "../container-plan";
import { layout } from "../layout";
import { addSystemPackages } from "./system-packages";
import { addDeveloper, runAsDeveloper, userArguments } from "./user";

/** What a dev container needs of Debian, whatever the project is. */
const PACKAGES = ["ca-certificates", "git", "openssh-client"];

/**
 * Adds the sections of the stage from which the dev container starts.
 *
 * @param addEnvironment installs the development groups into the environment that VIRTUAL_ENV names
 */
export function addDevSections(
  dev: DockerfileStage,
  plan: ContainerPlan,
  addEnvironment: (block: DockerfileBlock) => void,
): void {
  const { developerSudo: sudo = false } = plan.options;
  dev.addSection("system packages").addDefaults({
    applyDefaults: (block) => {
      const always = (sudo ? [...PACKAGES, "sudo"] : PACKAGES).map((name) => fact(name, ""));
      addSystemPackages(block, [...always, ...plan.debian.development]);
    },
  });
  dev.addSection("user").addDefaults({
    applyDefaults: (block) => {
      addDeveloper(block, plan.developerName, sudo);
      block.addRun(["install", "--directory", "--mode", "1777", layout.kept], {
        comment: "a new volume takes the permissions of its folder: whatever UID the host has, it may write there",
      });
    },
  });
  dev.addSection("dependencies").addDefaults({
    applyDefaults: (block) => {
      const environment = DockerfileWord.join("/home/", userArguments.name, "/venv");
      block.addEnv("VIRTUAL_ENV", environment, {
        comment: "below the home folder: the Dev Containers CLI gives that, and nothing else, to the host's UID",
      });
      block.addEnv("PATH", DockerfileWord.join(environment, "/bin:", DockerfileWord.variable("PATH")));
      addEnvironment(block);
    },
  });
  dev.addSection("runtime").addDefaults({
    applyDefaults: (block) => runAsDeveloper(block),
  });
}
