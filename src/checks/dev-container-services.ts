import type { Project } from "projen";
import { DevContainer } from "../dev-container/dev-container";
import { FileGuard } from "../files/file-guard";
import type { Finding } from "../findings/finding";
import { shown } from "../values/mistake";
import { deskComposeFiles } from "./desk-compose-files";

/**
 * Services that a dev container of the project is, or starts, and that are not in its compose files as they are to be
 * written. What people write is not read, so nothing is said of a dev container that takes services from there too, or
 * includes them.
 */
export function* devContainerServiceFindings(project: Project): Iterable<Finding> {
  for (const devContainer of FileGuard.of(project)._tree.componentsOf(project)) {
    if (!(devContainer instanceof DevContainer)) continue;
    const { generated, areAllGenerated } = deskComposeFiles(devContainer);
    if (!areAllGenerated) continue;
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
