import { readdirSync } from "node:fs";
import { basename, join, posix } from "node:path";
import { BuildContext } from "../dockerignore/context";
import type { ProjectFacts } from "../pyproject/facts";
import { ProjectPlace } from "../values/project-place";
import { compareTexts, type WrittenFiles } from "./compare-texts";
import type { ComparedProject } from "./compared-project";
import type { ComparedFile, Comparison } from "./comparison";
import { readCompose } from "./compose/read-compose";
import type { Difference } from "./difference";
import { compareDockerignore } from "./dockerignore/compare-dockerignore";
import { type CompareOptions, findFiles } from "./find-files";
import { type GeneratedFiles, generatedFiles } from "./generated-files";
import { orMistake } from "./or-mistake";
import { withoutSecrets } from "./secrets";
import { type Trial, triedOut } from "./tried-out";
import { statOrNothing, type WrittenFile } from "./written-file";

/**
 * Compares what people wrote with what would be generated. It reads alone: nothing is written, and nothing of the project
 * is run.
 *
 * @param folder the project's folder, absolute
 * @param lockFile the lock file that was read, if one was
 * @throws where the project or an option is wrong, or a file that is named is not there
 */
export function compareProject(
  folder: string,
  facts: ProjectFacts,
  lockFile: string | undefined,
  options: CompareOptions,
): Comparison {
  const name = facts.name?.value.written ?? basename(folder);
  const compared = comparing(folder, name, facts, lockFile, findFiles(folder, name, options));
  const generate = ({ options: more, change }: Trial) =>
    generatedFiles(folder, name, { ...options.container, ...more }, change);
  const trials = {
    refuse: (trial: Trial) => void generate(trial),
    compare: (trial: Trial) => compared(generate(trial)),
  };
  return withoutSecrets({ name, files: triedOut(trials) });
}

/**
 * The comparison of written files with any that are generated.
 *
 * @param name the project's name
 */
export function comparing(
  folder: string,
  name: string,
  facts: ProjectFacts,
  lockFile: string | undefined,
  files: WrittenFiles,
): (generated: GeneratedFiles) => ComparedFile[] {
  // A walk over the folder takes longer than the rest, and few options change what it finds.
  const walks = new Map<string, Difference[]>();
  const ignored = ({ text, path }: WrittenFile, other: string, place: string) => {
    const known = walks.get(other) ?? compareDockerignore(text, other, path, folder, place);
    walks.set(other, known);
    return known;
  };
  return (generated) =>
    compareTexts(
      files,
      generated,
      comparedProject(folder, facts, lockFile, { generated, written: files }),
      ignored,
      name,
    );
}

function comparedProject(
  folder: string,
  facts: ProjectFacts,
  lockFile: string | undefined,
  { generated, written }: { readonly generated: GeneratedFiles; readonly written: WrittenFiles },
): ComparedProject {
  const { services } = readCompose(generated.compose, "compose.yaml");
  const build = services.get("app")?.build as { readonly context?: string } | undefined;
  const { folder: place } = ProjectPlace.of(build?.context ?? ".", folder);
  const context = new BuildContext(generated.dockerignore.split("\n"));
  // The written one starts where the written Dockerfile is built, which is known where that is the project's folder.
  const theirs =
    place === "" ? orMistake(() => new BuildContext(written.dockerignore?.text.split(/\r?\n/) ?? [])) : undefined;
  const isCopied = (name: string) =>
    !(theirs instanceof BuildContext) || theirs.includes(name) || theirs.mayIncludeBelow(name);
  return {
    facts,
    lockFile,
    place,
    exists: (path) => statOrNothing(join(folder, path)) !== undefined,
    isFolder: (path) => statOrNothing(join(folder, path))?.isDirectory() ?? false,
    names: () =>
      readdirSync(folder, { withFileTypes: true })
        .filter((entry) => isCopied(entry.name))
        .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name))
        .sort(),
    isInContext: (path) =>
      context.includes(posix.join(place, path)) || context.mayIncludeBelow(posix.join(place, path)),
  };
}
