import { BuildContext } from "../../src";
import { emptiedFolderFindings } from "../../src/checks/emptied-folders";
import { folderWith } from "../project-folder";

/** What is found of the folder `shop`, of which a .dockerignore with these lines leaves something. */
function found(...lines: string[]): string[] {
  const folder = folderWith({
    "shop/__init__.py": "",
    "shop/web/main.py": "",
    "shop/web/page.html": "",
    "docs/x.md": "",
  });
  const context = new BuildContext(lines);
  return [...emptiedFolderFindings(context, ".dockerignore", folder, ["shop", "nothing"])].map(({ what }) => what);
}

test.each([
  ["shop/**", 'the pattern "shop/**" leaves out all in "shop"'],
  ["shop/*", 'the pattern "shop/*" leaves out all in "shop"'],
  ["**/*.py", 'the pattern "**/*.py" leaves out all of Python in "shop"'],
])("a folder that %s leaves empty is told", (line, what) => expect(found(line)).toEqual([what]));

test.each([["shop/*.py"], ["shop/web"], ["docs/**"], ["shop"]])(
  "a folder of which %s leaves something is not",
  (line) => expect(found(line)).toEqual([]),
);
test("what is taken in again is there", () => expect(found("shop/**", "!shop/web/main.py")).toEqual([]));
