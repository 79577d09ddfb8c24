import type { LockPlatforms } from "../lock/lock-findings";
import { type LockedImage, lockedImage } from "../lock/locked-image";
import { type ReadLock, readLock, type UnreadLock } from "../lock/read-lock";
import type { ProjectFacts } from "../pyproject/facts";
import type { Pyproject } from "../pyproject/pyproject";
import { ignoredDistributions, ruledDistributions, type SystemPackageRules } from "../pyproject/system-package-rules";

/** A lock file, with the facts for which it was read. */
interface KnownLock {
  readonly facts: ProjectFacts;
  readonly lock: ReadLock | UnreadLock | undefined;
  image?: LockedImage;
}

/** Reads the lock file once in a synth: it is long, and every file of the container asks. */
export class LockReading {
  private known?: KnownLock;

  /** @param rules asks for what the user has told of distributions */
  constructor(
    private readonly pyproject: Pyproject,
    private readonly platforms: LockPlatforms,
    private readonly rules: () => SystemPackageRules,
  ) {}

  /** The lock file, or why nothing is made of it; undefined where there is none. */
  public get lock(): ReadLock | UnreadLock | undefined {
    return this.read().lock;
  }

  /** What the lock file has in store for the images; undefined where there is none that is read. */
  public get image(): LockedImage | undefined {
    const known = this.read();
    const { facts, lock } = known;
    if (known.image !== undefined || lock === undefined || "reason" in lock) return known.image;
    const rules = this.rules();
    known.image = lockedImage(lock, facts, this.platforms, ruledDistributions(rules), ignoredDistributions(rules));
    return known.image;
  }

  /** Has the lock file read again. */
  public forget(): void {
    this.known = undefined;
  }

  private read(): KnownLock {
    const facts = this.pyproject.facts();
    if (this.known?.facts !== facts) this.known = { facts, lock: readLock(facts, this.pyproject.folder()) };
    return this.known;
  }
}
