import type { CustomManager } from "./custom-manager";

const CALL = `actions\\.set\\(\\s*["'][^"']+["'],\\s*["'](?<depName>[\\w.-]+/[\\w.-]+)@`;

/** The manager for actions that the projenrc file names itself; all others come with this module. */
export const actionManager: CustomManager = {
  description: "actions",
  matchStrings: [
    `${CALL}(?<currentDigest>[a-f0-9]{40})["'],?\\s*\\);?\\s*//\\s*(?<currentValue>v\\d[\\w.]*)`,
    `${CALL}(?<currentValue>v\\d[\\w.]*)["']`,
  ],
  datasourceTemplate: "github-tags",
  versioningTemplate: "docker",
};
