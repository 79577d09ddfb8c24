import { resolve } from "node:path";
import { visibleText } from "../../values/visible-text";
import { type Command, ExitCode } from "../command";
import { type OptionTable, parseArguments } from "../parse-arguments";
import { projectOptions } from "../project-options";
import { toolVerdicts } from "../tools/tool-verdicts";
import { checkLock } from "./check-lock";
import { checkedSynth } from "./checked-synth";
import { printedCheck } from "./printed-check";
import { projenFolder } from "./projen-folder";

const where = "python-container check";

const options: OptionTable = {
  "no-tools": { help: "Leaves out docker build --check, docker compose config and the Dev Containers CLI" },
  ...projectOptions,
  platform: { value: "<names>", help: "Wants all to be there for these, with commas between" },
};

/**
 * Fails where files are not what a fresh synth would write, or do not fit each other; in a folder that no projenrc file
 * of this module cares for, where the lock file does not fit the project.
 */
export const checkCommand: Command = {
  operands: "[folder]",
  summary: "Fails where files are stale or do not fit each other; writes nothing",
  options,
  run: (args, io) => {
    const given = parseArguments(args, where, options, 1);
    const path = given.operands[0] ?? ".";
    const folder = projenFolder(resolve(io.folder, path));
    // The options say how a project is read, which its projenrc file does otherwise.
    if (folder === undefined) return checkLock(path, given.values, where, io);
    const synth = checkedSynth(folder);
    if (synth.told !== "") io.err(synth.told);
    const verdicts = given.flags.has("no-tools") ? [] : synth.reports.flatMap(toolVerdicts);
    const { findings, rest } = printedCheck(synth, verdicts);
    for (const line of findings) io.err(`${visibleText(line)}\n`);
    for (const line of rest) io.out(`${visibleText(line)}\n`);
    return findings.length > 0 ? ExitCode.MISTAKE : ExitCode.DONE;
  },
};
