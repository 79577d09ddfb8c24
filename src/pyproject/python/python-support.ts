import { pythonReleases } from "../../knowledge/python-releases";
import type { PythonVersion } from "../../values/python-version";
import type { Fact } from "../fact";

/** What is worth telling of a release that is past its end of support; undefined before that. */
export function endOfSupport({ value, source }: Fact<PythonVersion>, today: Date): string | undefined {
  const release = pythonReleases.find(({ minor }) => minor === value.minor);
  const month = today.toISOString().slice(0, 7);
  if (release === undefined || month <= release.supportedUntil) return undefined;
  return `Python ${value} has had no security fixes since ${release.supportedUntil} (${release.source}), and was chosen by ${source}: allow a newer release`;
}
