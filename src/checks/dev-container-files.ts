import { resolve } from "node:path";
import type { Project } from "projen";
import { sharedPortFindings } from "../compose/checks/check-ports";
import { runTogether, sharedNameFindings } from "../compose/checks/check-shared";
import { ComposeFile } from "../compose/compose-file";
import { DevContainer } from "../dev-container/dev-container";
import { FileGuard } from "../files/file-guard";
import type { Finding } from "../findings/finding";
import { shown } from "../values/mistake";

/**
 * What services of different compose files, of which a dev container of the project is made together, ask for on the host:
 * a file by itself is looked at where it is generated.
 */
export function* devContainerFileFindings(project: Project): Iterable<Finding> {
  const guard = FileGuard.of(project);
  for (const devContainer of project.components) {
    if (!(devContainer instanceof DevContainer)) continue;
    const paths = devContainer.source.composeOptions?.files?.map((file) => resolve(project.outdir, file)) ?? [];
    const services = [...new Set(paths)]
      .map((path) => project.root.tryFindFile(path)?.node.scope)
      .filter((each) => each instanceof ComposeFile)
      .filter(({ file }) => !guard._isLeft(file.absolutePath))
      .flatMap((compose) =>
        Object.entries(compose._content().services).map(([name, service]) => ({ compose, name, service })),
      );
    for (const [index, { compose, name, service }] of services.entries()) {
      // Services of one name are one service.
      const others = services.slice(0, index).filter((each) => each.compose !== compose && each.name !== name);
      const together = new Map(
        others
          .filter((each) => runTogether(each.service, service))
          .map((other) => [`the service ${shown(other.name)} of ${other.compose.fileName}`, other.service]),
      );
      const found = [
        ...sharedPortFindings(service, together),
        ...[...together].flatMap(([other, content]) => sharedNameFindings(service, content, other)),
      ];
      for (const each of found) yield { where: `${compose.fileName} service ${shown(name)}`, service: name, ...each };
    }
  }
}
