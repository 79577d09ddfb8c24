import type { IConstruct } from "constructs";
import { Component, type Project, YamlFile } from "projen";
import { pathFromRoot } from "../../files/path-from-root";
import { addsNothing } from "../../files/preparing";
import { PackageManager } from "../../pyproject/managers/package-manager";
import { Mistake } from "../../values/mistake";
import type { DependabotUpdatesOptions } from "./dependabot-updates-options";
import { foundContainers } from "./found-containers";
import { OWN_PACKAGE } from "./renovate-rules";
import { addSynthWorkflow } from "./synth-workflow";

const WHERE = "DependabotUpdates";
const FILE = ".github/dependabot.yml";

/** What Dependabot calls those package managers of Python whose files it reads. */
const ecosystems: { readonly [M in PackageManager]?: string } = {
  [PackageManager.UV]: "uv",
  [PackageManager.POETRY]: "pip",
  [PackageManager.PIP]: "pip",
  [PackageManager.PIPENV]: "pip",
};

/**
 * Dependabot, which keeps this module current, and with it the versions that it knows, and dependencies of a pyproject.toml
 * that people write. The files are synthesized in its branches.
 *
 * It can't read options of a projenrc file: what stands there is moved by people, or by `Renovate`.
 *
 * @see https://docs.github.com/en/code-security/dependabot/working-with-dependabot/dependabot-options-reference
 */
export class DependabotUpdates extends Component {
  /** Dependabot's configuration, in the root project; its overrides are the way to what has no option. */
  public readonly file: YamlFile;

  /**
   * @param scope the project, or a component of it
   * @throws where the root project has a configuration of Dependabot already, or an option is not valid
   */
  constructor(scope: IConstruct, options: DependabotUpdatesOptions = {}) {
    super(scope);
    const { root } = this.project;
    const { labels } = options;
    if (root.tryFindFile(FILE) !== undefined) {
      throw new Mistake({
        where: WHERE,
        what: `${FILE} is generated already`,
        fix: "leave out one of them: the option dependabotUpdates, projen's dependabot or this DependabotUpdates",
      });
    }
    const common = { schedule: { interval: "weekly" }, cooldown: { "default-days": COOLDOWN_DAYS }, labels };
    const obj = () => ({ version: 2, updates: updates(root).map((each) => ({ ...each, ...common })) });
    this.file = new YamlFile(root, FILE, { obj, committed: true });
    // With these words Dependabot goes on keeping its branch up to date.
    addSynthWorkflow(root, { name: "dependabot", message: "chore: synthesize [dependabot skip]" }, options);
  }

  /** @throws where there is no Python container */
  public preSynthesize(): void {
    super.preSynthesize();
    foundContainers(this.project, WHERE);
  }
}

addsNothing(DependabotUpdates);

/** A release that is taken back soon is not taken at once. */
const COOLDOWN_DAYS = 7;

function updates(root: Project): object[] {
  const npm = {
    "package-ecosystem": "npm",
    directory: "/",
    allow: [OWN_PACKAGE, "projen", "constructs"].map((name) => ({ "dependency-name": name })),
    groups: { projen: { patterns: ["*"] } },
  };
  const python = foundContainers(root, WHERE).flatMap(({ project, _summary }) => {
    const ecosystem = _summary.isManaged ? undefined : ecosystems[_summary.packageManager];
    const directory = `/${pathFromRoot(project, "")}`;
    return ecosystem === undefined ? [] : [{ "package-ecosystem": ecosystem, directory }];
  });
  return [npm, ...python];
}
