/** The name of the file at an address or a path. */
export function fileNameOf(place: string): string {
  const path = place.replace(/[?#].*$/s, "").replace(/\/$/, "");
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (!name.includes("%")) return name;
  try {
    return decodeURIComponent(name);
  } catch {
    // A per cent sign that starts no code stands for itself.
    return name;
  }
}
