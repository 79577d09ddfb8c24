import type { ComposeValue } from "../compose-value";
import { plain } from "../properties/plain-properties";
import { listRow, type RowsOf } from "../properties/property-rows";

/** How much of a disk a container gets where others want it too. */
export interface ComposeDiskWeight {
  /** The disk, for example `/dev/sda`. */
  readonly path: string | ComposeValue;
  /** From 10 to 1000. */
  readonly weight: number;
}

/** What a container reads of a disk, or writes to it, in a second. */
export interface ComposeDiskRate {
  /** The disk, for example `/dev/sda`. */
  readonly path: string | ComposeValue;
  /** Bytes, or operations, in a second. */
  readonly rate: number;
}

/**
 * How a container uses disks.
 *
 * @see https://github.com/compose-spec/compose-spec/blob/main/05-services.md#blkio_config
 */
export interface ComposeBlockIo {
  /**
   * How much of all disks it gets where others want them too: from 10 to 1000.
   *
   * @default 500
   */
  readonly weight?: number;
  /**
   * The same for single disks.
   *
   * @default - `weight`
   */
  readonly weightDevice?: ComposeDiskWeight[];
  /**
   * Bytes read in a second.
   *
   * @default - without limit
   */
  readonly deviceReadBps?: ComposeDiskRate[];
  /**
   * Read operations in a second.
   *
   * @default - without limit
   */
  readonly deviceReadIops?: ComposeDiskRate[];
  /**
   * Bytes written in a second.
   *
   * @default - without limit
   */
  readonly deviceWriteBps?: ComposeDiskRate[];
  /**
   * Write operations in a second.
   *
   * @default - without limit
   */
  readonly deviceWriteIops?: ComposeDiskRate[];
}

const weight = { path: ["path", plain.text], weight: ["weight", plain.count] } satisfies RowsOf<ComposeDiskWeight>;
const rate = { path: ["path", plain.text], rate: ["rate", plain.count] } satisfies RowsOf<ComposeDiskRate>;

export const blockIoRows = {
  weight: ["weight", plain.count],
  weightDevice: listRow<ComposeDiskWeight>("weight_device", weight, "path"),
  deviceReadBps: listRow<ComposeDiskRate>("device_read_bps", rate, "path"),
  deviceReadIops: listRow<ComposeDiskRate>("device_read_iops", rate, "path"),
  deviceWriteBps: listRow<ComposeDiskRate>("device_write_bps", rate, "path"),
  deviceWriteIops: listRow<ComposeDiskRate>("device_write_iops", rate, "path"),
} satisfies RowsOf<ComposeBlockIo>;
