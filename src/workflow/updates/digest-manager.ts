import { DIGESTS_FILE } from "../../values/image-digests";
import type { CustomManager } from "./custom-manager";

/** The manager for the digests of pinned images, one a line. */
export const digestManager: CustomManager = {
  description: "digests of images",
  managerFilePatterns: [`/^${DIGESTS_FILE.replaceAll(".", "\\.")}$/`],
  matchStrings: [
    '"(?<depName>(?:[\\w.-]+(?::\\d+)?/)?[a-z0-9._/-]+):(?<currentValue>\\w[\\w.-]*)":\\s*"(?<currentDigest>sha256:[a-f0-9]{64})"',
  ],
  datasourceTemplate: "docker",
  versioningTemplate: "docker",
};

/** The rules for it: a tag stands in the projenrc file, and is moved there. */
export const digestRules: readonly object[] = [
  {
    description: "Tags are those of the projenrc file",
    matchFileNames: [DIGESTS_FILE],
    matchUpdateTypes: ["major", "minor", "patch"],
    enabled: false,
  },
  {
    description: "What moved since the last look comes together",
    matchFileNames: [DIGESTS_FILE],
    matchUpdateTypes: ["digest"],
    groupName: "image digests",
  },
];
