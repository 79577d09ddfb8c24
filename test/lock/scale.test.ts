import { closureOf } from "../../src/lock/closure";
import { flatPackages } from "../../src/lock/formats/flat-packages";
import type { PoetryPackage } from "../../src/lock/formats/poetry-package";
import { resolver } from "../../src/lock/formats/poetry-resolution";
import { conflictExtras } from "../../src/lock/formats/uv-conflicts";
import type { UvPackage } from "../../src/lock/formats/uv-packages";
import type { Lock, LockedDependency, LockedPackage } from "../../src/lock/lock";
import { PythonVersion } from "../../src/values/python-version";
import { poetryFacts } from "../pyproject/facts-of";

const environment = { python: PythonVersion.of("3.12"), machine: "x86_64" as const };
const nothing = { extras: [], groups: [] };

/** The seconds of the processor that it takes, however busy the machine is, and what it gives. */
function timed<T>(work: () => T): { readonly seconds: number; readonly result: T } {
  const start = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(start);
  return { seconds: (user + system) / 1e6, result };
}

function package_(name: string, dependencies: readonly LockedDependency[]): UvPackage {
  return {
    ...{ name, version: "1.0", source: { kind: "index" }, dependencies },
    ...{ wheels: [], sdists: [], extras: new Map(), groups: new Map(), resolutionMarkers: [] },
  };
}

test("the extras of many conflicting packages are found in time that grows with them", () => {
  const marker = "extra != 'extra-6-orders-a'";
  const on = (at: number): LockedDependency => ({ name: `p${at}`, extras: ["e"], marker });
  const packages = Array.from({ length: 3000 }, (_, at) => package_(`p${at}`, [on(at + 1), on(at + 2)]));
  const { seconds, result } = timed(() =>
    conflictExtras("uv.lock", { projects: [], of: () => [on(0)] }, packages, nothing, environment),
  );
  expect(result.length).toBe(3002);
  expect(seconds).toBeLessThan(1);
});

function lockOf(packages: readonly LockedPackage[], roots: readonly LockedDependency[] = []): Lock {
  return { path: "uv.lock", format: "uv 1", namesFiles: true, packages, roots: () => roots };
}

test("a long chain has its first names and the last", () => {
  const packages = Array.from({ length: 10_000 }, (_, at) => package_(`p${at}`, [{ name: `p${at + 1}`, extras: [] }]));
  const lock = lockOf(packages, [{ name: "p0", extras: [] }]);
  const { seconds, result } = timed(() => closureOf(lock, nothing, environment));
  const chains = result.map(({ chain }) => chain.join(" "));
  expect(chains.slice(0, 2)).toEqual(["p0", "p0 p1"]);
  expect(chains.slice(19, 21)).toEqual([
    "p0 p1 p2 p3 p4 p5 p6 p7 p8 p9 p10 p11 p12 p13 p14 p15 p16 p17 p18 p19",
    "p0 p1 p2 p3 p4 p5 p6 p7 p8 p9 p10 p11 p12 p13 p14 p15 p16 p17 … p20",
  ]);
  expect(chains.at(-1)).toMatch(/^p0 .* p17 … p9999$/);
  expect(seconds).toBeLessThan(0.5);
});

const many = Array.from({ length: 200_000 }, () => ({ name: "a", extras: [] }));

test("a package may need very much", () => {
  const lock = lockOf([package_("a", []), package_("b", many)], [{ name: "b", extras: [] }]);
  expect(closureOf(lock, nothing, environment).map((each) => each.package.name)).toEqual(["a", "b"]);
});

function poetryPackage(name: string, version: string, dependencies: readonly LockedDependency[] = []): PoetryPackage {
  return { locked: { ...package_(name, dependencies), version }, pythons: "*", groups: [], markers: undefined };
}

function resolved(packages: readonly PoetryPackage[]): string[] {
  const facts = poetryFacts('[tool.poetry]\nname = "orders"\n[tool.poetry.dependencies]\npython = "^3.12"\nb = "*"');
  const isInstalled = resolver(packages, facts, "poetry.lock");
  return packages
    .filter((each) => isInstalled(each, nothing, environment))
    .map(({ locked: { name, version } }) => `${name} ${version}`);
}

test("in poetry.lock too", () => {
  expect(resolved([poetryPackage("a", "1.0"), poetryPackage("b", "1.0", many)])).toEqual(["a 1.0", "b 1.0"]);
});

test("what many packages ask for in poetry.lock is resolved in time that grows with them", () => {
  const dependency = { name: "a", extras: [], allows: ({ version }: LockedPackage) => version === "1.0" };
  const needs = Array.from({ length: 20_000 }, () => dependency);
  const packages = [poetryPackage("a", "1.0"), poetryPackage("a", "2.0"), poetryPackage("b", "1.0", needs)];
  const { seconds, result } = timed(() => resolved(packages));
  expect(result).toEqual(["a 1.0", "b 1.0"]);
  expect(seconds).toBeLessThan(0.5);
});

test("many entries of one name in several groups are told apart in time that grows with them", () => {
  const entry = (group: string | undefined, at: number) => ({
    ...{ name: "a", version: `${at}`, source: { kind: "index" as const }, group },
    marker: "python_version < '3'",
  });
  const listed = [undefined, "one", "two"].flatMap((group) =>
    Array.from({ length: 3000 }, (_, at) => entry(group, at)),
  );
  const asked = { extras: [], groups: ["one", "two"] };
  const { seconds, result } = timed(() => {
    const packages = flatPackages("Pipfile.lock", [...listed, { ...entry("two", 7), marker: undefined }]);
    return closureOf(lockOf(packages), asked, environment).map((each) => each.package.version);
  });
  expect(result).toEqual(["7"]);
  expect(seconds).toBeLessThan(0.5);
});
