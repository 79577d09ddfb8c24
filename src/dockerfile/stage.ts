import { Mistake, shown } from "../values/mistake";
import type { StageModel } from "./model";
import { DockerfileSection } from "./section";
import type { StageBase } from "./stage-base";
import { DockerfileStagePart } from "./stage-part";
import type { IDockerfileStage } from "./stage-reference";
import type { DockerfileWord } from "./word";

/** Options of a stage. */
export interface DockerfileStageOptions {
  /**
   * What the stage is for; it stands under the stage's banner.
   * @default - none
   */
  readonly description?: string;
  /**
   * The platform of the base image, for example the variable `BUILDPLATFORM`.
   * @default - the platform that is built for
   */
  readonly platform?: string | DockerfileWord;
  /**
   * Whether the stage is left out of the file where no other stage starts, copies or mounts from it.
   * @default false
   */
  readonly omitIfUnused?: boolean;
}

/**
 * A stage: what stands between two FROM lines.
 *
 * Instructions that are added to the stage itself come first; those of its named sections follow in the order in which
 * the sections were added.
 */
export class DockerfileStage extends DockerfileStagePart implements IDockerfileStage {
  /**
   * How whoever added it gives it another name, as it is told to who adds another one of its name.
   *
   * @internal
   */
  public _renaming?: string;

  private readonly parts: DockerfileSection[] = [];
  private readonly fileName: string;

  /** @internal */
  public constructor(
    fileName: string,
    /** The stage's name. */
    public readonly name: string,
    /** What the stage starts from. */
    public readonly base: StageBase,
    private readonly options: DockerfileStageOptions,
  ) {
    super(`${fileName} stage ${shown(name)}`);
    this._rules.flag("FROM --platform", options.platform);
    this._rules.lineLength(options.description ?? "");
    this.fileName = fileName;
  }

  /** The stage's sections in their order. */
  public get sections(): DockerfileSection[] {
    return [...this.parts];
  }

  /**
   * Adds a section after those that are there.
   *
   * @throws where the stage has one of that name, or the name is not one line
   */
  public addSection(name: string): DockerfileSection {
    this._rules.title("section", name);
    this._rules.lineLength(name);
    if (this.parts.some((part) => part.name === name)) {
      throw new Mistake({
        where: `${this.fileName} stage ${shown(this.name)}`,
        what: `there is a section ${shown(name)} already`,
        fix: `add to it by section(${shown(name)})`,
      });
    }
    const section = new DockerfileSection(name, `${this.fileName} stage ${shown(this.name)}`);
    section._list.userKeys = this._list.userKeys;
    this.parts.push(section);
    return section;
  }

  /**
   * The section of that name.
   *
   * @throws where there is none
   */
  public section(name: string): DockerfileSection {
    const section = this.parts.find((part) => part.name === name);
    if (section === undefined) {
      throw new Mistake({
        where: `${this.fileName} stage ${shown(this.name)}`,
        what: `there is no section ${shown(name)}`,
        allowed: `its sections are ${this.parts.map((part) => shown(part.name)).join(", ") || "none"}`,
        fix: "use one of them, or addSection",
      });
    }
    return section;
  }

  /** The stage with all that is late. @internal */
  public _model(): StageModel {
    const sections = [
      { instructions: this._instructions() },
      ...this.parts.map((part) => ({ name: part.name, instructions: part._instructions() })),
    ];
    const { description, platform, omitIfUnused } = this.options;
    const { _image: image, _stage: parent } = this.base;
    return { name: this.name, description, image, parent: parent?.name, platform, omitIfUnused, sections };
  }
}
