import { folderAt } from "../../src/pyproject/files/folder-at";
import { mapFolder } from "./facts-of";

const folder = mapFolder({ "../libs/a/src/x.py": "x", "../libs/a/y": "y", "vendor/b/z": "z" });

test("paths lead on from the folder", () => {
  expect(folderAt(folder, "../libs/a")?.read("src/x.py")).toBe("x");
});
test("the folder itself can be listed", () => expect(folderAt(folder, "../libs/a")?.list("")).toEqual(["src/", "y"]));
test.each([
  ["vendor/b", ["b", "vendor/b", "orders/vendor/b", "services/orders/vendor/b"]],
  ["../libs/a", ["a", "libs/a", "services/libs/a"]],
  ["../..", []],
])("the folders above %s are those of the repository", (path, inside) => {
  expect(
    folderAt(folder, path)
      ?.ancestors()
      .map((each) => each.inside),
  ).toEqual(inside);
});
test.each(["../../..", "../../../x", "/opt"])("%s is outside of the repository", (path) => {
  expect(folderAt(folder, path)).toBeUndefined();
});
