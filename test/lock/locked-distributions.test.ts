import { lockedDistributions } from "../../src/lock/locked-distributions";
import { type ReadLock, readLock } from "../../src/lock/read-lock";
import { lockPlatforms } from "../../src/python/lock-platforms";
import { PythonVersion } from "../../src/values/python-version";
import { mapFolder, uvFacts } from "../pyproject/facts-of";
import { lockedProject } from "./locked-project";

const files = lockedProject({ packages: { web: { needs: ["psycopg"] }, psycopg: {} } });
const { lock } = readLock(uvFacts(files["pyproject.toml"], files), mapFolder(files)) as ReadLock;

test("a package has the extras of every platform", () => {
  const asks = ["x86_64", "aarch64"].map((machine) => ({
    name: "psycopg",
    extras: [machine],
    marker: `platform_machine == "${machine}"`,
  }));
  const asked = { ...lock, roots: () => asks };
  const { platforms } = lockPlatforms(undefined, "trixie");
  const selection = { extras: [], groups: [] };
  const [{ extras }] = lockedDistributions(asked, selection, PythonVersion.of("3.13"), platforms);
  expect(extras).toEqual(["x86_64", "aarch64"]);
});
