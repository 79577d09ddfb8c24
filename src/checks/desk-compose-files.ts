import { resolve } from "node:path";
import { ComposeFile } from "../compose/compose-file";
import type { DevContainer } from "../dev-container/dev-container";
import { FileGuard } from "../files/file-guard";

/** The compose files of a dev container. */
export interface DeskComposeFiles {
  /** Those that are generated; what people write is not read. */
  readonly generated: readonly ComposeFile[];
  /** Whether there are any, and all of them are generated. */
  readonly areAllGenerated: boolean;
}

/** The compose files of which a dev container is made, in the order in which they are read. */
export function deskComposeFiles({ project, source }: DevContainer): DeskComposeFiles {
  const guard = FileGuard.of(project);
  const paths = new Set(source.composeOptions?.files?.map((file) => resolve(project.outdir, file)));
  const generated = [...paths]
    .map((path) => guard._tree.fileAt(path)?.node.scope)
    .filter((each) => each instanceof ComposeFile)
    .filter(({ file }) => !guard._isLeft(file.absolutePath));
  return { generated, areAllGenerated: paths.size > 0 && generated.length === paths.size };
}
