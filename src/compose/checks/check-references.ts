import type { PlacelessFinding } from "../../findings/finding";
import { shown } from "../../values/mistake";
import { type FileContent, isOpen, type ServiceContent } from "./file-content";
import { allNeeds, type Need, startsWithout } from "./service-needs";

const PARTIAL = "give the ComposeFile isPartial: true where another compose file, read with this one, has it";

/** Names that a service uses and the file does not have; another file that it includes may have them. */
export function referenceFindings(name: string, file: FileContent): readonly PlacelessFinding[] {
  if (file.hasInclude) return [];
  const service = file.services[name];
  const { base } = service;
  const used: readonly (readonly [property: string, names: readonly string[], there: readonly string[]])[] = [
    ["networks", service.networks, ["default", ...file.networks]],
    ["volumes", namedVolumes(service), file.volumes],
    ["secrets", service.secrets, file.secrets],
    ["imageBuild.secrets", service.build?.secrets ?? [], file.secrets],
    ["configs", service.configs, file.configs],
    ["models", service.models, file.models],
    ["extendsService", base?.service !== undefined && base.file === undefined ? [base.service] : [], namesOf(file)],
  ];
  return used.flatMap(([property, names, there]) =>
    names
      .filter((each) => !isOpen(each) && !there.includes(each))
      .map((each) => ({
        rule: "UnknownComposeReference",
        what: `${property} has ${shown(each)}, which the file has not`,
        allowed: `there is ${there.map(shown).join(", ") || "none"}`,
        fix: `add it to the file, leave it out, or ${PARTIAL}`,
      })),
  );
}

/** Services without which another one can't start, and that are not there, or not always where it is. */
export function dependencyFindings(name: string, file: FileContent): readonly PlacelessFinding[] {
  const service = file.services[name];
  return allNeeds(service)
    .filter(({ isRequired }) => isRequired)
    .flatMap((need) => {
      if (Object.hasOwn(file.services, need.name)) return profileFindings(need, service, file.services[need.name]);
      return file.hasInclude
        ? []
        : [
            {
              rule: "UnknownService",
              what: `${need.property} names the service ${shown(need.name)}, which the file has not`,
              allowed: `there is ${namesOf(file).map(shown).join(", ")}`,
              fix: `use a name of these, or ${PARTIAL}`,
            },
          ];
    });
}

function profileFindings(
  { property, name }: Need,
  service: ServiceContent,
  needed: ServiceContent,
): readonly PlacelessFinding[] {
  const alone = startsWithout(service, needed);
  if (alone === undefined) return [];
  return [
    {
      rule: "DependencyOutsideProfile",
      what: `${property} names the service ${shown(name)}, which starts with ${list(needed.profiles)} alone, and this one ${alone === "always" ? "always does" : `with ${list(alone)} too`}`,
      allowed: "compose stops where it starts a service without one that it needs",
      fix: `give both the same profiles, or leave out the profiles of ${shown(name)}`,
      // Whoever asks for the profiles of both gets both.
      mayWork: alone !== "always",
    },
  ];
}

function namedVolumes({ volumes }: ServiceContent): readonly string[] {
  return volumes.flatMap(({ type, source }) => (type === "volume" && source !== undefined ? [source] : []));
}

function namesOf({ services }: FileContent): readonly string[] {
  return Object.keys(services);
}

function list(profiles: readonly string[]): string {
  return `the ${profiles.length === 1 ? "profile" : "profiles"} ${profiles.map(shown).join(", ")}`;
}
