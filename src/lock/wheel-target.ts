import type { Libc } from "../values/libc";
import type { Platform } from "../values/platform";
import type { PythonVersion } from "../values/python-version";
import { wheelTags } from "./wheel-tags";

/** More sets than the lock files of a repository have. */
const mostSets = 20_000;

/** What wheels are installed on: a minor release of CPython, a processor and a C library. */
export class WheelTarget {
  /** The target; there is one of each, which keeps its tags. */
  public static of(python: PythonVersion, platform: Platform, libc: Libc): WheelTarget {
    const key = `${python.minor} ${platform} ${libc}`;
    const target = WheelTarget.known.get(key) ?? new WheelTarget(wheelTags(python, platform.machine, libc), key);
    WheelTarget.known.set(key, target);
    return target;
  }

  private static readonly known = new Map<string, WheelTarget>();

  /** The place of each supported tag among them: the best one has 0. */
  private readonly ranks: ReadonlyMap<string, number>;

  /** The answers for compressed sets of tags, of which a lock file has the same ones over and over. */
  private readonly rankOfSet = new Map<string, number | undefined>();

  private constructor(
    tags: readonly string[],
    private readonly text: string,
  ) {
    this.ranks = new Map(tags.map((tag, rank) => [tag, rank]));
  }

  /** The supported tags, the best one first. */
  public tags(): string[] {
    return [...this.ranks.keys()];
  }

  /**
   * The place of the best tag among those of a compressed set; undefined where none of it is supported.
   *
   * @param set for example `cp312-abi3-manylinux_2_17_x86_64.manylinux2014_x86_64`
   */
  public rank(set: string): number | undefined {
    const known = this.rankOfSet.get(set);
    if (known !== undefined || this.rankOfSet.has(set)) return known;
    const found = this.bestRank(set);
    if (this.rankOfSet.size >= mostSets) this.rankOfSet.clear();
    this.rankOfSet.set(set, found);
    return found;
  }

  /** The minor release, the platform and the C library, for example `3.13 linux/arm64 glibc 2.41`. */
  public toString(): string {
    return this.text;
  }

  private bestRank(set: string): number | undefined {
    // No file system has longer names, and the set of such a one may have too many tags to count.
    if (set.length > 255) return undefined;
    const [pythons, abis = [], platforms = []] = set
      .toLowerCase()
      .split("-")
      .map((part) => part.split("."));
    let best: number | undefined;
    for (const python of pythons) {
      for (const abi of abis) {
        for (const platform of platforms) {
          const rank = this.ranks.get(`${python}-${abi}-${platform}`);
          if (rank !== undefined && (best === undefined || rank < best)) best = rank;
        }
      }
    }
    return best;
  }
}
