import { matchesOnDisk } from "../../src/checks/matches-on-disk";
import { folderWith } from "../project-folder";

const folder = folderWith({ "docs/guide.md": "", "docs/.hidden": "", "src/a+b.py": "" });

test.each([
  ["docs/*.md", true],
  ["*/guide.md", true],
  ["docs/gu?de.md", true],
  ["docs/[a-g]uide.md", true],
  ["docs/[^g]uide.md", false],
  // As Go has it, and not as a shell.
  ["docs/*hidden", true],
  ["src/a+b.*", true],
  ["src/*.md", false],
  ["docs/guide.md/*", false],
  ["other/*", false],
])("%s", (pattern, isThere) => expect(matchesOnDisk(folder, pattern)).toBe(isThere));
