import type { PlacelessFinding } from "../../findings/finding";
import { shown } from "../../values/mistake";
import { isOpen, type ServiceContent, type SourceContent } from "./file-content";

/** Whether there is a file or a folder, by its path from the folder of the compose file. */
type IsThere = (path: string) => boolean;

/** What else than the project's own files: an address, a folder of this machine, what a variable decides. */
const ELSEWHERE = /^(?:[/~\\]|[A-Za-z]:|[a-z][a-z0-9+-]*:|git@)/;

/** Files of secrets and configs that are not there. */
export function sourceFindings(sources: readonly SourceContent[], isThere: IsThere): readonly PlacelessFinding[] {
  return sources.flatMap(({ property, path }) => missing(property, path, isThere));
}

/** The folder and the Dockerfile of which a service is built, where they are not there. */
export function buildSourceFindings({ build }: ServiceContent, isThere: IsThere): readonly PlacelessFinding[] {
  if (build === undefined) return [];
  const { context = ".", dockerfile, inline } = build;
  if (isOpen(context) || ELSEWHERE.test(context)) return [];
  const noContext = missing("imageBuild.context", context, isThere);
  if (noContext.length > 0 || dockerfile === undefined || inline !== undefined || ELSEWHERE.test(dockerfile))
    return noContext;
  return missing("imageBuild.dockerfile", `${context}/${dockerfile}`.replace(/^\.\//, ""), isThere);
}

function missing(property: string, path: string, isThere: IsThere): readonly PlacelessFinding[] {
  if (isOpen(path) || ELSEWHERE.test(path) || isThere(path)) return [];
  return [
    {
      rule: "ComposeFileSourceMissing",
      what: `${property} is ${shown(path)}, which is not there`,
      allowed: "compose stops where it needs it",
      fix: "write it, or give another path from the folder of the compose file",
    },
  ];
}
