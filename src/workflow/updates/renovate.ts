import type { IConstruct } from "constructs";
import { Component, type JsonFile, type Project, Renovatebot } from "projen";
import { addsNothing } from "../../files/preparing";
import { PIN_TASK } from "../../values/image-digests";
import { Mistake } from "../../values/mistake";
import { lockedInstall } from "../node-setup";
import { actionManager } from "./action-manager";
import { renderManager } from "./custom-manager";
import { dependencyManagers } from "./dependency-managers";
import { digestManager, digestRules } from "./digest-manager";
import { foundContainers } from "./found-containers";
import { imageManager, serviceManagers } from "./image-managers";
import { optionManagers } from "./option-managers";
import type { RenovateOptions } from "./renovate-options";
import { packageRules } from "./renovate-rules";
import { checkSchedule } from "./schedule";
import { addSynthWorkflow, COMMITTER, synthCommands } from "./synth-workflow";

const WHERE = "Renovate";
const FILE = "renovate.json5";

/**
 * Renovate, which keeps base images, package managers, Python, images of services, actions and this module current: in the
 * projenrc file and in package.json, since the next synth would undo what it changed in generated files.
 *
 * The files are synthesized in its branches, by a workflow or by Renovate itself.
 *
 * @see https://docs.renovatebot.com/configuration-options/
 */
export class Renovate extends Component {
  /** Renovate's configuration, in the root project; its overrides are the way to what has no option. */
  public readonly file: JsonFile;

  /**
   * @param scope the project, or a component of it
   * @throws where the root project has a configuration of Renovate already, or an option is not valid
   */
  constructor(scope: IConstruct, options: RenovateOptions = {}) {
    super(scope);
    const { root } = this.project;
    if (root.tryFindFile(FILE) !== undefined) {
      throw new Mistake({
        where: WHERE,
        what: `${FILE} is generated already`,
        fix: "leave out one of them: the option renovateUpdates, projen's renovatebot or this Renovate",
      });
    }
    const { schedule = "before 3am on Monday", labels, selfHosted = false, installCommand } = options;
    checkSchedule(WHERE, schedule);
    const synth = () => [installCommand ?? lockedInstall(root), ...synthCommands(root)];
    const bot = new Renovatebot(root, {
      labels,
      overrideConfig: {
        schedule: [schedule],
        // What is generated is left out by its path: a name may be that of an image, and of a distribution as well.
        ignoreDeps: undefined,
        gitIgnoredAuthors: [COMMITTER.email],
        // Late: projen resolves functions when it writes the file.
        packageRules: () => [...packageRules(root), ...(hasDigests(root) ? digestRules : [])],
        customManagers: () => this.managers(root),
        ...(selfHosted
          ? { postUpgradeTasks: { commands: synth, fileFilters: ["**/*"], executionMode: "branch" } }
          : {}),
      },
    });
    this.file = bot.file;
    if (!selfHosted) addSynthWorkflow(root, { name: "renovate", message: "chore: synthesize" }, options);
  }

  /** @throws where there is no Python container */
  public preSynthesize(): void {
    super.preSynthesize();
    foundContainers(this.project, WHERE);
  }

  private managers(root: Project): object[] {
    const containers = foundContainers(root, WHERE);
    const used = [...new Set(containers.map(({ _summary }) => _summary.packageManager))];
    const options = optionManagers(containers[0]._baseImages, used);
    const isManaged = containers.some(({ _summary }) => _summary.isManaged);
    const more = [...(isManaged ? dependencyManagers : []), ...(hasDigests(root) ? [digestManager] : [])];
    return [...options, imageManager, ...serviceManagers, actionManager, ...more].map(renderManager);
  }
}

addsNothing(Renovate);

/** Whether images of a project are pinned by digest. */
function hasDigests(root: Project): boolean {
  return root.tasks.tryFind(PIN_TASK) !== undefined;
}
