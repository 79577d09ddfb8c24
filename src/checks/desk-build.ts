import { dirname, resolve } from "node:path";
import type { DevContainer } from "../dev-container/dev-container";

/** What a dev container has built. */
export interface DeskBuild {
  /** The absolute path of the Dockerfile. */
  readonly dockerfile: string;
  /** The stage; undefined where it is the last one. */
  readonly target?: string;
  readonly args: ReadonlyMap<string, string>;
}

/** What a dev container has built as it is to be written, overrides included; undefined where it is no Dockerfile. */
export function deskBuild(devContainer: DevContainer): DeskBuild | undefined {
  const { dockerfile, target, args } = mapIn(devContainer._content().build);
  if (typeof dockerfile !== "string") return undefined;
  return {
    dockerfile: resolve(dirname(devContainer.file.absolutePath), dockerfile),
    target: typeof target === "string" ? target : undefined,
    args: new Map(Object.entries(mapIn(args)).map(([name, value]) => [name, `${value}`])),
  };
}

function mapIn(value: unknown): { readonly [key: string]: unknown } {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
