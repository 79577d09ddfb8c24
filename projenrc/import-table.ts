/** The folders of the formats, which know nothing of each other. */
const formats = ["dockerfile", "dockerignore", "compose", "dev-container"];

/**
 * Which folder of `src` may import which, and which packages it may use.
 *
 * One row a folder, in the order of the flow: facts, policy, formats, checks. ARCHITECTURE.md shows the same table.
 */
export const importTable: Record<
  string,
  { readonly folders: string[]; readonly packages: string[]; readonly others?: string[] }
> = {
  values: { folders: [], packages: [] },
  knowledge: { folders: [], packages: [] },
  // The report by which a synth tells the command line what it would write.
  drift: { folders: [], packages: [] },
  findings: { folders: ["values"], packages: ["projen", "constructs"] },
  files: {
    folders: ["values", "drift", "findings"],
    packages: ["projen", "constructs", "diff"],
    // Checksums, names that are not taken, what git has of both sides of a conflict, and which machine this is.
    others: ["^(node:)?crypto$", "^(node:)?child_process$", "^(node:)?os$"],
  },
  dockerfile: { folders: ["values", "findings", "files"], packages: ["projen", "constructs", "dockerfile-ast"] },
  dockerignore: { folders: ["values", "findings", "files"], packages: ["projen", "constructs"] },
  compose: { folders: ["values", "findings", "files"], packages: ["projen", "constructs", "yaml"] },
  bake: { folders: ["values", "files"], packages: ["projen", "constructs"] },
  "dev-container": { folders: ["values", "findings", "files"], packages: ["projen", "constructs"] },
  editors: { folders: ["values", "files"], packages: ["projen", "constructs"] },
  pyproject: {
    folders: ["values", "knowledge", "findings", "files"],
    packages: ["projen", "smol-toml", "@renovatebot/pep440", "@lezer/python"],
  },
  lock: {
    folders: ["values", "knowledge", "pyproject"],
    packages: ["@renovatebot/pep440"],
    // The hashes by which lock files tell for what they were made.
    others: ["^(node:)?crypto$"],
  },
  checks: {
    folders: ["values", "knowledge", "findings", "files", ...formats, "pyproject", "lock"],
    packages: ["projen", "constructs"],
  },
  python: {
    folders: ["values", "knowledge", "findings", "files", ...formats, "bake", "editors", "pyproject", "lock", "checks"],
    packages: ["projen", "constructs"],
  },
  workflow: {
    folders: ["values", "files", "dev-container", "pyproject", "python"],
    packages: ["projen", "constructs", "yaml"],
  },
  compare: {
    folders: [
      "values",
      "knowledge",
      "findings",
      "files",
      "dockerfile",
      "dockerignore",
      "compose",
      "pyproject",
      "python",
    ],
    packages: ["projen", "dockerfile-ast", "yaml"],
  },
  cli: {
    folders: ["values", "knowledge", "files", "drift", "pyproject", "lock", "compare", "projenrc"],
    packages: [],
    // Reading the command line, this module's own version, a synth and tools in processes of their own; the last two are
    // used in such a process alone.
    others: ["^(node:)?util$", "^package\\.json$", "^(node:)?child_process$", "^(node:)?os$", "^(node:)?(module|url)$"],
  },
  // Runs the projenrc file, which imports this module by its name.
  projenrc: {
    folders: ["values"],
    packages: [],
    // The compiler in a process of its own, its output in a temporary folder, and Node's loader, which gets what it made.
    others: ["^(node:)?child_process$", "^(node:)?(module|os|url)$"],
  },
  project: {
    folders: ["values", "knowledge", "files", ...formats, "bake", "pyproject", "lock", "checks", "python", "workflow"],
    packages: ["projen", "constructs", "jsonc-parser"],
    // Whether Docker and other tools answer, and this module's own name and version.
    others: ["^(node:)?child_process$", "^package\\.json$"],
  },
};

/** Node's own modules that the sources may use: reading files and joining paths, nothing that reaches a network. */
const nodeModules = ["fs", "path"];

/** The rules of dependency-cruiser that enforce the table. */
export function dependencyRules(): object {
  const inFolder = (folder: string) => `^src/${folder}/`;
  const rows = Object.entries(importTable).flatMap(([folder, row]) => [
    {
      name: `${folder}-folders`,
      comment: `src/${folder} may import ${row.folders.join(", ") || "no other folder"}`,
      severity: "error",
      from: { path: inFolder(folder) },
      to: { path: "^src/", pathNot: [folder, ...row.folders].map(inFolder) },
    },
    {
      name: `${folder}-packages`,
      comment: `src/${folder} may use ${row.packages.join(", ") || "no package"}`,
      severity: "error",
      from: { path: inFolder(folder) },
      to: {
        pathNot: [
          "^src/",
          ...row.packages.map((name) => `^node_modules/${name}/`),
          `^(node:)?(${nodeModules.join("|")})$`,
          ...(row.others ?? []),
        ],
      },
    },
  ]);
  return {
    forbidden: [
      {
        name: "no-cycles",
        comment: "types count too",
        severity: "error",
        from: { path: "^src/" },
        to: { circular: true },
      },
      {
        name: "known-folders",
        comment: "a new folder needs a row in projenrc/import-table.ts",
        severity: "error",
        from: { path: "^src/[^/]+/", pathNot: Object.keys(importTable).map(inFolder) },
        to: {},
      },
      ...rows,
    ],
    options: {
      tsPreCompilationDeps: true,
      tsConfig: { fileName: "tsconfig.json" },
      doNotFollow: { path: "node_modules" },
    },
  };
}
