import type { PrintedLock } from "../../src/cli/printed-lock";
import { lockedProject, type SamplePackage, type SampleProject } from "../lock/locked-project";
import { folderWith } from "../project-folder";
import { ran } from "./ran";

const arm = "cp313-cp313-manylinux_2_28_aarch64";
const packages: Record<string, SamplePackage> = {
  pandas: { needs: ["numpy"], bytes: 2_000_000 },
  numpy: { version: "2.4.0", wheels: [arm, "cp313-cp313-musllinux_1_2_x86_64"], hasSdist: true, bytes: 5_000_000 },
  own: { git: "https://example.com/own.git" },
  psutil: { hasSdist: true, bytes: 500_000 },
};
const project = (more: Partial<SampleProject> = {}) =>
  folderWith(lockedProject({ packages, develops: ["psutil"], ...more }));

function lock(folder: string, ...args: string[]): PrintedLock {
  return JSON.parse(ran(["facts", folder, "--json", "--python", "3.13", ...args]).out).lock;
}

describe("the key lock", () => {
  test("has the path and the format", () => {
    const { path, format } = lock(project());
    expect([path, format]).toEqual(["uv.lock", "uv 1.3"]);
  });
  test("is null without a lock file", () =>
    expect(lock(folderWith({ "pyproject.toml": "[tool.uv]\n[project]\nname = 'a'\nversion = '1'\n" }))).toBeNull());
  test("has production by name and version, git in place of one", () =>
    expect(lock(project()).production).toEqual({ numpy: "2.4.0", own: "git", pandas: "1.0" }));
  test("has development with it", () =>
    expect(Object.keys(lock(project()).development)).toEqual(["numpy", "own", "pandas", "psutil"]));
  test("has no archive in a folder", () => {
    const folder = folderWith(
      lockedProject({ packages: { web: { needs: ["own"] }, own: { archive: "own-1.0.tar.gz" } } }),
    );
    expect(lock(folder).production).toEqual({ web: "1.0" });
  });
  test("has what is built from source on linux/amd64, which is meant where nothing is said", () => {
    const { platform, fromSource } = lock(project());
    expect([platform, fromSource]).toEqual(["linux/amd64", ["numpy", "own"]]);
  });
  test("has it for another platform", () =>
    expect(lock(project(), "--platform", "linux/arm64").fromSource).toEqual(["own"]));
  test("has it for musl", () => expect(lock(project(), "--musl").fromSource).toEqual(["own"]));
  test("has it for another Python", () =>
    expect(lock(project(), "--python", "3.12", "--platform", "linux/arm64").fromSource).toEqual(["numpy", "own"]));
  test("has what brought it in", () =>
    expect(lock(project()).chains).toEqual({ numpy: ["pandas", "numpy"], own: ["own"] }));
  test("has what is missing", () => {
    const folder = folderWith(lockedProject({ packages: { numpy: { wheels: [arm] } } }));
    expect([lock(folder).missing, lock(folder, "--platform", "linux/arm64").missing]).toEqual([["numpy"], []]);
  });
  test("has the size of production and its heaviest packages", () => {
    const { downloadBytes, unsized, heaviest } = lock(project());
    expect([downloadBytes, unsized, heaviest]).toEqual([
      7_000_000,
      1,
      [
        { name: "numpy", bytes: 5_000_000 },
        { name: "pandas", bytes: 2_000_000 },
      ],
    ]);
  });
  test("has no size where the lock file has none", () =>
    expect(lock(folderWith(lockedProject({ packages: { web: {} } }))).downloadBytes).toBeNull());
});

describe("the table", () => {
  const table = ran(["facts", project(), "--python", "3.13"]).out;
  test.each([
    /^lock file fits +.* +uv\.lock \(uv 1\.3\)$/m,
    /^locked for +linux\/amd64, Python 3\.13$/m,
    /^download size +7\.0 MB, and 1 of unknown size$/m,
    /^heaviest packages +numpy: 5\.0 MB\n +pandas: 2\.0 MB$/m,
    /^built from source +numpy 2\.4\.0 \(pandas → numpy\)\n +own git$/m,
    /^missing packages +-$/m,
  ])("has %s", (row) => expect(table).toMatch(row));
  test("has no rows of a lock file where there is none", () =>
    expect(
      ran(["facts", folderWith({ "pyproject.toml": "[tool.uv]\n[project]\nname = 'a'\nversion = '1'\n" })]).out,
    ).not.toContain("locked for"));
  test("tells of a marker in the lock file that is none, and all else", () => {
    const files = lockedProject({ packages });
    const text = files["uv.lock"].replace('{ name = "numpy" }', '{ name = "numpy", marker = "weird" }');
    const { out, exitCode } = ran(["facts", folderWith({ ...files, "uv.lock": text })]);
    expect([exitCode, out]).toEqual([0, expect.stringMatching(/^name +orders[\s\S]*^- uv\.lock.*weird/m)]);
  });
  test("tells that the lock file is damaged, and all else", () => {
    const { out, exitCode } = ran([
      "facts",
      folderWith({ ...lockedProject({ packages }), "uv.lock": "<<<<<<< HEAD\n" }),
    ]);
    expect([exitCode, out]).toEqual([0, expect.stringMatching(/^name +orders[\s\S]*^- uv\.lock.*merge conflict/m)]);
  });
});

test.each([
  [
    "--platform",
    "linux/sparc",
    /^python-container facts: --platform is "linux\/sparc"; allowed is one of linux\/amd64/,
  ],
  ["--platform", ",", /--platform is ","/],
  ["--platform", "linux/amd64,linux/arm64", /allowed is one of/],
  ["--suite", "alpine", /^python-container facts: --suite is "alpine"/],
  ["--groups", "docs", /names the group "docs", which the project does not have/],
])("the option %s %s is a mistake", (option, value, message) => {
  const { err, exitCode } = ran(["facts", project(), option, value]);
  expect([exitCode > 0, err]).toEqual([true, expect.stringMatching(message)]);
});

describe("check", () => {
  test("says that all is well", () =>
    expect(ran(["check", project()])).toEqual({ out: "uv.lock is up to date\n", err: "", exitCode: 0 }));
  test("fails where the lock file is stale, with the command that makes it", () => {
    const files = lockedProject({ packages });
    const pyproject = files["pyproject.toml"].replace('"pandas"', '"pandas>=2"');
    const { err, exitCode } = ran(["check", folderWith({ ...files, "pyproject.toml": pyproject })]);
    expect([exitCode, err]).toEqual([1, expect.stringMatching(/^uv\.lock: .*pandas.*; make it again with uv lock/)]);
  });
  test("fails where the lock file is damaged", () => {
    const { err, exitCode } = ran([
      "check",
      folderWith({ ...lockedProject({ packages }), "uv.lock": "<<<<<<< HEAD\n" }),
    ]);
    expect([exitCode, err]).toEqual([1, expect.stringContaining("merge conflict")]);
  });
  test("fails where something is missing for a platform that is named, and not for another", () => {
    const folder = folderWith(lockedProject({ packages: { numpy: { wheels: [arm] } } }));
    const codes = ["linux/arm64", "linux/amd64,linux/arm64"].map(
      (platform) => ran(["check", folder, "--python", "3.13", "--platform", platform]).exitCode,
    );
    expect(codes).toEqual([0, 1]);
  });
  test.each([
    ["is missing", {}, /^uv\.lock: there is no such file; make it .*npx projen lock\n$/],
    ["is empty", { "uv.lock": "" }, /^uv\.lock is empty/],
    ["is a folder", { "uv.lock/a": "" }, /^uv\.lock is no file/],
  ])("fails where the lock file %s", (_, files, message) => {
    const pyproject = lockedProject({ packages })["pyproject.toml"];
    const { err, exitCode } = ran(["check", folderWith({ "pyproject.toml": pyproject, ...files })]);
    expect([exitCode, err]).toEqual([1, expect.stringMatching(message)]);
  });
  test("tells that the format is not known, which is no failure", () => {
    const { out, exitCode } = ran([
      "check",
      folderWith({ ...lockedProject({ packages }), "uv.lock": "version = 9\n" }),
    ]);
    expect([exitCode, out]).toEqual([0, expect.stringMatching(/^uv\.lock: has the format/)]);
  });
  test("says so where the package manager keeps none", () => {
    const { out, exitCode } = ran(["check", folderWith({ "requirements.txt": "httpx>=0.28\n" })]);
    expect([exitCode, out]).toEqual([0, "there is no lock file that is read\n"]);
  });
});
