import type { IConstruct } from "constructs";
import type { ObjectFile } from "projen";
import { CommentedJsonFile } from "../files/commented-json-file";

/** A way to run or debug a program in VS Code. */
export interface LaunchConfiguration {
  /** The name that the editor shows. */
  readonly name: string;
  /** The extension that runs it, for example `debugpy`. */
  readonly type: string;
  readonly request: "attach" | "launch";
  /** What the extension reads besides. */
  readonly [property: string]: unknown;
}

/**
 * Adds `.vscode/launch.json`.
 *
 * @param configurations is asked when the file is rendered
 * @see https://code.visualstudio.com/docs/debugtest/debugging-configuration
 */
export function addVscodeLaunch(scope: IConstruct, configurations: () => LaunchConfiguration[]): ObjectFile {
  return new CommentedJsonFile(scope, ".vscode/launch.json", {
    obj: () => ({ version: "0.2.0", configurations: configurations() }),
  });
}
