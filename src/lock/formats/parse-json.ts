import { refuseMergeConflict } from "../../pyproject/files/merge-conflict";
import { Mistake, shown } from "../../values/mistake";
import { jsonFault } from "./json-fault";

/**
 * Parses a lock file in JSON.
 *
 * @param path the lock file as messages name it
 * @param command what makes it anew
 * @throws where the text is not JSON: the mistake names the line
 */
export function parseJson(text: string, path: string, command: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    refuseMergeConflict(text, path, command);
    const at = jsonFault(text);
    const [rest] = text.slice(at).trim().split("\n");
    throw new Mistake({
      where: `${path}:${text.slice(0, at).split("\n").length}`,
      what: rest === "" ? "is cut off" : `is not valid JSON from ${shown(rest.slice(0, 30))} on`,
      fix: `make it anew with ${command}`,
    });
  }
}
