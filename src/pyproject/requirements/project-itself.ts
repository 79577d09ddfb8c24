import { posix } from "node:path";
import { originOf, type Requirement } from "./requirement";

/** Is it the project itself, as `-e .` in a requirements file asks for it? */
export function isProjectItself(requirement: Requirement): boolean {
  if (requirement.url === undefined || originOf(requirement) !== "path") return false;
  return /^\.\/?$/.test(posix.normalize(requirement.url.replace(/^file:(?!\/)/, "")));
}
