import type { Project } from "projen";
import { sharedPortFindings } from "../compose/checks/check-ports";
import { runTogether, sharedNameFindings } from "../compose/checks/check-shared";
import { DevContainer } from "../dev-container/dev-container";
import { FileGuard } from "../files/file-guard";
import type { Finding } from "../findings/finding";
import { shown } from "../values/mistake";
import { deskComposeFiles } from "./desk-compose-files";

/**
 * What services of different compose files, of which a dev container of the project is made together, ask for on the host:
 * a file by itself is looked at where it is generated.
 */
export function* devContainerFileFindings(project: Project): Iterable<Finding> {
  for (const devContainer of FileGuard.of(project)._tree.componentsOf(project)) {
    if (!(devContainer instanceof DevContainer)) continue;
    const services = deskComposeFiles(devContainer).generated.flatMap((compose) =>
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
