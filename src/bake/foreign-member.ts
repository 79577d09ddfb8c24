import { Mistake, shown } from "../values/mistake";
import type { IBakeFile, IBakeTarget } from "./bake-reference";

/** That a target or a group was given that is not of this file. */
export function foreignMember(where: string, { fileName }: IBakeFile, { name }: IBakeTarget, allowed: string): Mistake {
  return new Mistake({
    where,
    what: `${shown(name)} is none of ${fileName}`,
    allowed: `it is ${allowed} of the same file`,
    fix: "give what addTarget or addGroup of this file returned",
  });
}
