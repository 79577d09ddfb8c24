import type { DockerfileBlock } from "../../dockerfile/block";
import { RunMount } from "../../dockerfile/mount";
import type { DockerfileStage } from "../../dockerfile/stage";
import { DockerfileWord } from "../../dockerfile/word";
import type { ContainerPlan } from "../container-plan";
import { environment } from "../installers/environment";
import type { InstallerContext } from "../installers/installer";
import { layout, workspaceFolder } from "../layout";
import { addRepositoryVersion } from "./repository-version";
import { runAsDeveloper, userArguments } from "./user";

/** What the package managers download, apart from the caches of the other stages. */
const cache = RunMount.cache("/root/.cache");

/**
 * Adds the sections of the dev stage with the project in it.
 *
 * @param contextOf what an installer is told; it is asked when the file is rendered
 */
export function addLiveSections(live: DockerfileStage, plan: ContainerPlan, contextOf: () => InstallerContext): void {
  live.addSection("source").addDefaults({ applyDefaults: (block) => addSource(block, plan, contextOf()) });
  live.addSection("runtime").addDefaults({
    applyDefaults: (block) => {
      if (plan.packages.length > 0) runAsDeveloper(block);
    },
  });
}

/**
 * Installs the project into the developer's environment, editable, so that the services on this stage need no network when
 * they start.
 *
 * Such an installation holds the paths of the source alone, which the services see there.
 */
function addSource(block: DockerfileBlock, plan: ContainerPlan, context: InstallerContext): void {
  const { developmentMount: isMounted = true } = plan.options;
  const owner = DockerfileWord.join(userArguments.uid, ":", userArguments.gid);
  if (!isMounted) block.addCopy(["."], `${layout.workspace}/`, { chown: owner, comment: "option developmentMount" });
  block.addWorkdir(workspaceFolder(plan.place));
  if (plan.packages.length === 0) return;
  addRepositoryVersion(block, context);
  block.addUser("0", { comment: "root, whose caches the mounts are" });
  // A build backend may write beside the source.
  const source = isMounted ? [RunMount.bind(layout.workspace, { writable: true })] : [];
  const folders = isMounted ? [environment] : [environment, layout.workspace];
  block.addRunSequence(
    [
      plan.installer.developmentInstall(plan.facts),
      ["find", ...folders, "-user", "root", "-exec", "chown", "-h", owner, "{}", "+"],
    ],
    { mounts: [...context.secrets, cache, ...source] },
  );
}
