import type { PlacelessFinding } from "../../findings/finding";
import { shown } from "../../values/mistake";
import { type FileContent, isOpen, type ServiceContent, withDefaults } from "./file-content";
import { isOfficial } from "./official-images";

/** An image that is another one tomorrow; what a service of the file builds is as new as its build. */
export function imageFindings(
  { image, build, base }: ServiceContent,
  { services }: FileContent,
): readonly PlacelessFinding[] {
  if (image === undefined || build !== undefined || base !== undefined) return [];
  if (Object.values(services).some((each) => each.build !== undefined && each.image === image)) return [];
  const filled = withDefaults(image);
  if (isOpen(filled) || filled.includes("@")) return [];
  const tag = /:([^/:]+)$/.exec(filled)?.[1];
  if (tag !== undefined && tag !== "latest") return [];
  // What has no registry and is none of Docker Hub's own was built on this machine.
  if (tag === undefined && !filled.includes("/") && !isOfficial(filled)) return [];
  return [
    {
      rule: "UnpinnedServiceImage",
      what: `image is ${shown(image)}${tag === undefined ? ", without a tag" : ""}`,
      allowed: "what latest is changes from one day to the next, and from one machine to the other",
      fix: "give the tag of a release",
    },
  ];
}
