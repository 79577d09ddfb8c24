import type { PlacelessFinding } from "../../findings/finding";
import { shown } from "../../values/mistake";
import type { FileContent } from "./file-content";

/** Names that compose refuses, as an override can bring them: it takes others for networks and models. */
export function nameFindings({ services, volumes, secrets, configs }: FileContent): readonly PlacelessFinding[] {
  const kinds = Object.entries({ service: Object.keys(services), volume: volumes, secret: secrets, config: configs });
  return kinds.flatMap(([kind, names]) =>
    names
      .filter((name) => !/^[a-zA-Z0-9._-]+$/.test(name))
      .map((name) => ({
        rule: "InvalidComposeName",
        what: `${shown(name)} is no name of a ${kind}`,
        allowed: "a name has letters, digits, . _ and -",
        fix: `rename the ${kind}`,
      })),
  );
}
