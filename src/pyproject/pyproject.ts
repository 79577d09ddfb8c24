import { join } from "node:path";
import { type Project, python } from "projen";
import { FileGuard } from "../files/file-guard";
import { pathFromRoot } from "../files/path-from-root";
import { Mistake } from "../values/mistake";
import { commonFolder } from "../values/project-place";
import type { PythonVersion } from "../values/python-version";
import type { ProjectFacts } from "./facts";
import type { ProjectFolder } from "./files/project-folder";
import { isManaged, ProjenFolder, textAfterSynth } from "./files/projen-folder";
import { type LocalProject, localProjects, neededPaths } from "./local-projects";
import { PackageManager } from "./managers/package-manager";
import type { PackageManagerSign } from "./managers/package-manager-sign";
import type { ProductionSelection } from "./production-selection";
import { pyprojectFile, readFolder } from "./read-folder";

/** What the user decides about the facts. */
export interface PyprojectOptions extends ProductionSelection {
  /**
   * The package manager.
   *
   * @default - what the lock file, the tables or the build backend show
   */
  readonly packageManager?: PackageManager;
  /**
   * The Python version.
   *
   * @default - what `.python-version` says, else a release that requires-python allows
   */
  readonly pythonVersion?: PythonVersion;
  /**
   * The folder of pyproject.toml, relative to the project's folder.
   *
   * @default - the project's folder
   */
  readonly folder?: string;
}

/** What was read last. */
interface Known {
  readonly text: string | undefined;
  readonly folder: ProjenFolder;
  readonly facts: ProjectFacts;
  local?: LocalProject[];
  /** What stood still when it was looked at last. */
  still?: object;
}

/**
 * The pyproject.toml of a projen project.
 *
 * Ask it late, from `preSynthesize` on: until then dependencies can still be added.
 */
export class Pyproject {
  private known?: Known;
  private readonly guard: FileGuard;

  public constructor(
    public readonly project: Project,
    private readonly options: PyprojectOptions = {},
  ) {
    this.guard = FileGuard.of(project);
  }

  /**
   * The facts. As long as the files of which they are made stay the same they do too, so that all files of one synth
   * agree, also while projen is writing files beside them.
   *
   * @throws where the file is missing, is not TOML, or contradicts itself
   */
  public facts(): ProjectFacts {
    return this.current.facts;
  }

  /**
   * The projects in other folders that belong to this one.
   *
   * @throws as `facts` does, and where a path dependency is not there or lies outside of the repository
   */
  public localProjects(): LocalProject[] {
    const known = this.current;
    known.local ??= this.inPlace(() => localProjects(known.facts, known.folder));
    return known.local;
  }

  /** Has the facts read again: a file on disk that they come from is another one now. */
  public forget(): void {
    this.known = undefined;
  }

  /** The folder of pyproject.toml, as it is when the facts are asked for. */
  public folder(): ProjectFolder {
    return this.current.folder;
  }

  /** Does projen write the file? */
  public get isManaged(): boolean {
    return isManaged(this.project, this.file);
  }

  /**
   * The nearest folder in which everything lies that the project needs, as far as that is known already: `.` where projen
   * manages pyproject.toml, which may still change, and where something is wrong, of which the synth tells.
   */
  public folderKnownEarly(): string {
    if (this.isManaged) return ".";
    try {
      const { facts, folder } = this.make(undefined);
      return commonFolder(neededPaths(facts, localProjects(facts, folder)).map(({ value }) => value));
    } catch (error) {
      if (error instanceof Mistake) return ".";
      throw error;
    }
  }

  private get file(): string {
    return join(this.options.folder ?? "", pyprojectFile);
  }

  /** Everything late asks for it, hundreds of times in a synth. */
  private get current(): Known {
    const { _still: still } = this.guard;
    return still !== undefined && this.known?.still === still ? this.known : this.inPlace(() => this.read(still));
  }

  private read(still: object | undefined): Known {
    const text = textAfterSynth(this.project, this.file);
    if (this.known === undefined || this.known.text !== text || !this.known.folder.isCurrent()) {
      this.known = this.make(text);
    }
    this.known.still = still;
    return this.known;
  }

  private make(text: string | undefined): Known {
    const { project, options } = this;
    const own = options.folder === undefined && project instanceof python.PythonProject ? project : undefined;
    const folder = new ProjenFolder(project, options.folder ?? "", own?.moduleName);
    if (text !== undefined) folder.take(pyprojectFile, text);
    const facts = readFolder(folder, { ...options, signs: own && signsOf(own) });
    if (facts === undefined) throw missing();
    return { text, folder, facts };
  }

  /** Names the folder in a mistake. */
  private inPlace<T>(read: () => T): T {
    try {
      return read();
    } catch (error) {
      const place = this.place();
      if (place === "" || !(error instanceof Mistake)) throw error;
      throw new Mistake({ where: place, what: error.message });
    }
  }

  /** The folder as messages name it where the root project is not meant. */
  private place(): string {
    return pathFromRoot(this.project, this.options.folder ?? "");
  }
}

/** A project that projen manages with uv may show it nowhere else. */
function signsOf(project: python.PythonProject): PackageManagerSign[] {
  if (project.depsManager instanceof python.Uv) return [{ manager: PackageManager.UV, sign: "uv: true of projen" }];
  if (project.depsManager instanceof python.Poetry) {
    return [{ manager: PackageManager.POETRY, sign: "poetry: true of projen" }];
  }
  return [];
}

function missing(): Mistake {
  return new Mistake({
    where: pyprojectFile,
    what: "there is no such file, neither on disk nor among the files that projen manages",
    allowed: "a project has one, or else requirements.txt, setup.py, setup.cfg or Pipfile",
    fix: "write one (uv init, poetry init), or let projen manage it with uv: true or poetry: true",
  });
}
