import { Mistake, shown } from "../values/mistake";

/**
 * The path of devcontainer.json from the project's folder.
 *
 * @param variant the folder below .devcontainer, undefined for the main one
 * @throws where the variant is not the name of one folder
 */
export function devContainerPath(variant?: string): string {
  if (variant === undefined) return ".devcontainer/devcontainer.json";
  if (/^[A-Za-z0-9][A-Za-z0-9_.-]*$/.test(variant)) return `.devcontainer/${variant}/devcontainer.json`;
  throw new Mistake({
    where: "DevContainer",
    what: `the variant ${shown(variant)} is not valid`,
    allowed: "it is the name of one folder: letters, digits and _ . -",
    fix: "rename it; the option name is free",
  });
}
