import { ContainerPath } from "../values/container-path";
import { shown } from "../values/mistake";
import { ComposeValue } from "./compose-value";
import { parseFilled } from "./parse-text";
import type { Place } from "./place";

/** What `docker compose watch` does after a change. */
export enum WatchAction {
  /** Copies what changed into the container. */
  SYNC = "sync",
  /** Builds the image again and replaces the container. */
  REBUILD = "rebuild",
  /** Copies what changed into the container and restarts it. */
  SYNC_RESTART = "sync+restart",
}

/**
 * A path that `docker compose watch` follows.
 *
 * A bind mount over the path turns it off, and the target has to be writable by the container's user.
 *
 * @see https://github.com/compose-spec/compose-spec/blob/main/develop.md
 */
export interface ComposeWatch {
  /** The file or folder on the host, from the folder of the compose file. */
  readonly path: string | ComposeValue;
  /** What is done after a change. */
  readonly action: WatchAction;
  /**
   * The absolute path in the container to which changes are copied; needed for that.
   *
   * @default - none, for an action that copies nothing
   */
  readonly target?: string;
  /**
   * Patterns of what is not followed, from `path`, in the manner of .dockerignore.
   *
   * @default - everything is followed but what .dockerignore excludes
   */
  readonly ignore?: (string | ComposeValue)[];
}

/** A watched path, parsed. */
export interface Watch {
  readonly path: ComposeValue;
  readonly action: WatchAction;
  readonly target?: string;
  readonly ignore: readonly ComposeValue[];
}

const copies: { [A in WatchAction]: boolean } = { sync: true, rebuild: false, "sync+restart": true };

export function parseWatch(watch: ComposeWatch, place: Place): Watch {
  if (!Object.hasOwn(copies, watch.action)) {
    throw place.mistake({
      what: `${shown(watch.action)} is no action of a watched path`,
      allowed: `allowed are ${Object.keys(copies).map(shown).join(", ")}`,
      fix: "use WatchAction",
    });
  }
  if (copies[watch.action] !== (watch.target !== undefined)) {
    throw place.mistake({
      what: `the watched path ${shown(watch.path)} has the action ${shown(watch.action)} and ${watch.target === undefined ? "no" : "a"} target`,
      allowed: "an action that copies has a target, and no other has",
      fix: watch.target === undefined ? "give the path in the container as target" : "leave out the target",
    });
  }
  return {
    path: parseFilled(watch.path, place),
    action: watch.action,
    target: watch.target === undefined ? undefined : ContainerPath.of(watch.target).toString(),
    ignore: (watch.ignore ?? []).map((pattern) => ComposeValue._of(pattern)),
  };
}
