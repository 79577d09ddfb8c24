import type { LockedImage } from "../lock/locked-image";
import type { Fact } from "../pyproject/fact";
import type { ProjectFacts } from "../pyproject/facts";
import { allFacts, type LocalProject } from "../pyproject/local-projects";
import { normalizedName } from "../pyproject/requirements/distribution-name";
import {
  fetchingPackages,
  type LockedRequirements,
  type SystemPackageRules,
  type SystemPackages,
  systemPackages,
} from "../pyproject/system-packages";
import type { PythonContainerOptions } from "./python-container-options";

/** Of what it follows; facts are asked each time. */
export interface DebianSources {
  readonly facts: ProjectFacts;
  readonly localProjects: readonly LocalProject[];
  readonly locked: LockedImage | undefined;
  readonly debianSuite: string;
  readonly options: PythonContainerOptions;
}

/** What the images need of Debian, by the dependencies and the lock file: found once for the same facts. */
export class DebianPackages {
  private known?: {
    readonly facts: ProjectFacts;
    readonly packages: Map<LockedRequirements | undefined, SystemPackages>;
    readonly fetching: Fact<string>[];
  };

  constructor(private readonly sources: DebianSources) {}

  /** What the production image needs to run. */
  public get run(): Fact<string>[] {
    return this.with(this.sources.locked?.needs).run;
  }

  /** What the stages have that lock and install. */
  public get build(): Fact<string>[] {
    return [...this.with(this.sources.locked?.needs).build, ...this.for(this.sources.facts).fetching];
  }

  /** What the dev stage needs beyond that of production: to build what is for development alone, and to run it. */
  public get development(): Fact<string>[] {
    const there = new Set(this.build.map(({ value }) => value));
    const { build, run } = this.with(this.sources.locked?.developmentNeeds);
    return [...build.filter(({ value }) => !there.has(value)), ...run];
  }

  /** The user's rules of what a distribution needs. */
  public get rules(): SystemPackageRules {
    const { systemPackageRules = [], ignoredSystemPackageRules = [] } = this.sources.options;
    const rows = systemPackageRules.map(({ distribution, buildPackages = [], runPackages = [] }) => ({
      distribution: normalizedName(distribution),
      build: buildPackages,
      run: runPackages,
      source: "option systemPackageRules",
    }));
    return { rows, without: ignoredSystemPackageRules.map(normalizedName) };
  }

  private with(locked: LockedRequirements | undefined): SystemPackages {
    const { facts } = this.sources;
    const { packages } = this.for(facts);
    const there = packages.get(locked);
    if (there !== undefined) return there;
    const { debianSuite, localProjects } = this.sources;
    const found = systemPackages(facts, debianSuite, this.rules, localProjects, locked);
    packages.set(locked, found);
    return found;
  }

  private for(facts: ProjectFacts) {
    if (this.known?.facts !== facts) {
      const fetching = fetchingPackages(allFacts(facts, this.sources.localProjects));
      this.known = { facts, packages: new Map(), fetching };
    }
    return this.known;
  }
}
