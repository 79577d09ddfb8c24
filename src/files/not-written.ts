import { Mistake } from "../values/mistake";

/**
 * What the file system says to a writing, as one sentence; any other error stays as it is.
 *
 * @param path from the root project's folder
 */
export function notWritten(path: string, error: unknown): unknown {
  const { code, message } = error as NodeJS.ErrnoException;
  if (error instanceof Mistake || code === undefined) return error;
  // After the comma stand the call and its temporary names.
  const [reason] = message.split(",");
  return new Mistake({
    where: path,
    what: `could not be written (${reason})`,
    fix: "mend that and run npx projen again",
  });
}
