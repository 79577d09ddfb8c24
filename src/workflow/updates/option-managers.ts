import { PackageManager } from "../../pyproject/managers/package-manager";
import type { BaseImages } from "../../python/stages/base-images";
import { type CustomManager, optionPattern } from "./custom-manager";

const VERSION = "\\d[\\w.]*";

/** The managers for the options of a Python container. */
export function optionManagers(images: BaseImages, used: readonly PackageManager[]): CustomManager[] {
  return [
    image("pythonVersion", "python", images.python, "\\d+\\.\\d+[\\d.]*"),
    image("rustVersion", "rust", images.rust, "\\d+\\.\\d+[\\d.]*"),
    {
      description: "option debianSuite",
      matchStrings: [optionPattern("debianSuite", "[a-z]+")],
      datasourceTemplate: "docker",
      depNameTemplate: "debian",
      versioningTemplate: "debian",
    },
    {
      description: "option devContainerNode",
      matchStrings: [optionPattern("devContainerNode", "\\d[\\d.]*")],
      datasourceTemplate: "node-version",
      depNameTemplate: "node",
      versioningTemplate: "node",
    },
    {
      description: "option pipxVersion",
      matchStrings: [optionPattern("pipxVersion", VERSION)],
      datasourceTemplate: "pypi",
      depNameTemplate: "pipx",
    },
    ...used.map((manager) => packageManager(manager, images, used.length === 1)),
  ];
}

function image(option: string, depNameTemplate: string, packageName: string, value: string): CustomManager {
  return {
    description: `option ${option}`,
    matchStrings: [optionPattern(option, value)],
    datasourceTemplate: "docker",
    depNameTemplate,
    packageNameTemplate: packageName,
    versioningTemplate: "docker",
  };
}

/** Where a repository has several package managers, the option that names one stands in the same braces. */
function packageManager(manager: PackageManager, { uv }: BaseImages, isOnly: boolean): CustomManager {
  const version = optionPattern("packageManagerVersion", VERSION);
  const name = `PackageManager\\.${manager.toUpperCase()}\\b`;
  const isImage = manager === PackageManager.UV;
  return {
    description: `option packageManagerVersion of ${manager}`,
    matchStrings: isOnly ? [version] : [`${name}[^{}]*?${version}`, `${version}[^{}]*?${name}`],
    datasourceTemplate: isImage ? "docker" : "pypi",
    depNameTemplate: manager,
    ...(isImage ? { packageNameTemplate: uv, versioningTemplate: "docker" } : {}),
  };
}
