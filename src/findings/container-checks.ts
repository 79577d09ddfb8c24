import type { IConstruct } from "constructs";
import { Component, Project } from "projen";
import { Mistake } from "../values/mistake";
import { relativePath } from "../values/relative-path";
import type { Finding, FindingPlace } from "./finding";
import { type ToldFinding, throwErrors, warningOf } from "./report";
import { isRuleName, RULES, type RuleName } from "./rules";
import { type SkippedCheckOptions, SkippedChecks } from "./skipped-checks";

/** What is told of the files of a project. */
export interface Findings {
  readonly errors: readonly ToldFinding[];
  readonly warnings: readonly ToldFinding[];
}

/** Looks for what is wrong in files as they are to be written; a Mistake that it throws is one more finding. */
export type Check = () => Iterable<Finding>;

/** A finding, or a Mistake that no rule has made. */
type Found = ToldFinding & FindingPlace & { readonly mayWork?: boolean };

const NAME = "ContainerChecks";

/**
 * The checks of a project's files, which run before the first file is written.
 *
 * They are there by themselves; this is where a rule is switched off. `docs/checks` has a page for each.
 */
export class ContainerChecks extends Component {
  /** The checks of the scope's project. */
  public static of(scope: IConstruct): ContainerChecks {
    const project = Project.of(scope);
    return ContainerChecks.tryFind(project) ?? new ContainerChecks(project);
  }

  /**
   * Looks at the files of projects, and tells all that is wrong.
   *
   * @param reported rules of which warnings are returned, for a report of their own, and not told
   * @throws what stops the synth, in one message
   * @internal
   */
  public static _look(projects: readonly Project[], reported: readonly RuleName[] = []): string[] {
    const there = projects.flatMap((project) => ContainerChecks.tryFind(project) ?? []);
    const isReported = ({ rule }: ToldFinding) => rule !== undefined && reported.includes(rule);
    const all = there.map((checks) => {
      checks.warned.clear();
      const { errors, warnings } = checks._findings();
      checks.tell({ errors, warnings: warnings.filter((each) => !isReported(each)) });
      return { errors, reported: warnings.filter(isReported) };
    });
    // Only when all have looked is it known what was of no use.
    for (const { skipped, project } of there) {
      for (const { message } of skipped.idle()) project.logger.info(message);
    }
    throwErrors(all.flatMap(({ errors }) => errors));
    return all.flatMap((each) => each.reported.map((one) => warningOf(one)));
  }

  private static tryFind(project: Project | undefined): ContainerChecks | undefined {
    const there = project?.node.tryFindChild(NAME);
    return there instanceof ContainerChecks ? there : undefined;
  }

  private readonly checks = new Map<Component, Check>();
  /** The warnings of this synth. */
  private readonly warned = new Set<string>();
  private readonly skipped = new SkippedChecks();
  /** The projects whose services stand in a compose file of this one. */
  private readonly owners = new Map<string, Project>();

  private constructor(project: Project) {
    super(project, NAME);
  }

  /**
   * Switches a rule off, in this project and those below it.
   *
   * @param rule its name, such as `UnknownService`
   * @throws where there is no such rule, or no reason is given
   */
  public skip(rule: string, options: SkippedCheckOptions): void {
    this.skipped.add(rule, options);
  }

  /**
   * Has the files of a component looked at in each synth.
   *
   * @internal
   */
  public _add(component: Component, check: Check): void {
    this.checks.set(component, check);
  }

  /**
   * Has a project below switch rules off for its service in a compose file of this one.
   *
   * @internal
   */
  public _share(service: string, owner: Project): void {
    this.owners.set(service, owner);
  }

  /**
   * What the checks find, but for what is switched off.
   *
   * @param components of this project
   * @internal
   */
  public _findings(components: readonly Component[] = this.project.components): Findings {
    const found = components.flatMap((each) => foundBy(this.checks.get(each))).filter((each) => !this.isSkipped(each));
    const isError = ({ rule, mayWork }: Found) => !mayWork && (rule === undefined || RULES[rule].severity === "error");
    return {
      errors: found.filter(isError).map((each) => this.told(each)),
      warnings: found.filter((each) => !isError(each)).map((each) => this.told(each)),
    };
  }

  /**
   * Looks once more at the files of a component, of which one was made meanwhile, and tells what is new.
   *
   * @throws what stops the synth, in one message
   * @internal
   */
  public _lookAgain(component: Component): void {
    throwErrors(this.tell(this._findings([component])));
  }

  /** Tells the warnings, each once in a synth, and returns the errors. */
  private tell({ errors, warnings }: Findings): readonly ToldFinding[] {
    const texts = warnings.map(warningOf);
    for (const text of texts.filter((each) => !this.warned.has(each))) {
      this.warned.add(text);
      this.project.logger.warn(text);
    }
    return errors;
  }

  private isSkipped(found: Found): boolean {
    const owner = this.owners.get(found.service ?? "");
    const projects = [this.project, ...(owner === undefined ? [] : [owner])].flatMap(withParents);
    // Each is asked, since each is to know whether it is of use.
    return projects.filter((each) => ContainerChecks.tryFind(each)?.skipped.has(found)).length > 0;
  }

  /** Of several projects in one repository, each finding says which it means; that of a pyproject.toml may do so already. */
  private told({ rule, where, what, allowed, fix }: Found): ToldFinding {
    const folder = relativePath(this.project.root.outdir, this.project.outdir);
    const isTold = folder === "" || where === folder || where.startsWith(`${folder}/`);
    return { rule, where: isTold ? where : [folder, where].filter(Boolean).join(": "), what, allowed, fix };
  }
}

function withParents(project: Project): Project[] {
  return [project, ...(project.parent === undefined ? [] : withParents(project.parent))];
}

function foundBy(check: Check = () => []): Found[] {
  const found: Found[] = [];
  try {
    for (const each of check()) found.push(each);
  } catch (error) {
    if (!(error instanceof Mistake)) throw error;
    const { rule = "", ...parts } = error.parts;
    found.push(isRuleName(rule) ? { ...parts, rule } : parts);
  }
  return found;
}
