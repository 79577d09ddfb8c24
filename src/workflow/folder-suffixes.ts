/** What names of jobs and caches end with, for the folder of each image; a number tells apart what would read the same. */
export function folderSuffixes(folders: readonly string[]): string[] {
  const taken = new Set<string>();
  return folders.map((folder) => {
    const slug = folder === "" ? "" : `-${folder.replace(/[^A-Za-z0-9_]+/g, "-")}`;
    let suffix = slug;
    for (let number = 2; taken.has(suffix); number += 1) suffix = `${slug}-${number}`;
    taken.add(suffix);
    return suffix;
  });
}
