import type { DockerfileBlock } from "../../dockerfile/block";
import { DockerfileWord } from "../../dockerfile/word";
import { lastVersions } from "../../knowledge/last-versions";
import type { ProjectFacts } from "../../pyproject/facts";
import type { PythonContainerOptions } from "../python-container-options";
import type { InstallerContext } from "./installer";
import { addPipSettings, compiledLibrary, toolMounts } from "./pip-commands";

const VERSION = "1.18.4";

/** A package manager that is a Python program, installed apart from the project's environment. */
export interface PipxProgram {
  /** The command, and the distribution that has it. */
  readonly name: string;
  /** The global ARG with its version. */
  readonly argument: string;
  /** The version where no option gives one, and the project's Python is new enough for it. */
  readonly version: string;
  /**
   * An extra of the distribution.
   *
   * @default - none
   */
  readonly extra?: string;
}

/** Declares the versions of pipx and of the program, before the first FROM: those that run on the project's Python. */
export function addPipxArguments(
  block: DockerfileBlock,
  { name, argument, version }: PipxProgram,
  { pipxVersion, packageManagerVersion }: PythonContainerOptions,
  { python }: ProjectFacts,
): void {
  const { minor } = python.value;
  block.addArg("PIPX_VERSION", { default: pipxVersion ?? lastVersions.pipx[minor] ?? VERSION });
  block.addArg(argument, { default: packageManagerVersion ?? lastVersions[name]?.[minor] ?? version });
}

/** The interpreter of a program that pipx installed, with the program's own modules. */
export function pipxInterpreter({ name }: PipxProgram): string {
  return `/opt/pipx/venvs/${name}/bin/python`;
}

/**
 * Installs the program by pipx.
 *
 * @param isLast is it the last tool of the builder stage?
 */
export function addPipxProgram(
  block: DockerfileBlock,
  { name, argument, extra }: PipxProgram,
  context: InstallerContext,
  isLast = true,
): void {
  addPipSettings(block, context);
  const distribution = extra === undefined ? name : `${name}[${extra}]`;
  block.addRunSequence(
    [
      ["pip", "install", DockerfileWord.join("pipx==", DockerfileWord.variable("PIPX_VERSION"))],
      ["pipx", "install", "--global", DockerfileWord.join(`${distribution}==`, DockerfileWord.variable(argument))],
      ...(isLast ? [compiledLibrary.command] : []),
    ],
    {
      mounts: toolMounts(context),
      comment: [
        `--global: ${name} in /opt/pipx, its command in /usr/local/bin`,
        ...(isLast ? [compiledLibrary.comment] : []),
      ].join("\n"),
    },
  );
}
