import { Mistake, shown } from "../values/mistake";

/** @throws where GitHub would put something else in the place of a part of it, or it is not one line */
export function checkPlainText(where: string, what: string, text: string): void {
  if (!/\$\{\{|[\p{Cc}\p{Cs}]/u.test(text)) return;
  throw new Mistake({
    where,
    what: `${what} is ${shown(text)}`,
    allowed: `GitHub evaluates what follows \${{, and a name has no control characters`,
    fix: "rename it",
  });
}

/**
 * The name of a workflow, and of its file.
 *
 * @param name the user's; undefined stands for one that is made of the parts
 * @param parts folders and names
 * @throws where the user's is no name of a file
 */
export function workflowName(where: string, name: string | undefined, parts: readonly string[]): string {
  if (name === undefined) {
    const texts = parts.flatMap((part) => part.split("/")).filter((part) => part !== "");
    return texts.join("-").replace(/[^\w.-]+/g, "-");
  }
  if (/^\w(?:[\w .-]*[\w-])?$/.test(name)) return name;
  throw new Mistake({
    where,
    what: `workflowName is ${shown(name)}`,
    allowed: "it is the name of a file too, and has letters, digits, spaces, . _ and -",
    fix: 'write one like "container"',
  });
}
