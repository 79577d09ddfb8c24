import { glibcOf } from "../knowledge/debian-suites";
import { Libc } from "../values/libc";
import { type Command, ExitCode } from "./command";
import { factsJson } from "./facts-json";
import { factsTable } from "./facts-table";
import { lockSurroundings } from "./lock-surroundings";
import { orDamage } from "./or-damage";
import { type OptionTable, parseArguments } from "./parse-arguments";
import { platformsOf, projectChoice, projectOptions } from "./project-options";
import { readProject } from "./read-project";

const where = "python-container facts";
const defaultPlatform = "linux/amd64";
/** What Alpine has had since 2022. */
const musl = Libc.of("musl 1.2");

const options: OptionTable = {
  json: { help: "Prints JSON in place of a table" },
  ...projectOptions,
  platform: {
    value: "<name>",
    help: `Reads the lock file for this platform (default: ${defaultPlatform})`,
  },
  musl: { help: "Takes an image with musl, such as Alpine's, for Debian's" },
};

/** Prints what is known of a project, each fact with the file and the key that it came from. */
export const factsCommand: Command = {
  operands: "[folder]",
  summary: "Prints what is known of the Python project in a folder, by default in this one",
  options,
  run: (args, io) => {
    const { operands, flags, values } = parseArguments(args, where, options, 1);
    const { suite, decided } = projectChoice(values, where);
    const [platform] = platformsOf(values.get("platform") ?? defaultPlatform, where, 1);
    const libc = flags.has("musl") ? musl : Libc.of(`glibc ${glibcOf(suite)}`);
    const { facts, local, lock } = readProject(io.folder, operands[0] ?? ".", decided);
    const damages: string[] = [];
    const around = lock && orDamage(() => lockSurroundings(lock, facts, { platform, libc }), damages);
    const printed = factsJson(facts, suite, { local, ...(around ?? { notes: damages }) });
    io.out(flags.has("json") ? `${JSON.stringify(printed, undefined, 2)}\n` : factsTable(printed));
    return ExitCode.DONE;
  },
};
