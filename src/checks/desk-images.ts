import type { Project } from "projen";
import { DevContainer } from "../dev-container/dev-container";
import { Dockerfile } from "../dockerfile/dockerfile";
import type { StageEnd } from "../dockerfile/parsed/stage-end";
import { FileGuard } from "../files/file-guard";
import { deskBuild } from "./desk-build";

/** A dev container that is made of a stage of a generated Dockerfile. */
export interface DeskImage {
  readonly devContainer: DevContainer;
  readonly dockerfile: Dockerfile;
  /** What the stage is at its end. */
  readonly end: StageEnd;
}

/** The generated dev containers of a project that are made of its generated Dockerfiles. */
export function deskImages(project: Project): DeskImage[] {
  const guard = FileGuard.of(project);
  return guard._tree.componentsOf(project).flatMap((devContainer) => {
    if (!(devContainer instanceof DevContainer) || guard._isLeft(devContainer.file.absolutePath)) return [];
    const build = deskBuild(devContainer);
    const dockerfile = build === undefined ? undefined : guard._tree.fileAt(build.dockerfile);
    if (!(dockerfile instanceof Dockerfile)) return [];
    const end = dockerfile._stageEnd(build?.target, build?.args);
    return end === undefined ? [] : [{ devContainer, dockerfile, end }];
  });
}
