import { type Fact, fact } from "../fact";
import type { Extra } from "../facts";
import type { TomlTable } from "../files/toml-table";
import { extrasWithPurpose } from "../metadata/extras";
import { parseRequirement, type Requirement } from "../requirements/requirement";
import { requirementsLines } from "../requirements/requirements-lines";
import type { BackendContext, DynamicMetadata } from "./build-backend";
import { textOrTexts } from "./build-paths";
import { hatchTable } from "./hatchling-tables";
import { templateRequirements } from "./template-requirements";

/**
 * The metadata that hooks of hatchling find out: hatch-fancy-pypi-readme, hatch-requirements-txt and
 * uv-dynamic-versioning.
 *
 * @see https://hatch.pypa.io/latest/plugins/metadata-hook/reference/
 */
export function hatchlingMetadata(context: BackendContext): DynamicMetadata {
  const isDynamic = (field: string) => context.project?.dynamic.includes(field) ?? false;
  const readme = isDynamic("readme")
    ? readmeFragments(hatchTable(context, "metadata", "hooks", "fancy-pypi-readme"))
    : [];
  const dependencies = isDynamic("dependencies") ? dependenciesOf(context) : [];
  const extras = isDynamic("optional-dependencies") ? extrasOf(context) : [];
  return {
    ...(readme.length > 0 && { readmeFiles: readme }),
    ...(dependencies.length > 0 && { dependencies }),
    ...(extras.length > 0 && { extras }),
  };
}

/**
 * The files of which hatch-fancy-pypi-readme makes the readme.
 *
 * @see https://github.com/hynek/hatch-fancy-pypi-readme#fragments
 */
export function readmeFragments(hook: TomlTable | undefined): Fact<string>[] {
  return (hook?.tables("fragments") ?? []).flatMap((fragment) => fragment.text("path") ?? []);
}

/** The files that hatch-requirements-txt reads. */
export function requirementsFilesOf(context: BackendContext): Fact<string>[] {
  const extras = requirementsHook(context)?.table("optional-dependencies");
  return [...mainFiles(context), ...(extras?.keys() ?? []).flatMap((name) => textOrTexts(extras, name))];
}

/** @see https://github.com/repo-helper/hatch-requirements-txt#usage */
function requirementsHook(context: BackendContext): TomlTable | undefined {
  return hatchTable(context, "metadata", "hooks", "requirements_txt");
}

function mainFiles(context: BackendContext): Fact<string>[] {
  const hook = requirementsHook(context);
  if (hook === undefined) return [];
  const listed = [...textOrTexts(hook, "files"), ...textOrTexts(hook, "filename")];
  const isDynamic = context.project?.dynamic.includes("dependencies") ?? false;
  return listed.length === 0 && isDynamic ? [fact("requirements.txt", hook.source("files"))] : listed;
}

function dependenciesOf(context: BackendContext): Fact<Requirement>[] {
  const templates = templateRequirements(templateHook(context)?.texts("dependencies"));
  return [...templates, ...mainFiles(context).flatMap((file) => requirementsIn(context, file.value))];
}

function extrasOf(context: BackendContext): Fact<Extra>[] {
  const files = requirementsHook(context)?.table("optional-dependencies");
  const templates = templateHook(context)?.table("optional-dependencies");
  const inFile = (file: Fact<string>) => requirementsIn(context, file.value);
  const all = [
    ...extrasIn(files, (name) => textOrTexts(files, name).flatMap(inFile)),
    ...extrasIn(templates, (name) => templateRequirements(templates?.texts(name))),
  ];
  const sources = new Map(all.map(({ value, source }) => [value.name, source]));
  const listed = all.map(({ value }) => value);
  return extrasWithPurpose(listed, context.name).map((extra) => fact(extra, sources.get(extra.name) ?? ""));
}

function extrasIn(
  table: TomlTable | undefined,
  requirements: (name: string) => Fact<Requirement>[],
): Fact<Pick<Extra, "name" | "requirements">>[] {
  return (table?.keys() ?? []).map((name) =>
    fact({ name, requirements: requirements(name).map(({ value }) => value) }, table?.source(name) ?? ""),
  );
}

/** @see https://github.com/ninoseki/uv-dynamic-versioning/blob/main/docs/metadata_hook.md */
function templateHook(context: BackendContext): TomlTable | undefined {
  return hatchTable(context, "metadata", "hooks", "uv-dynamic-versioning");
}

/** The requirements in a file as the hook reads it: options, also those that include other files, are skipped. */
function requirementsIn({ folder }: BackendContext, path: string): Fact<Requirement>[] {
  return requirementsLines(folder.read(path) ?? "").flatMap(({ number, text }) => {
    const [written] = text.split(/\s+--?[A-Za-z]/);
    const source = `${path}:${number}`;
    return written.startsWith("-") ? [] : [fact(parseRequirement(written, source), source)];
  });
}
