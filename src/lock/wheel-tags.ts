import type { Libc } from "../values/libc";
import type { Machine } from "../values/platform";
import type { PythonVersion } from "../values/python-version";

/** The names that versions of manylinux had before they were named by the version of glibc. */
const olderNames: ReadonlyMap<number, string> = new Map([
  [17, "manylinux2014"],
  [12, "manylinux2010"],
  [5, "manylinux1"],
]);

/** The oldest glibc 2 for which there are wheels. */
const oldestGlibc: { readonly [M in Machine]: number } = { x86_64: 5, aarch64: 17 };

/** The first minor release of Python 3 with a stable ABI. */
const firstStableAbi = 2;

/**
 * The tags of the wheels that CPython with its global lock can install on Linux, the best ones first.
 *
 * The order is that of Python's `packaging.tags.sys_tags()`.
 *
 * @see https://packaging.python.org/en/latest/specifications/platform-compatibility-tags/
 */
export function wheelTags(python: PythonVersion, machine: Machine, libc: Libc): string[] {
  const minor = Number(python.minor.slice("3.".length));
  const platforms = platformTags(machine, libc);
  const onEach = (implementation: string, abi: string) => platforms.map((each) => `${implementation}-${abi}-${each}`);
  const own = `cp3${minor}`;
  const older = down(minor - 1, 0);
  const pythons = [`py3${minor}`, "py3", ...older.map((each) => `py3${each}`)];
  return [
    // Until 3.7 the ABI told how memory is allocated.
    ...onEach(own, minor < 8 ? `${own}m` : own),
    ...onEach(own, "abi3"),
    ...onEach(own, "none"),
    ...down(minor - 1, firstStableAbi).flatMap((each) => onEach(`cp3${each}`, "abi3")),
    ...pythons.flatMap((each) => onEach(each, "none")),
    `${own}-none-any`,
    ...pythons.map((each) => `${each}-none-any`),
  ];
}

function platformTags(machine: Machine, { kind, minor }: Libc): string[] {
  const versions =
    kind === "musl"
      ? down(minor, 0).map((each) => `musllinux_1_${each}`)
      : down(minor, oldestGlibc[machine]).flatMap((each) => {
          const older = olderNames.get(each);
          return [`manylinux_2_${each}`, ...(older === undefined ? [] : [older])];
        });
  return ["linux", ...versions].map((each) => `${each}_${machine}`);
}

/** The numbers from one down to another. */
function down(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, from - to + 1) }, (_, at) => from - at);
}
