import { main } from "../../src/cli/main";

/** What the program wrote, and how it ended. */
export interface Ran {
  readonly out: string;
  readonly err: string;
  readonly exitCode: number;
}

/** Runs the program in this process, from a folder. */
export function ran(args: readonly string[], folder = "/"): Ran {
  let out = "";
  let err = "";
  const exitCode = main(args, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    folder,
  });
  return { out, err, exitCode };
}
