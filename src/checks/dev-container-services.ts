import { resolve } from "node:path";
import type { Project } from "projen";
import { ComposeFile } from "../compose/compose-file";
import { DevContainer } from "../dev-container/dev-container";
import { FileGuard } from "../files/file-guard";
import type { Finding } from "../findings/finding";
import { shown } from "../values/mistake";

/**
 * Services that a dev container of the project is, or starts, and that are not in its compose files as they are to be
 * written. What people write is not read, so nothing is said of a dev container that takes services from there too, or
 * includes them.
 */
export function* devContainerServiceFindings(project: Project): Iterable<Finding> {
  const guard = FileGuard.of(project);
  for (const devContainer of project.components) {
    if (!(devContainer instanceof DevContainer)) continue;
    const paths = devContainer.source.composeOptions?.files?.map((file) => resolve(project.outdir, file)) ?? [];
    const generated = project.root.node
      .findAll()
      .filter((each) => each instanceof ComposeFile)
      .filter(({ file: { absolutePath } }) => paths.includes(absolutePath) && !guard._isLeft(absolutePath));
    if (paths.length === 0 || generated.length < new Set(paths).size) continue;
    const contents = generated.map((compose) => compose._content());
    if (contents.some(({ hasInclude }) => hasInclude)) continue;
    const services = [...new Set(contents.flatMap((content) => Object.keys(content.services)))];
    const missing = devContainer.runServices.find((name) => !services.includes(name));
    if (missing === undefined) continue;
    yield {
      rule: "UnknownDevService",
      where: devContainer.file.path,
      what: `the service ${shown(missing)} is in none of its compose files`,
      allowed: `their services are ${services.map(shown).join(", ") || "none"}`,
      fix: "add it to the ComposeFile, or name one of these in DevContainerSource.composeService and addRunService",
    };
  }
}
