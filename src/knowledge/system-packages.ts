import { databases } from "./system-packages/databases";
import { desktop } from "./system-packages/desktop";
import { documents } from "./system-packages/documents";
import { images } from "./system-packages/images";
import { media } from "./system-packages/media";
import { network } from "./system-packages/network";
import { science } from "./system-packages/science";
import { system } from "./system-packages/system";
import type { SystemPackageRow } from "./system-packages/system-package-row";

export type { DebianPackage, SystemPackageRow } from "./system-packages/system-package-row";

/**
 * What distributions need of Debian beyond the slim Python images, by distribution.
 *
 * A distribution is not listed where its wheels hold all that they need (lxml, pillow, psycopg2-binary, pymssql, soundfile)
 * and where it does its main work without (yt-dlp, unstructured).
 */
export const systemPackageRows: readonly SystemPackageRow[] = Object.freeze(
  [...databases, ...desktop, ...documents, ...images, ...media, ...network, ...science, ...system]
    .map((row) => Object.freeze(row))
    .sort((one, other) => (one.distribution < other.distribution ? -1 : one.distribution > other.distribution ? 1 : 0)),
);
