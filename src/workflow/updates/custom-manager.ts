/** A custom manager of Renovate: what it looks for in a file that people write, and where newer versions are. */
export interface CustomManager {
  readonly description: string;
  /** Expressions of RE2, which has no look-around: they name the parts `currentValue`, `depName`, `currentDigest`. */
  readonly matchStrings: readonly string[];
  /** With "recursive" each expression is looked for in what the one before it has found. */
  readonly matchStringsStrategy?: "recursive";
  /** The files that it looks into, where that is not the projenrc file. */
  readonly managerFilePatterns?: readonly string[];
  readonly datasourceTemplate: string;
  /** The name for people; undefined where the expressions have it. */
  readonly depNameTemplate?: string;
  /** The name at the datasource, where it is another one. */
  readonly packageNameTemplate?: string;
  readonly versioningTemplate?: string;
}

/** The files in which people give options. */
const PROJENRC = ["/(^|/)\\.projenrc\\.(ts|js|mjs|cjs|json)$/", "/(^|/)projenrc/.+\\.ts$/"];

/** The manager as it stands in Renovate's configuration. */
export function renderManager(manager: CustomManager): object {
  return { customType: "regex", managerFilePatterns: PROJENRC, ...manager };
}

/** An option with a text. */
export function optionPattern(option: string, value: string): string {
  return `\\b${option}["']?:\\s*["'](?<currentValue>${value})["']`;
}
