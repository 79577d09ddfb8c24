import type { ComposeValue } from "../compose-value";
import { plain } from "../properties/plain-properties";
import type { RowsOf } from "../properties/property-rows";

/** What comes of building an image, and what the build takes from before. */
export interface ComposeBuildResult {
  /**
   * Names of the image besides the service's `image`.
   *
   * @default - none
   */
  readonly tags?: (string | ComposeValue)[];
  /**
   * The platforms for which it is built; the service's own has to be one of them.
   *
   * @default - the service's platform
   */
  readonly platforms?: (string | ComposeValue)[];
  /**
   * Labels of the image.
   *
   * @default - those of the Dockerfile
   */
  readonly labels?: { [name: string]: string | ComposeValue };
  /**
   * Caches that the build reads, for example `type=registry,ref=ghcr.io/team/orders:cache`, or an image.
   *
   * @default - the builder's own
   */
  readonly cacheFrom?: (string | ComposeValue)[];
  /**
   * Caches that the build writes, for example `type=local,dest=.cache`.
   *
   * @default - the builder's own
   */
  readonly cacheTo?: (string | ComposeValue)[];
  /**
   * Whether everything is built, whatever the cache has.
   *
   * @default false
   */
  readonly noCache?: boolean;
  /**
   * Whether base images are asked for in their registries, also where the machine has them.
   *
   * @default false
   */
  readonly pull?: boolean;
  /**
   * The provenance attestation: `true`, `false` or `mode=max`. Since Compose 2.39; 2.26 refuses it.
   *
   * @default - the builder's
   */
  readonly provenance?: string | ComposeValue;
  /**
   * The attestation of what is in the image: `true`, `false` or a generator. Since Compose 2.39; 2.26 refuses it.
   *
   * @default - the builder's: false
   */
  readonly sbom?: string | ComposeValue;
}

export const buildResultRows = {
  tags: ["tags", plain.list],
  platforms: ["platforms", plain.list],
  labels: ["labels", plain.map],
  cacheFrom: ["cache_from", plain.list],
  cacheTo: ["cache_to", plain.list],
  noCache: ["no_cache", plain.flag],
  pull: ["pull", plain.flag],
  provenance: ["provenance", plain.text],
  sbom: ["sbom", plain.text],
} satisfies RowsOf<ComposeBuildResult>;
