/**
 * The names of the cells that targets, plots and README look for; a suite may have others, which the report's tables show
 * as well.
 */
export const IMAGE_CELLS = {
  coldEmpty: "cold build, empty caches",
  coldWarm: "cold build, warm download cache",
  noOp: "no-op",
  sourceEdit: "source edit",
  versionBump: "version bump",
  linterSetting: "linter setting",
  readmeEdit: "readme edit",
  scriptEdit: "script edit",
  oneDependencyAdded: "one dependency added",
  imageSize: "image size",
  aboveFloor: "image size above base, production environment and own files",
  push: "bytes that a source edit adds to push and pull",
  context: "context",
  firstAnswer: "start to first answer",
} as const;

/** The cell that counts how often an edit has the dependencies installed again. */
export const dependenciesInstalled = (edit: string) => `${edit}: dependencies installed`;

/** What a synth is measured of, and the cells of a number of projects. */
export const SYNTH_SUBJECTS = ["bare", "text files", "container"] as const;
export const synthTime = (projects: number) => `N=${projects} construct+synth`;
export const synthMemory = (projects: number) => `N=${projects} peak memory`;
/** So many synths of one project come first and are thrown away, so that what is measured is warm. */
export const WARM_UP_SYNTHS = 5;
/** Of one project the median of so many is measured. */
export const ONE_PROJECT_SYNTHS = 9;
/** How many files a project has. */
export const FILE_COMPONENTS = "file components";

/** The subject with which the suite `command` compares. */
export const BARE_COMMAND = "bare projen";

export const ONE_PROJECT = "cold build of 1 project";
export const TWENTY_PROJECTS = "cold build of 20 projects";
