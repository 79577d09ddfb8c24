import { PackageManager } from "../../src/pyproject/managers/package-manager";
import { factsOf } from "./facts-of";

const project = '[project]\nname = "orders"\n';
const groups = (toml: string, files: Record<string, string> = {}) =>
  factsOf(project + toml, files, { packageManager: PackageManager.PDM }).groups;
const names = (toml: string) =>
  Object.fromEntries(groups(toml).map(({ value }) => [value.name, value.requirements.map(({ name }) => name)]));
/** How pdm writes the project's folder in an address. */
const root = `file:///${["$", "{PROJECT_ROOT}"].join("")}`;
const own = (lines: string) => `[tool.pdm.dev-dependencies]\n${lines}\n`;

test("are for development, whatever their names", () => {
  expect(groups("[dependency-groups]\nserver = ['a']")[0].value).toMatchObject({
    isDevelopment: true,
    isDefault: true,
    isProduction: false,
  });
});
test("of both tables are one list, those of one name joined", () => {
  const toml = `[dependency-groups]\ndev = ['a']\nlint = ['b']\n${own("Dev = ['c']\ntest = ['d']")}`;
  expect(names(toml)).toEqual({ dev: ["a", "c"], lint: ["b"], test: ["d"] });
});
test("include others", () => {
  expect(names(own("a = ['x']\nb = ['y', { include-group = 'A' }]")).b).toEqual(["y", "x"]);
});
test("stand for the extras and groups of the project that they name", () => {
  const toml = `optional-dependencies = { web = ['a', 'orders[more]'], more = ['b'] }\n${own("x = ['Orders[web,y]', 'orders']\ny = ['c']")}`;
  expect(names(toml).x).toEqual(["a", "b", "c"]);
});
test("have their key", () => {
  expect(groups(own("test = []"))[0].source).toBe("pyproject.toml [tool.pdm.dev-dependencies].test");
});
test("are installed at the desk where they are in the lock file", () => {
  const files = { "pdm.lock": "[metadata]\ngroups = ['default', 'un-it']" };
  const defaults = groups(own("Un_It = []\ndocs = []"), files).map(({ value }) => [value.name, value.isDefault]);
  expect(defaults).toEqual([
    ["Un_It", true],
    ["docs", false],
  ]);
});

test.each([
  [`-e ${root}/libs/one#egg=one`, "one", "libs/one"],
  [`-e ${root}/libs/Two`, "two", "libs/Two"],
  [`three @ ${root}/libs/th%20ree`, "three", "libs/th ree"],
  [`-e ${root}/100%#egg=x`, "x", "100%"],
  ["-e ./libs/named", "given", "./libs/named"],
  ["libs/two", "two", "libs/two"],
  ["./wheels/one_two-1.0-py3-none-any.whl", "one-two", "./wheels/one_two-1.0-py3-none-any.whl"],
  ["git+https://example.com/five.git@v1", "five", "git+https://example.com/five.git@v1"],
  [
    "-e git+ssh://git@example.com/x/six#egg=Six[a]&subdirectory=py",
    "six",
    "git+ssh://git@example.com/x/six#subdirectory=py",
  ],
  ["https://example.com/seven-1.2.tar.gz", "seven", "https://example.com/seven-1.2.tar.gz"],
  ["eight>=1; os_name == 'nt'", "eight", undefined],
])("%s is the requirement %s at %s", (line, name, url) => {
  const files = { "libs/named/pyproject.toml": "[project]\nname = 'Given'" };
  const [group] = groups(own(`a = [${JSON.stringify(line)}]`), files);
  const found = group.value.requirements.map((requirement) => [requirement.name, requirement.url, requirement.written]);
  expect(found).toEqual([[name, url, line]]);
});
test("the marker of an address is read", () => {
  const [group] = groups(own(`a = ["./x ; os_name == 'nt'"]`));
  expect(group.value.requirements[0].marker).toBe("os_name == 'nt'");
});
test("editable requirements are path dependencies for development", () => {
  const toml = `${project}${own(`a = ['-e ${root}/libs/one#egg=one']`)}`;
  expect(factsOf(toml).pathDependencies).toEqual([
    {
      value: { name: "one", location: "libs/one", isProduction: false },
      source: "pyproject.toml [tool.pdm.dev-dependencies].a",
    },
  ]);
});

test.each([
  ["a = [{ include-group = 'z' }]", 'includes the group "z", which does not exist'],
  ["a = [{ include-group = 'b' }]\nb = [{ include-group = 'a' }]", 'includes the group "a", which includes it'],
  ["a = [3]", "its entries are requirements"],
  ["a = 'x'", "it is an array"],
  ["a = ['x y']", '"x y" is not a requirement'],
  ["a = ['-e #egg=x']", "is not a requirement"],
  ["a = ['-e ./libs/a b']", '"-e ./libs/a b" is not a requirement; a requirement of PEP 508, or the address'],
])("%j is refused", (lines, message) => expect(() => groups(own(lines))).toThrow(message));
