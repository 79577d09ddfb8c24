import { DockerfileWord, type Word } from "../../dockerfile/word";
import { userArguments } from "../stages/user";
import { shellWords } from "./shell-text";

/** The folder of the environment into which a stage installs. */
export const environment = DockerfileWord.variable("VIRTUAL_ENV");

/** The environment's own interpreter. */
export const environmentPython = DockerfileWord.join(environment, "/bin/python");

/** Makes the environment, without a pip of its own. */
export const newEnvironment: Word[] = ["python", "-m", "venv", "--without-pip", environment];

/**
 * Removes the scripts by which people enter the environment at a desk: in the production image PATH leads there. Before
 * anything is installed, which may have commands with such names.
 */
export const withoutActivation: Word[] = [
  "find",
  DockerfileWord.join(environment, "/bin"),
  ...["-iname", "*activate*", "-delete"],
];

/**
 * Compiles what was installed, on all cores, and leaves the lists of installed files without the bytecode. A file that is no
 * Python of this version is no reason to stop; where several processes can't be had, one does what is left.
 */
export const compiled = `{ ${compiling("-j", "0")} || ${compiling()} || true; }`;

function compiling(...options: string[]): string {
  return shellWords(["python", "-m", "compileall", "-qq", ...options, DockerfileWord.join(environment, "/lib")]);
}

/** Gives the environment to the user of the stage. */
export const givenEnvironment: Word[] = [
  "chown",
  "-R",
  DockerfileWord.join(userArguments.uid, ":", userArguments.gid),
  environment,
];
