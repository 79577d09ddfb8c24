import { valid } from "@renovatebot/pep440";
import { Mistake, shown } from "../values/mistake";
import { type Fact, fact } from "./fact";
import type { ManagedProject } from "./facts";
import { PackageManager } from "./managers/package-manager";
import { isValidName } from "./requirements/distribution-name";

/** A text that a standard has rules for. */
interface Checked {
  readonly what: string;
  readonly texts: readonly Fact<string>[];
  readonly isRight: (text: string) => boolean;
  readonly allowed: string;
  /** Do tools stop at another one? */
  readonly isRefused: (source: string) => boolean;
}

type Named = Omit<ManagedProject, "pythonSpecifiers" | "workspaceFolders">;

const nameRule = "letters, digits, -, _ and ., with a letter or a digit at both ends (PEP 508)";

/**
 * Refuses names and versions that no tool takes, and notes those that only some take.
 *
 * What `[project]` says is refused by every backend that builds it; uv refuses it without a build too, and pdm and pip do not.
 *
 * @throws where the tools that this project is for stop there
 */
export function checkNames(project: Named, manager: PackageManager): string[] {
  const installs = project.installsProject.value;
  const isUv = manager === PackageManager.UV;
  const isRefused = (source: string) => isUv || (installs && source.includes(" [project]"));
  const scripts = installs ? [...project.consoleScripts, ...project.guiScripts] : [];
  const rules: Checked[] = [
    {
      what: "name",
      texts: project.name ? [fact(project.name.value.written, project.name.source)] : [],
      isRight: isValidName,
      allowed: nameRule,
      isRefused,
    },
    {
      what: "version",
      texts: project.version ? [project.version] : [],
      isRight: (text) => valid(text.trim()) !== null,
      allowed: 'a version such as "1.0", "1.0rc1" or "1.0+local" (PEP 440)',
      isRefused,
    },
    { what: "extra", texts: namesOf(project.extras), isRight: isValidName, allowed: nameRule, isRefused: () => isUv },
    { what: "group", texts: namesOf(project.groups), isRight: isValidName, allowed: nameRule, isRefused: () => isUv },
    {
      what: "command",
      texts: namesOf(scripts),
      isRight: isFileName,
      allowed: "the name of a file, without folders",
      isRefused: () => true,
    },
  ];
  return rules.flatMap(notesOf);
}

function notesOf({ what, texts, isRight, allowed, isRefused }: Checked): string[] {
  return texts
    .filter(({ value }) => !isRight(value))
    .map(({ value, source }) => {
      const wrong = `${shown(value)} is not a valid ${what}`;
      if (isRefused(source)) throw new Mistake({ where: source, what: wrong, allowed, fix: "write it so" });
      return `${source}: ${wrong} (allowed: ${allowed}), and tools that follow the standard stop there`;
    });
}

function namesOf(named: readonly Fact<{ readonly name: string }>[]): Fact<string>[] {
  return named.map(({ value, source }) => fact(value.name, source));
}

/** A command becomes a file beside Python: with a folder in its name it would lie elsewhere. */
function isFileName(name: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return !/[/\\\u0000-\u001f\u007f]/.test(name) && !/^\s*\.{0,2}\s*$/.test(name);
}
