/** A stage, as mounts and copies name it. */
export interface IDockerfileStage {
  /** The stage's name. */
  readonly name: string;
}
