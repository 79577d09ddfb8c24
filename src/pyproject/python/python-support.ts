import { pythonReleases } from "../../knowledge/python-releases";
import { PythonVersion } from "../../values/python-version";
import type { Fact } from "../fact";

/** What is worth telling of a release that is past its end of support, or newer than those that are known. */
export function supportNote({ value, source }: Fact<PythonVersion>, today: Date): string[] {
  const release = pythonReleases.find(({ minor }) => minor === value.minor);
  const month = today.toISOString().slice(0, 7);
  const [first] = pythonReleases;
  const isOlder = value.compare(PythonVersion.of(first.minor)) < 0;
  if (release === undefined && !isOlder) {
    return [
      `Python ${value}, chosen by ${source}, is newer than ${pythonReleases.at(-1)?.minor}, the newest that is known here: its image may not exist`,
    ];
  }
  if (!isOlder && release !== undefined && month <= release.supportedUntil) return [];
  const since = release === undefined ? `since before ${first.supportedUntil}` : `since ${release.supportedUntil}`;
  return [
    `Python ${value} has had no security fixes ${since} (${(release ?? first).source}), and was chosen by ${source}: ${wayOn(source)}`,
  ];
}

function wayOn(source: string): string {
  return source === "option pythonVersion" ? "set a newer one" : "allow a newer release";
}
