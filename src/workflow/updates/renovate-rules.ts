import type { Project } from "projen";
import { generatedFiles } from "./generated-files";
import { databaseImages } from "./image-managers";

/** This module's own package. */
export const OWN_PACKAGE = "projen-python-container";

/** The rules of Renovate's configuration, later ones before earlier ones. */
export function packageRules(root: Project): object[] {
  return [
    {
      description: "The next synth would undo what changes in a generated file",
      matchFileNames: generatedFiles(root),
      enabled: false,
    },
    {
      description: "What the module knows, versions among it, moves with it, in range or not",
      matchManagers: ["npm"],
      matchPackageNames: [OWN_PACKAGE, "projen", "constructs"],
      groupName: "projen",
      rangeStrategy: "bump",
    },
    {
      description: "The projenrc file is run by the releases with which the module is tested",
      matchManagers: ["npm"],
      matchFileNames: ["package.json"],
      matchPackageNames: ["typescript", "@types/node"],
      matchUpdateTypes: ["major"],
      enabled: false,
    },
    {
      description: "Another major release does not read the data of the one before",
      matchManagers: ["custom.regex"],
      matchPackageNames: databaseImages,
      matchUpdateTypes: ["major"],
      dependencyDashboardApproval: true,
    },
  ];
}
