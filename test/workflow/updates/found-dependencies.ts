/** A custom manager, as it stands in the generated configuration. */
export interface WrittenManager {
  readonly managerFilePatterns: string[];
  readonly matchStrings: string[];
  readonly matchStringsStrategy?: "recursive";
  readonly datasourceTemplate: string;
  readonly depNameTemplate?: string;
  readonly packageNameTemplate?: string;
}

/** What Renovate finds in a file by the managers: what an expression names, and what the manager has beside it. */
export function foundDependencies(managers: WrittenManager[], path: string, text: string): Record<string, string>[] {
  return managers
    .filter(({ managerFilePatterns }) => managerFilePatterns.some((each) => new RegExp(each.slice(1, -1)).test(path)))
    .flatMap((manager) =>
      matches(manager, text).map(({ groups }) => ({
        ...(manager.depNameTemplate === undefined ? {} : { depName: manager.depNameTemplate }),
        ...(manager.packageNameTemplate === undefined ? {} : { packageName: manager.packageNameTemplate }),
        datasource: manager.datasourceTemplate,
        ...Object.fromEntries(Object.entries(groups ?? {}).filter(([, value]) => value !== undefined)),
      })),
    );
}

function matches({ matchStrings, matchStringsStrategy }: WrittenManager, text: string): RegExpMatchArray[] {
  const [first, ...rest] = matchStrings.map((each) => new RegExp(each, "g"));
  if (matchStringsStrategy === undefined) return [first, ...rest].flatMap((each) => [...text.matchAll(each)]);
  return rest.reduce((found, each) => found.flatMap(([part]) => [...part.matchAll(each)]), [...text.matchAll(first)]);
}
