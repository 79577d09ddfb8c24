import type { ComposeValue } from "../compose-value";
import { type ComposeExtensible, extensible } from "../properties/extensions";
import { parseMode } from "../properties/parse-number";
import { onlyTrueFlag, plain } from "../properties/plain-properties";
import { single } from "../properties/property";
import type { RowsOf } from "../properties/property-rows";

/** Options of whatever is mounted into a service. */
export interface MountOptions extends ComposeExtensible {
  /**
   * Whether the container can't write to it.
   *
   * @default false
   */
  readonly readOnly?: boolean;
}

/** Options of a named volume in a service. */
export interface NamedVolumeOptions extends MountOptions {
  /**
   * Whether a new volume stays empty instead of taking what the image has at the target.
   *
   * @default false
   */
  readonly noCopy?: boolean;
  /**
   * The folder of the volume that is mounted.
   *
   * @default - all of it
   */
  readonly subpath?: string | ComposeValue;
  /**
   * Labels of a volume that is made for the container. Since Compose 2.35; 2.26 refuses it.
   *
   * @default - none
   */
  readonly labels?: { [name: string]: string | ComposeValue };
}

/** Whether mounts below a bind mount, made later on one side, show on the other. */
export enum BindPropagation {
  /** No. */
  PRIVATE = "private",
  /** No, nor for bind mounts of this one. */
  RPRIVATE = "rprivate",
  /** Those of the host show in the container. */
  SLAVE = "slave",
  /** The same, for mounts below too. */
  RSLAVE = "rslave",
  /** Both ways. */
  SHARED = "shared",
  /** The same, for mounts below too. */
  RSHARED = "rshared",
}

/** The label that SELinux gets for a bind mount. */
export enum BindSelinux {
  /** Shared by containers. */
  SHARED = "z",
  /** For this container alone. */
  PRIVATE = "Z",
}

/** What a bind mount does with mounts below it. */
export enum BindRecursive {
  /** They are mounted too, and read only where it is, if the kernel can. */
  ENABLED = "enabled",
  /** They are not mounted. */
  DISABLED = "disabled",
  /** They are mounted, and can be written to. */
  WRITABLE = "writable",
  /** They are mounted, and read only. */
  READONLY = "readonly",
}

/** Options of a bind mount in a service. */
export interface BindVolumeOptions extends MountOptions {
  /**
   * Whether the engine makes the folder on the host, owned by root, where it is missing; else that is an error.
   *
   * It is always written out, because versions of compose differ in what they take where it isn't.
   *
   * @default false
   */
  readonly createHostPath?: boolean;
  /**
   * Whether later mounts below it show on the other side.
   *
   * @default BindPropagation.RPRIVATE
   */
  readonly propagation?: BindPropagation;
  /**
   * The label that SELinux gets for it.
   *
   * @default - none
   */
  readonly selinux?: BindSelinux;
  /**
   * What becomes of mounts below it. Since Compose 2.30.
   *
   * @default BindRecursive.ENABLED
   */
  readonly recursive?: BindRecursive;
}

/** Options of a file system in memory. */
export interface TmpfsVolumeOptions extends MountOptions {
  /**
   * Its size at most.
   *
   * @default - half of the host's memory
   */
  readonly sizeBytes?: number;
  /**
   * Its permissions in octal digits.
   *
   * @default "1777"
   */
  readonly mode?: string;
}

/** Options of an image that is mounted. */
export interface ImageVolumeOptions extends MountOptions {
  /**
   * The folder of the image that is mounted.
   *
   * @default - all of it
   */
  readonly subpath?: string | ComposeValue;
}

type Own<Options extends MountOptions> = RowsOf<Omit<Options, keyof MountOptions>>;

export const mountRows = {
  readOnly: ["read_only", onlyTrueFlag],
  ...extensible,
} satisfies RowsOf<MountOptions>;

export const namedVolumeRows = {
  noCopy: ["nocopy", onlyTrueFlag],
  subpath: ["subpath", plain.text],
  labels: ["labels", plain.map],
} satisfies Own<NamedVolumeOptions>;

export const bindRows = {
  createHostPath: ["create_host_path", plain.flag],
  propagation: ["propagation", plain.word(BindPropagation)],
  selinux: ["selinux", plain.word(BindSelinux)],
  recursive: ["recursive", plain.word(BindRecursive)],
} satisfies Own<BindVolumeOptions>;

export const tmpfsRows = {
  sizeBytes: ["size", plain.count],
  mode: ["mode", single(parseMode)],
} satisfies Own<TmpfsVolumeOptions>;

export const imageVolumeRows = {
  subpath: ["subpath", plain.text],
} satisfies Own<ImageVolumeOptions>;
