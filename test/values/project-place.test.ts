import { commonFolder, ProjectPlace } from "../../src/values/project-place";

const folder = "/work/services/orders";

test.each([
  [".", "", "uv.lock", "uv.lock"],
  ["..", "orders", "uv.lock", "orders/uv.lock"],
  ["../../", "services/orders", "../../uv.lock", "uv.lock"],
  ["../..", "services/orders", ".", "services/orders"],
  ["..", "orders", "../../uv.lock", "../uv.lock"],
])("in the context %s the folder is %p, and %s is %s", (context, inside, path, inContext) => {
  const place = ProjectPlace.of(context, folder);
  expect([place.folder, place.inContext(path)]).toEqual([inside, inContext]);
});

test.each(["src", "/work", "../libs", "..\\.."])("%p is no context", (context) => {
  expect(() => ProjectPlace.of(context, folder)).toThrow(
    `buildContext is ${JSON.stringify(context)}; it is the project's folder or one above it`,
  );
});

test.each([
  [[], "."],
  [["uv.lock", "libs/rules"], "."],
  [["../lib", "../../uv.lock", "x"], "../.."],
  [["../a/../../b"], "../.."],
  [["..x/y"], "."],
])("%p lie in %s", (paths, common) => expect(commonFolder(paths)).toBe(common));
