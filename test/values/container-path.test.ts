import { ContainerPath } from "../../src/values/container-path";

test.each([
  ["/app", "/app"],
  ["/app/", "/app"],
  ["/app//src/../lib/.", "/app/lib"],
  ["/", "/"],
])("%s is normalised", (text, normal) => expect(ContainerPath.of(text).toString()).toBe(normal));
test.each(["", "app", "./app", "/a\nb"])("%p is refused", (text) => {
  expect(() => ContainerPath.of(text)).toThrow("a path in a container starts with /");
});
test("a relative path is shown with the mend", () => {
  expect(() => ContainerPath.of("app")).toThrow('write "/app"');
});
test("paths are joined", () => expect(ContainerPath.of("/opt").join("venv", "bin").toString()).toBe("/opt/venv/bin"));
