import type { PlacelessFinding } from "../../findings/finding";
import { shown } from "../../values/mistake";
import type { FileContent, ServiceContent } from "./file-content";

type Uses = (service: ServiceContent) => readonly string[];

/** What services use, by its kind, and the property by which they do. */
const KINDS = [
  {
    kind: "volume",
    property: "volumes",
    there: "volumes",
    uses: ({ volumes }) => volumes.map(({ source = "" }) => source),
  },
  { kind: "network", property: "networks", there: "networks", uses: ({ networks }) => ["default", ...networks] },
  {
    kind: "secret",
    property: "secrets",
    there: "secrets",
    uses: ({ secrets, build }) => [...secrets, ...(build?.secrets ?? [])],
  },
  { kind: "config", property: "configs", there: "configs", uses: ({ configs }) => configs },
  { kind: "model", property: "models", there: "models", uses: ({ models }) => models },
] as const satisfies readonly { kind: string; property: string; there: keyof FileContent; uses: Uses }[];

/** What the file has, and no service uses; what a service extends, or another file, may use it. */
export function unusedFindings(file: FileContent): readonly PlacelessFinding[] {
  const services = Object.values(file.services);
  if (file.hasInclude || services.length === 0 || services.some(({ base }) => base !== undefined)) return [];
  return KINDS.flatMap(({ kind, property, there, uses }) => {
    const used = new Set(services.flatMap(uses));
    return file[there]
      .filter((name) => !used.has(name))
      .map((name) => ({
        rule: "UnusedComposeItem",
        what: `no service uses the ${kind} ${shown(name)}`,
        allowed: "compose makes, and asks for, what services use alone",
        fix: `give it to a service by ${property}, or leave it out`,
      }));
  });
}
