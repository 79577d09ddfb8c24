import { lockFindings } from "../../src/lock/lock-findings";
import { type ReadLock, readLock } from "../../src/lock/read-lock";
import { PackageManager } from "../../src/pyproject/managers/package-manager";
import { factsOf, mapFolder } from "../pyproject/facts-of";

const project = '[project]\nname = "orders"\nversion = "1"\ndependencies = ["a"]\n';

function read(files: Record<string, string>, packageManager = PackageManager.PIP) {
  return readLock(factsOf(files["pyproject.toml"] ?? "", files, { packageManager }), mapFolder(files));
}

test("a list of pinned versions is the lock file", () =>
  expect(read({ "requirements.txt": "a==1" })).toMatchObject({
    path: "requirements.txt",
    lock: { format: "requirements" },
    renewal: "pip-compile",
  }));

test("one in a folder is too", () =>
  expect(read({ "requirements/prod.txt": "a==1" })).toMatchObject({ path: "requirements/prod.txt" }));

test("the standard lock file comes before it", () =>
  expect(read({ "requirements.txt": "a==1", "pylock.toml": 'lock-version = "1.0"\ncreated-by = "x"\n' })).toMatchObject(
    { path: "pylock.toml" },
  ));

test.each([
  [PackageManager.PIP, { "pyproject.toml": project }],
  [PackageManager.PIP, { "pyproject.toml": project, "requirements.txt": "a>=1" }],
  [PackageManager.PIP, { "requirements.txt": "" }],
  [PackageManager.PIP, { "requirements.txt": "a>=1" }],
  [PackageManager.HATCH, { "pyproject.toml": project }],
  [PackageManager.HATCH, { "pyproject.toml": project, "requirements.txt": "a==1" }],
])("%s has no lock file in %j", (manager, files) => expect(read(files, manager)).toBeUndefined());

test("how to renew it is told", () => {
  const files = { "requirements.txt": "#    pip-compile requirements.in\na==1", "requirements.in": "b" };
  const found = read(files) as ReadLock;
  const facts = factsOf("", files, { packageManager: PackageManager.PIP });
  expect(lockFindings(found, facts, [], { platforms: [], areNamed: false }).stale?.message).toBe(
    "requirements.txt: does not have b, which requirements.in:1 asks for; make it again with pip-compile requirements.in",
  );
});
