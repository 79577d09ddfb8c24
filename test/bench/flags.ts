import { parseArgs } from "node:util";

/** What a run of the benchmark is asked for. */
export interface Flags<S extends string> {
  readonly suites: readonly S[];
  readonly runs: number;
  /** The folder of results, report and plots. */
  readonly out: string;
  /** Nothing is measured. */
  readonly isReportOnly: boolean;
}

const USAGE = "npm run bench -- [--only SUITE,…] [--runs 5] [--out docs/benchmark] [--report-only]";

/** @throws where an argument is not allowed, in a sentence that says what is */
export function parseFlags<S extends string>(args: readonly string[], known: readonly S[]): Flags<S> {
  const { values } = parsed(args);
  const suites = values.only === undefined ? known : values.only.split(",").map((name) => suiteNamed(name, known));
  if (!/^[1-9]\d{0,2}$/.test(values.runs)) {
    throw new Error(`--runs is ${JSON.stringify(values.runs)}; it has to be a whole number from 1 to 999`);
  }
  if (values.out === "") throw new Error(`--out is empty; it has to be a folder, for example docs/benchmark`);
  return {
    suites: [...new Set(suites)],
    runs: Number(values.runs),
    out: values.out,
    isReportOnly: values["report-only"],
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        only: { type: "string" },
        runs: { type: "string", default: "5" },
        out: { type: "string", default: "docs/benchmark" },
        "report-only": { type: "boolean", default: false },
      },
    });
  } catch {
    throw new Error(`${args.join(" ")} is not understood; allowed is ${USAGE}`);
  }
}

function suiteNamed<S extends string>(name: string, known: readonly S[]): S {
  const suite = known.find((each) => each === name);
  if (suite === undefined) throw new Error(`--only has ${JSON.stringify(name)}; it takes ${known.join(", ")}`);
  return suite;
}
