import * as fc from "fast-check";
import { markerHolds, parseMarker } from "../../src/pyproject/requirements/marker";
import { Mistake, shown } from "../../src/values/mistake";
import { PythonVersion } from "../../src/values/python-version";

const on = (python: string, more: Partial<Parameters<typeof markerHolds>[1]> = {}) => ({
  python: PythonVersion.of(python),
  ...more,
});
const minor = on("3.13");

test.each([
  ["sys_platform == 'linux'", true],
  ["sys_platform == 'win32'", false],
  ["sys_platform != 'win32'", true],
  ["'linux' in sys_platform", true],
  ['os_name=="posix"', true],
  ["os_name == 'nt'", false],
  ["platform_system == 'Linux'", true],
  ["platform_system == 'linux'", false],
  ["implementation_name == 'cpython'", true],
  ["platform_python_implementation == 'PyPy'", false],
  ["platform_python_implementation != 'PyPy'", true],
  ["sys_platform in 'linux darwin'", true],
  ["sys_platform not in 'win32 darwin'", true],
  ["sys_platform not  in 'linux'", false],
  ["sys_platform > 'darwin'", false],
  ["sys_platform >= 'linux'", true],
  ["sys.platform == 'linux'", true],
  ["python_implementation == 'CPython'", true],
  ["'a' == 'b'", false],
])("%s: %p", (marker, holds) => expect(markerHolds(marker, minor)).toBe(holds));

test.each([
  ["python_version < '3.9'", false],
  ["python_version >= '3.9'", true],
  ["'3.9' <= python_version", true],
  ["'3.9' > python_version", false],
  ["python_version == '3.13'", true],
  ["python_version == '3.*'", true],
  ["python_version != '3.13'", false],
  ["python_version ~= '3.10'", true],
  ["python_version > '3.13'", false],
  ["python_version >= '3.13.1'", false],
  ["python_version in '3.12, 3.13'", true],
  ["python_version not in '3.12 3.13'", false],
  ["python_full_version >= '3.13.5'", true],
  ["python_full_version < '3.13.5'", false],
  ["python_full_version < '3.14.0a1'", true],
  ["'3.13.0a1' <= python_full_version", true],
  ["implementation_version >= '3.13'", true],
  ["python_version >= 'three'", false],
  ["'three' != python_version", false],
  ["python_version == '3.13.0.*'", true],
  ["python_version === '3.13.*'", false],
  ["python_full_version > '3.13.99rc1'", true],
  ["'3.13.99.post1' > python_full_version", false],
  ["'3.13.99+local' <= python_full_version", true],
])("by version, %s: %p", (marker, holds) => expect(markerHolds(marker, minor)).toBe(holds));

test("a patch release is compared as it is", () => {
  expect(markerHolds("python_full_version < '3.13.5'", on("3.13.2"))).toBe(true);
});

test.each([
  ["sys_platform == 'win32' or os_name == 'posix'", true],
  ["sys_platform == 'win32' and os_name == 'posix'", false],
  ["os_name == 'posix' or os_name == 'nt' and sys_platform == 'win32'", true],
  ["(os_name == 'posix' or os_name == 'nt') and sys_platform == 'win32'", false],
  ["((os_name == 'posix'))", true],
])("%s is %p", (marker, holds) => expect(markerHolds(marker, minor)).toBe(holds));

test.each([
  ["platform_machine == 'x86_64'", undefined, true],
  ["platform_machine == 'aarch64'", undefined, true],
  ["platform_machine == 'arm64'", undefined, false],
  ["platform_machine != 'aarch64'", "aarch64", false],
  ["platform_machine == 'x86_64' and platform_machine == 'aarch64'", undefined, false],
] as const)("%s on %p: %p", (marker, machine, holds) => {
  expect(markerHolds(marker, on("3.13", { machine }))).toBe(holds);
});

test.each([
  ["extra == 'Web_UI'", ["web-ui"], true],
  ["extra == 'web'", [], false],
  ["extra == 'web'", undefined, false],
  ["extra != 'web'", undefined, true],
  ["extra == ''", [], true],
  ["extra == ''", ["web"], false],
  ["extra == 'web' and extra == 'db'", ["web", "db"], true],
  ["'web' in extras", ["db", "web"], true],
  ["'web' not in extras", ["db"], true],
])("%s with the extras %p: %p", (marker, extras, holds) => {
  expect(markerHolds(marker, on("3.13", { extras }))).toBe(holds);
});

test.each(["platform_release >= '5.0'", "platform_version == 'x'", "'dev' in dependency_groups", "os_name ~= 'posix'"])(
  "%s can't be ruled out",
  (marker) => expect(markerHolds(marker, minor)).toBe(true),
);

test("and comes before or", () => {
  expect(parseMarker("os_name == 'a' or os_name == 'b' and os_name == 'c'", "key")).toMatchObject({
    kind: "or",
    parts: [{ kind: "comparison" }, { kind: "and" }],
  });
});

test.each([
  ["", "it has an end where a text in quotes or a variable such as python_version is"],
  ["python_version", "it has an end where an operator is expected"],
  ["python_version >= 3.9", "it has a character that belongs to no part of one"],
  ["python_version => '3.9'", "it has a character that belongs to no part of one"],
  ["platform == 'linux'", "it has platform where a text"],
  ["toString == 'linux'", "it has toString where"],
  ["os_name == 'posix' os_name", "it has os_name where its end is expected"],
  ["(os_name == 'posix'", "it has an end where ) is expected"],
  ["os_name not 'posix'", "it has 'posix' where in is expected"],
  ["(".repeat(100000), "its parentheses lie too deep in one another"],
  ["os_name == 'posix", "it has a character that belongs to no part of one"],
])("%p is refused", (marker, message) => {
  expect(() => parseMarker(marker, "pyproject.toml [project].dependencies (lxml)")).toThrow(
    `pyproject.toml [project].dependencies (lxml): ${shown(marker)} is not an environment marker: ${message}`,
  );
});

test("any text is a marker or a mistake", () => {
  const words = fc.constantFrom(
    "python_version",
    "extra",
    "'3.9'",
    '"x"',
    "==",
    "in",
    "not",
    "and",
    "or",
    "(",
    ")",
    "<",
  );
  const text = fc.oneof(
    fc.string(),
    fc.array(words, { maxLength: 9 }).map((parts) => parts.join(" ")),
  );
  fc.assert(
    fc.property(text, (marker) => {
      try {
        expect(typeof markerHolds(marker, minor)).toBe("boolean");
      } catch (error) {
        expect(error).toBeInstanceOf(Mistake);
      }
    }),
  );
});
