/**
 * An image of the benchmark, and what its build does besides: only like is compared with like. The benchmark looks whether
 * it is so.
 */
export interface Subject {
  /** As in the measurements: `uv`, `poetry` and `pip` are this module's, `a` to `e` those written by hand. */
  readonly id: string;
  /** Who would write it so, for example `seed: multistage poetry by pipx`. */
  readonly title: string;
  /** Is the project installed, so that its version, entry points and own build are there, or only copied? */
  readonly installsProject: boolean;
  readonly compilesBytecode: boolean;
  /** Does the build stop where the lock file does not fit pyproject.toml? */
  readonly verifiesLock: boolean;
}
