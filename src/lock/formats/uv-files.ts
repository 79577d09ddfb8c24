import type { LockedFile, LockedSource } from "../lock";
import { fileNameOf } from "./file-name";
import { filesAt } from "./located-source";
import type { LockTable } from "./lock-table";

const kinds: { readonly [key: string]: LockedSource["kind"] } = {
  registry: "index",
  git: "git",
  url: "url",
  path: "path",
  directory: "project",
  editable: "project",
  virtual: "project",
};

/**
 * Reads where a package comes from: a table with one key, which is the kind.
 *
 * @see https://docs.astral.sh/uv/concepts/projects/layout/#the-lockfile
 */
export function readUvSource(package_: LockTable): LockedSource | undefined {
  const table = package_.table("source");
  if (table === undefined) return undefined;
  const key = Object.keys(kinds).find((each) => table.has(each));
  if (key === undefined) throw package_.wrong("source", `it has one of ${Object.keys(kinds).join(", ")}`);
  const subdirectory = table.text("subdirectory");
  const location = `${table.text(key)}${subdirectory === undefined ? "" : `#subdirectory=${subdirectory}`}`;
  return { kind: kinds[key], location };
}

/** Is it what another part of the lock file names by the same source? */
export function isSameSource(one: LockedSource, other: LockedSource): boolean {
  return one.kind === other.kind && one.location === other.location;
}

/** The wheels of a package. */
export function readUvWheels(package_: LockTable): LockedFile[] {
  return package_.tables("wheels").map((wheel) => {
    const name = nameOf(wheel);
    if (name === undefined) throw wheel.wrong("url", "a wheel has an url, a path or a filename");
    return { name, sizeBytes: wheel.count("size") };
  });
}

/** The source distribution; one from an address or a path is named by its source, whether it is listed or not. */
export function readUvSdist(package_: LockTable, source: LockedSource): readonly LockedFile[] {
  const sdist = package_.table("sdist");
  const [own] = filesAt(source).sdists;
  if (sdist === undefined) return package_.has("wheels") || own === undefined ? [] : [own];
  return [{ name: nameOf(sdist) ?? own?.name ?? "", sizeBytes: sdist.count("size") }];
}

function nameOf(file: LockTable): string | undefined {
  const place = file.text("filename") ?? file.text("url") ?? file.text("path");
  return place === undefined ? undefined : fileNameOf(place);
}
