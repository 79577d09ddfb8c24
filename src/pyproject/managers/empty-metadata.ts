import type { Metadata } from "../facts";

/** What is known of a project without a `[project]` table. */
export const emptyMetadata: Metadata = {
  hasDynamicVersion: false,
  urls: [],
  readmeFiles: [],
  licenseFiles: [],
  consoleScripts: [],
  guiScripts: [],
  dependencies: [],
  extras: [],
};
