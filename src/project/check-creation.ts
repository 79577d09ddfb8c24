import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { ExistingFiles } from "../files/existing-files";
import { PackageManager } from "../pyproject/managers/package-manager";
import { Mistake, shown } from "../values/mistake";

const WHERE = "projen new";

/** The options with a closed set of values: another one reaches the project as none. */
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  packageManager: Object.values(PackageManager),
  existingFiles: Object.values(ExistingFiles),
};

/**
 * @param args the options that were given, as they were given
 * @param words those of the command line
 * @throws where `projen new` would make something else of the repository than people want: a projen project of its own in
 *   one that is there, or a commit of everything in it; or where an option has no value of those that it takes
 */
export function checkCreation(
  folder: string,
  args: Readonly<Record<string, unknown>>,
  words: readonly string[] = process.argv,
): void {
  for (const [name, allowed] of Object.entries(CHOICES)) checkChoice(name, args[name], allowed);
  const rcFile = namesIn(folder).find((name) => /^\.projenrc\.[a-z]+$/.test(name));
  if (rcFile !== undefined) {
    throw new Mistake({
      where: WHERE,
      what: `there is a ${rcFile}, so this is a projen project already`,
      fix: `add "new PythonContainer(project)" of projen-python-container to that file and run npx projen`,
    });
  }
  const tree = workTreeAround(folder);
  if (tree !== undefined && commits(words)) {
    throw new Mistake({
      where: WHERE,
      what: `the folder lies in the git work tree ${shown(tree)}, and projen new would commit all that is in it`,
      fix: "give --no-git too, look at what was written and commit it yourself",
    });
  }
}

function checkChoice(name: string, value: unknown, allowed: readonly string[]): void {
  if (value === undefined || allowed.includes(String(value).toLowerCase())) return;
  throw new Mistake({
    where: WHERE,
    what: `${name} is ${shown(value)}`,
    allowed: `it is one of ${allowed.join(", ")}`,
    fix: "give one of them",
  });
}

function namesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

function workTreeAround(folder: string): string | undefined {
  if (existsSync(join(folder, ".git"))) return folder;
  const above = dirname(folder);
  return above === folder ? undefined : workTreeAround(above);
}

/** Whether the command line is that of `projen new`, with git. */
function commits(words: readonly string[]): boolean {
  const isOff = words.some(
    (word, index) =>
      word === "--no-git" || word === "--git=false" || (word === "--git" && words[index + 1] === "false"),
  );
  return words.includes("new") && !isOff;
}
