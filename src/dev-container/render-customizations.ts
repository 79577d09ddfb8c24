import type { CodespacesPermissions } from "./codespaces-permissions";
import type { EntrySection } from "./entry-log";
import { ifAny } from "./if-any";
import type { SettledValues } from "./settled-values";

/** What each tool reads for itself; undefined where nothing is set. */
export function renderCustomizations(values: SettledValues): Record<string, unknown> | undefined {
  const object = (section: EntrySection) => values.object(section);
  const repositories = Object.entries(object("codespacesRepositories") ?? {}) as [string, CodespacesPermissions][];
  const own: Record<string, Record<string, unknown>> = {
    vscode: { extensions: values.list("extensions"), settings: object("settings") },
    jetbrains: {
      backend: values.one("jetbrainsBackend"),
      plugins: values.list("jetbrainsPlugins"),
      settings: object("jetbrainsSettings"),
    },
    codespaces: {
      repositories: ifAny(
        Object.fromEntries(repositories.map(([name, { _value }]) => [name, { permissions: _value }])),
      ),
      openFiles: values.list("codespacesOpenFiles"),
      disableAutomaticConfiguration: values.one("codespacesDisableAutomaticConfiguration"),
    },
  };
  const added = values.sections.flatMap((section) => /^customizations\.(.*)$/s.exec(section)?.[1] ?? []);
  const tools = [...new Set([...Object.keys(own), ...added])];
  return ifAny(
    Object.fromEntries(tools.map((tool) => [tool, ifAny({ ...own[tool], ...object(`customizations.${tool}`) })])),
  );
}
