import { ContainerPath } from "../../values/container-path";
import { shown } from "../../values/mistake";
import { ComposeValue } from "../compose-value";
import { type ComposeExtensible, parseExtensions } from "../properties/extensions";
import { parseFilled } from "../properties/parse-text";
import type { Place } from "../properties/place";
import { parseRows } from "../properties/property-rows";
import type { RenderedMap } from "../render/render-map";
import type { Json } from "../render/yaml-text";
import { type ComposeHook, hookRows } from "./hook";

/** What `docker compose watch` does after a change. */
export enum WatchAction {
  /** Copies what changed into the container. */
  SYNC = "sync",
  /** Builds the image again and replaces the container. */
  REBUILD = "rebuild",
  /** Copies what changed into the container and restarts it. */
  SYNC_RESTART = "sync+restart",
  /** Copies what changed into the container and runs `exec` there. Since Compose 2.32. */
  SYNC_EXEC = "sync+exec",
  /** Restarts the container. Since Compose 2.32. */
  RESTART = "restart",
}

/**
 * A path that `docker compose watch` follows.
 *
 * A bind mount over the path turns it off, and the target has to be writable by the container's user.
 *
 * @see https://github.com/compose-spec/compose-spec/blob/main/develop.md
 */
export interface ComposeWatch extends ComposeExtensible {
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
  /**
   * Patterns of what alone is followed, from `path`. Since Compose 2.34; 2.26 refuses it.
   *
   * @default - everything is followed but what is ignored
   */
  readonly include?: (string | ComposeValue)[];
  /**
   * Whether what differs is copied when the watch starts. Since Compose 2.40; 2.26 refuses it.
   *
   * @default false
   */
  readonly initialSync?: boolean;
  /**
   * What runs in the container after a copy; needed for `WatchAction.SYNC_EXEC`.
   *
   * @default - nothing, for another action
   */
  readonly exec?: ComposeHook;
}

/** A watched path, parsed. */
export interface Watch {
  readonly path: ComposeValue;
  readonly action: WatchAction;
  readonly target?: string;
  readonly ignore: readonly ComposeValue[];
  readonly include: readonly ComposeValue[];
  readonly initialSync?: boolean;
  readonly exec?: RenderedMap;
  readonly extensions?: ReadonlyMap<string, Json>;
}

const copies: { [A in WatchAction]: boolean } = {
  sync: true,
  rebuild: false,
  "sync+restart": true,
  "sync+exec": true,
  restart: false,
};

const parseHook = parseRows(hookRows);

/** Whether changes are copied into the container. */
export function isSync({ action }: Pick<Watch, "action">): boolean {
  return copies[action];
}

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
  if ((watch.action === WatchAction.SYNC_EXEC) !== (watch.exec !== undefined)) {
    throw place.mistake({
      what: `the watched path ${shown(watch.path)} has the action ${shown(watch.action)} and ${watch.exec === undefined ? "no" : "an"} exec`,
      allowed: `the action ${shown(WatchAction.SYNC_EXEC)} has an exec, and no other has`,
      fix: watch.exec === undefined ? "give the command as exec" : "leave out exec",
    });
  }
  return {
    path: parseFilled(watch.path, place),
    action: watch.action,
    target: watch.target === undefined ? undefined : ContainerPath.of(watch.target).toString(),
    ignore: (watch.ignore ?? []).map((pattern) => ComposeValue._of(pattern)),
    include: (watch.include ?? []).map((pattern) => ComposeValue._of(pattern)),
    initialSync: watch.initialSync,
    exec: watch.exec && parseHook(watch.exec, place),
    extensions: parseExtensions(watch.extensions, place),
  };
}
