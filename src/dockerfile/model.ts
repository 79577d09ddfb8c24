import type { Instruction } from "./instruction";
import type { Word } from "./word";

/** A section of a stage with its instructions; the nameless one stands first. */
export interface SectionModel {
  readonly name?: string;
  readonly instructions: readonly Instruction[];
}

/** A stage as it will be written. */
export interface StageModel {
  readonly name: string;
  readonly description?: string;
  readonly image: Word;
  /** Name of the stage that this one starts from, undefined for an image. */
  readonly parent?: string;
  readonly platform?: Word;
  readonly omitIfUnused?: boolean;
  readonly sections: readonly SectionModel[];
}

/** A Dockerfile as it will be written: everything late is known, nothing is text yet. */
export interface DockerfileModel {
  /** Parser directives, name and value, in the order in which they must stand. */
  readonly directives: readonly (readonly [string, string])[];
  readonly marker?: string;
  readonly globals: readonly Instruction[];
  readonly stages: readonly StageModel[];
}
