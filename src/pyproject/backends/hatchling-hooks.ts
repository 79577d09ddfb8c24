import { type Fact, fact } from "../fact";
import type { TomlTable } from "../files/toml-table";
import { requirementsOfExtra } from "../metadata/extras";
import { parseRequirement, type Requirement } from "../requirements/requirement";
import type { BackendContext } from "./build-backend";
import { joinedPath, textOrTexts } from "./build-paths";
import { buildHooks, hatchTable } from "./hatchling-tables";
import { filesOfProgram } from "./local-modules";
import { followProgram, runsPrograms } from "./python-program";

/** The hook of hatch-jupyter-builder, which builds a part of the project in JavaScript. */
const jupyterBuilder = "jupyter-builder";

/** What the hooks read: the scripts that the project brings itself, with what those read, and JavaScript sources. */
export function hookFiles(context: BackendContext): Fact<string>[] {
  return [...hookScripts(context).flatMap((script) => [script, ...readBy(script, context)]), ...scriptSources(context)];
}

/**
 * What a build of a wheel requires beside `[build-system].requires`.
 *
 * @see https://hatch.pypa.io/latest/config/build/#dependencies
 */
export function hatchlingRequires(context: BackendContext): Fact<Requirement>[] {
  const tables = [hatchTable(context, "build"), hatchTable(context, "build", "targets", "wheel")];
  return [...tables, ...buildHooks(context).values()].flatMap((table) => [
    ...textOrTexts(table, "dependencies").map(({ value, source }) => fact(parseRequirement(value, source), source)),
    ...ownRequirements(table, context),
  ]);
}

/** A build can also require what the project itself needs. */
function ownRequirements(table: TomlTable | undefined, { project }: BackendContext): Fact<Requirement>[] {
  const main = table?.flag("require-runtime-dependencies")?.value ? (project?.dependencies ?? []) : [];
  const extras = project?.extras.map(({ value }) => value) ?? [];
  const optional = textOrTexts(table, "require-runtime-features").flatMap(({ value, source }) =>
    requirementsOfExtra(extras, value, project?.name?.value.written).map((each) => fact(each, source)),
  );
  return [...main, ...optional];
}

/** What is worth telling of hooks of which not all can be known. */
export function hookNotes(context: BackendContext): string[] {
  const scripts = hookScripts(context).filter(({ value }) => runsPrograms(followProgram(context.folder, value)));
  const notes = scripts.map(
    ({ value, source }) =>
      `${source}: ${value} starts other programs; what these read, and what they need of the system, is not known`,
  );
  const builder = jupyterHook(context);
  if (builder === undefined) return notes;
  return [
    ...notes,
    `${builder.source("build-function")}: the hook builds JavaScript with Node.js, which is not installed for the build; add it, or commit what skip-if-exists names`,
  ];
}

/** The scripts of the hooks that the project brings itself. */
function hookScripts(context: BackendContext): Fact<string>[] {
  const hooks = [buildHooks(context).get("custom"), hatchTable(context, "metadata", "hooks", "custom")];
  return hooks
    .filter((hook) => hook !== undefined)
    .map((hook) => hook.text("path") ?? fact("hatch_build.py", hook.source("path")));
}

/** The files that a script reads, and the modules of the project that it imports. */
function readBy({ value, source }: Fact<string>, { folder }: BackendContext): Fact<string>[] {
  return filesOfProgram(folder, value).map((path) => fact(path, `${source} (${value})`));
}

/** The hook of hatch-jupyter-builder where it runs npm, as long as not all is there that it would make. */
function jupyterHook(context: BackendContext): TomlTable | undefined {
  const hook = buildHooks(context).get(jupyterBuilder);
  const made = textOrTexts(hook, "skip-if-exists");
  const isThere = made.length > 0 && made.every(({ value }) => context.folder.exists(value));
  return !isThere && /\bnpm_builder$/.test(hook?.text("build-function")?.value ?? "") ? hook : undefined;
}

/** @see https://github.com/jupyterlab/hatch-jupyter-builder#npm-builder-function */
function scriptSources(context: BackendContext): Fact<string>[] {
  const hook = jupyterHook(context);
  if (hook === undefined) return [];
  const settings = hook.table("build-kwargs");
  const base = settings?.text("path")?.value ?? "";
  const lists = ["package.json", "package-lock.json", "yarn.lock", ".yarnrc.yml", "pnpm-lock.yaml", "tsconfig.json"];
  const sources = textOrTexts(settings, "source_dir");
  return [...lists.map((name) => fact(joinedPath(base, name), hook.source("build-function"))), ...sources];
}
