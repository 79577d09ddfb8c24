import { ImageReference } from "../values/image-reference";
import { Mistake, shown } from "../values/mistake";
import type { IDockerfileStage } from "./stage-reference";
import { DockerfileWord, wordTexts } from "./word";

/**
 * What a stage starts from: an image, another stage, or nothing.
 *
 * @see https://docs.docker.com/reference/dockerfile/#from
 */
export class StageBase {
  /** No file at all. */
  public static readonly SCRATCH = new StageBase("scratch");

  /**
   * An image, its name in one or several words: `StageBase.image("python:", pythonVersion, "-slim-trixie")`.
   *
   * @param words literal text, and references to global ARGs
   * @throws where the words hold no reference and are no image reference, or have characters that no reference has
   */
  public static image(...words: (string | DockerfileWord)[]): StageBase {
    if (words.every((word) => typeof word === "string")) {
      return StageBase.reference(ImageReference.of(words.join("")));
    }
    const wrong = words.flatMap(wordTexts).find((text) => !/^[A-Za-z0-9_.:/@-]*$/.test(text));
    if (wrong === undefined) return new StageBase(DockerfileWord.join(...words));
    throw new Mistake({
      where: "image reference",
      what: `${shown(wrong)} is no part of one`,
      allowed: "a reference has letters, digits and _ . : / @ -",
      fix: 'write it as "[registry/]repository[:tag][@sha256:…]", for example "python:3.13-slim-trixie"',
    });
  }

  /** An image. */
  public static reference(reference: ImageReference): StageBase {
    return new StageBase(reference.toString());
  }

  /** The files and settings of another stage of the same Dockerfile. */
  public static stage(stage: IDockerfileStage): StageBase {
    return new StageBase(stage.name, stage);
  }

  private constructor(
    /** @internal */
    public readonly _image: string | DockerfileWord,
    /** @internal */
    public readonly _stage?: IDockerfileStage,
  ) {}
}
