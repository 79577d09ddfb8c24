import { debianSuites, glibcOf } from "../../src/knowledge/debian-suites";
import { Libc } from "../../src/values/libc";

test.each(["glibc 2.41", "musl 1.2"])("%s is written as it was", (text) => expect(Libc.of(text).toString()).toBe(text));
test.each(["", "glibc", "glibc 2", "glibc 3.1", "musl 2.1", "2.41", "glibc 2.41.1"])("%p is refused", (text) =>
  expect(() => Libc.of(text)).toThrow(`C library: "${text}" is not a C library of an image`),
);
test.each(debianSuites)("%s has a version of glibc", (suite) => {
  expect(Libc.of(`glibc ${glibcOf(suite)}`).kind).toBe("glibc");
});
test("a suite that is not known has none", () => expect(glibcOf("buster")).toBeUndefined());
