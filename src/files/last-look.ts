import { Component, type Project } from "projen";

/** The last component of a project, as far as this module knows: what the others add is there when it looks. */
export class LastLook extends Component {
  constructor(
    project: Project,
    private readonly look: () => void,
    private readonly end: () => void,
  ) {
    super(project, "FileGuard looks");
  }

  public preSynthesize(): void {
    this.look();
  }

  public postSynthesize(): void {
    this.end();
  }

  /** Takes it out of the project, so that another one comes later. */
  public remove(): void {
    this.project.node.tryRemoveChild(this.node.id);
  }
}
