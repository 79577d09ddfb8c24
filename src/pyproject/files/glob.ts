/** Does the path match the pattern? `*` and `?` stay within one folder, `**` spans folders. */
export function globMatches(pattern: string, path: string): boolean {
  const normal = pattern.replace(/^(?:\.\/)+/, "").replace(/\/+$/, "");
  const expression = normal.replaceAll(/\*\*\/?|[*?]|\[[^\]/]+\]|[\\^$.|+(){}[\]]/g, (part) => {
    if (part === "**/") return "(?:[^/]+/)*";
    if (part === "**") return ".*";
    if (part === "*") return "[^/]*";
    if (part === "?") return "[^/]";
    if (part.length > 1) return `[${part.slice(1, -1).replace(/^!/, "^").replaceAll(/[\\[]/g, "\\$&")}]`;
    return `\\${part}`;
  });
  try {
    return new RegExp(`^${expression}$`).test(path);
  } catch {
    // A character class such as [z-a] matches nothing.
    return false;
  }
}
