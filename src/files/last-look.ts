import { Component, Project } from "projen";

/** What is done at the end of a project. */
export interface LastTurns {
  /** All else is prepared. */
  look(): void;
  /** All files of this module are written. */
  end(): void;
}

/** The last component of a project, as far as this module knows: what the others add is there when it looks. */
export class LastLook extends Component {
  constructor(
    project: Project,
    private readonly turns: LastTurns,
  ) {
    super(project, "FileGuard looks");
  }

  public preSynthesize(): void {
    this.turns.look();
  }

  public synthesize(): void {
    this.turns.end();
  }

  /** Whether nothing of its own was added to the project since. */
  public get isLast(): boolean {
    return this.project.node.children.filter((each) => !Project.isProject(each)).at(-1) === this;
  }

  /** Takes it out of the project, so that another one comes later. */
  public remove(): void {
    this.project.node.tryRemoveChild(this.node.id);
  }
}
