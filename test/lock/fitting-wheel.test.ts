import { fittingWheel } from "../../src/lock/fitting-wheel";
import { WheelTarget } from "../../src/lock/wheel-target";
import { Libc } from "../../src/values/libc";
import { Platform } from "../../src/values/platform";
import { PythonVersion } from "../../src/values/python-version";

const target = (python = "3.13", platform = "linux/amd64", libc = "glibc 2.36") =>
  WheelTarget.of(PythonVersion.of(python), Platform.of(platform), Libc.of(libc));
const chosen = (...tags: string[]) =>
  fittingWheel(
    tags.map((each) => ({ name: `pkg-1.0-${each}.whl` })),
    target(),
  )?.name;

test.each([
  ["the own ABI", "cp313-cp313-manylinux_2_28_x86_64", "cp312-abi3-manylinux_2_28_x86_64"],
  ["the newer glibc that is there", "cp313-cp313-manylinux_2_28_x86_64", "cp313-cp313-manylinux2014_x86_64"],
  ["the newer stable ABI", "cp310-abi3-manylinux_2_17_x86_64", "cp38-abi3-manylinux_2_28_x86_64"],
  ["a native one", "cp38-abi3-manylinux1_x86_64", "py3-none-any"],
  ["the greater build", "10-py3-none-any", "2-py3-none-any"],
  ["the best of a compressed set", "cp39.cp313-abi3-manylinux_2_17_x86_64.manylinux2014_x86_64", "py3-none-any"],
])("%s comes first", (_, better, worse) => expect(chosen(worse, better)).toBe(`pkg-1.0-${better}.whl`));

test.each([
  "cp313-cp313t-manylinux_2_28_x86_64",
  "cp314-abi3-manylinux_2_28_x86_64",
  "cp313-cp313-manylinux_2_37_x86_64",
  "cp313-cp313-manylinux_2_28_aarch64",
  "cp313-cp313-musllinux_1_2_x86_64",
  "cp313-cp313-win_amd64",
  "py2-none-any",
])("%s does not fit", (tags) => expect(chosen(tags)).toBeUndefined());

test.each(["pkg-1.0.tar.gz", "pkg-1.0-py3-none-any.whl.metadata", "py3-none-any.whl", "pkg-one-py3-none-any.whl", ""])(
  "%p is no wheel",
  (name) => expect(fittingWheel([{ name }], target())).toBeUndefined(),
);

test("the + of a local version may be written as in an address", () => {
  const file = { name: "torch-2.9.0%2Bcpu-cp313-cp313-manylinux_2_28_x86_64.whl" };
  expect(fittingWheel([file], target())).toBe(file);
});
test("there is one target of each kind", () => expect(target("3.13.2")).toBe(target("3.13")));
test("a target is written with all that it is", () => {
  expect(target("3.14", "linux/arm64", "musl 1.2").toString()).toBe("3.14 linux/arm64 musl 1.2");
});
test("a set with a million tags is not counted", () => {
  const many = Array(300).fill("py3").join(".");
  expect(fittingWheel([{ name: `pkg-1.0-${many}-${many}-${many}.whl` }], target())).toBeUndefined();
});
