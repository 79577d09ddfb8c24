import type { IConstruct } from "constructs";
import { Component, type ObjectFile } from "projen";
import { FileGuard } from "../files/file-guard";
import { pathFromRoot } from "../files/path-from-root";
import { Mistake, shown } from "../values/mistake";
import { BakeGroup } from "./bake-group";
import { BakeJsonFile } from "./bake-json-file";
import type { IBakeFile, IBakeTarget } from "./bake-reference";
import { BakeTarget } from "./bake-target";
import type { BakeTargetOptions } from "./bake-target-options";
import { BakeValue } from "./bake-value";
import { parseBakeName, parseBakeVariable } from "./parse-text";
import { type BakeModel, renderBake } from "./render-bake";

/** The group, or target, that bake builds where the command line names none. */
const DEFAULT = "default";

/** Options of a bake file. */
export interface BakeFileOptions {
  /**
   * The file, from the project's folder. Paths in it lead from the folder in which bake runs, which is the project's.
   *
   * @default "docker-bake.json"
   */
  readonly fileName?: string;
}

/** Options of a variable of a bake file. */
export interface BakeVariableOptions {
  /**
   * Its value where no environment variable has its name.
   *
   * @default - what was given before, or a generator gives; else none: a build argument whose whole value it is is left out
   */
  readonly defaultValue?: string;
}

/**
 * A bake file: several images that `docker buildx bake` builds at once, on whatever builder there is. What they have in common
 * is built once.
 *
 * Where the command line names nothing, all targets are built from which no other inherits; a group `default` says otherwise.
 *
 * @see https://docs.docker.com/build/bake/reference/
 */
export class BakeFile extends Component implements IBakeFile {
  /** The file itself; its `addOverride` reaches what has no method here yet. */
  public readonly file: ObjectFile;
  /** Path of the file from the project's folder. */
  public readonly fileName: string;

  private readonly targetsByName = new Map<string, BakeTarget>();
  private readonly groupsByName = new Map<string, BakeGroup>();
  private readonly variables = new Map<string, string | null>();
  /** What takes the variables: the user's, or those of generators that run. */
  private takingVariables = this.variables;

  /**
   * A bake file of the project.
   *
   * @throws where the file's name has not the ending of a JSON file
   */
  constructor(scope: IConstruct, options: BakeFileOptions = {}) {
    super(scope);
    this.fileName = parseFileName(options.fileName ?? "docker-bake.json");
    this.file = new BakeJsonFile(this, this.fileName, { obj: () => renderBake(this.model()) });
    FileGuard.of(this)._addCheckedParts(() => {
      const { absolutePath, project, path } = this.file;
      return FileGuard.of(this)._isLeft(absolutePath) ? {} : { bakeFiles: [pathFromRoot(project, path)] };
    });
  }

  /** The targets, in the order in which they were added. */
  public get targets(): BakeTarget[] {
    return [...this.targetsByName.values()];
  }

  /**
   * Adds a target.
   *
   * @param name letters, digits, `-` and `_`
   * @throws where the name is not valid or is taken, or an option is not valid
   */
  public addTarget(name: string, options: BakeTargetOptions = {}): BakeTarget {
    const target = new BakeTarget(this.newName("target", name), this);
    target.configure(options);
    this.targetsByName.set(name, target);
    return target;
  }

  /**
   * Adds a group.
   *
   * @param name letters, digits, `-` and `_`
   * @param members targets and groups of this file
   * @throws where the name is not valid or is taken, or a member is of another file
   */
  public addGroup(name: string, members: IBakeTarget[] = []): BakeGroup {
    const group = new BakeGroup(this.newName("group", name), this);
    for (const member of members) group.addMember(member);
    this.groupsByName.set(name, group);
    return group;
  }

  /**
   * Adds a variable, or finds the one of that name; it stands in texts by `BakeValue.join`, or alone.
   *
   * A default that is given here goes before that of a generator, for example for `DOCKER_REGISTRY` of app images.
   *
   * @param name letters, digits and `_`, a letter first
   * @throws where the name is not valid, or was given another default
   */
  public addVariable(name: string, options: BakeVariableOptions = {}): BakeValue {
    const where = `${this.fileName} variable ${shown(name)}`;
    const variable = BakeValue._variable(parseBakeVariable(name, where));
    const { defaultValue } = options;
    const byDefault = defaultValue === undefined ? null : BakeValue._of(defaultValue, where).toJSON();
    const before = this.takingVariables.get(name) ?? null;
    if (before !== null && byDefault !== null && before !== byDefault) {
      throw new Mistake({
        where,
        what: `its default is ${shown(byDefault)}, and ${shown(before)} already`,
        allowed: "a variable has one default",
        fix: "give the same one, or another name",
      });
    }
    this.takingVariables.set(name, byDefault ?? before);
    return variable;
  }

  /**
   * The target of a name.
   *
   * @throws where there is none, with the names there are
   */
  public findTarget(name: string): BakeTarget {
    const found = this.tryFindTarget(name);
    if (found !== undefined) return found;
    throw new Mistake({
      where: this.fileName,
      what: `there is no target ${shown(name)}`,
      allowed: `there are ${[...this.targetsByName.keys()].map((each) => shown(each)).join(", ") || "none"}`,
      fix: "name one of them, or addTarget",
    });
  }

  /** The target of a name; undefined where there is none. */
  public tryFindTarget(name: string): BakeTarget | undefined {
    return this.targetsByName.get(name);
  }

  /** @internal */
  public _has(kind: "target" | "group", member: IBakeTarget): boolean {
    const all = kind === "target" ? this.targetsByName : this.groupsByName;
    const own: IBakeTarget | undefined = all.get(member.name);
    return own === member;
  }

  private model(): BakeModel {
    const { targets, generated } = this.completed();
    const groups = new Map([...this.groupsByName].map(([name, group]) => [name, group._members]));
    if (!groups.has(DEFAULT) && !targets.has(DEFAULT) && targets.size > 0) {
      const bases = new Set(
        [...targets.values()].flatMap((model) => (model.get("inherits") as string[] | undefined) ?? []),
      );
      groups.set(
        DEFAULT,
        [...targets.keys()].filter((name) => !bases.has(name)),
      );
    }
    const given = [...this.variables].map(([name, value]) => [name, value ?? generated.get(name) ?? null] as const);
    return { variables: new Map([...generated, ...given]), groups, targets };
  }

  /** The targets, and the variables that their generators give, both computed afresh. */
  private completed() {
    const generated = new Map<string, string | null>();
    this.takingVariables = generated;
    try {
      return { targets: new Map(this.targets.map((target) => [target.name, target._model()])), generated };
    } finally {
      this.takingVariables = this.variables;
    }
  }

  /** Groups and targets are named alike on the command line. */
  private newName(kind: "target" | "group", name: string): string {
    const where = this.fileName;
    parseBakeName(kind, name, where);
    const other = this.targetsByName.has(name) ? "target" : this.groupsByName.has(name) ? "group" : undefined;
    if (other === undefined) return name;
    throw new Mistake({
      where,
      what: `there is a ${other} ${shown(name)} already`,
      allowed: "each target and each group has a name of its own",
      fix: other === "target" && kind === "target" ? "use findTarget, or another name" : "use another name",
    });
  }
}

function parseFileName(fileName: string): string {
  if (/\.json$/.test(fileName) && !/[\p{Cc}\p{Cs}]/u.test(fileName)) return fileName;
  throw new Mistake({
    where: "BakeFile",
    what: `${shown(fileName)} is no name of a bake file`,
    allowed: "it ends with .json",
    fix: 'give a path such as "docker-bake.json"',
  });
}
