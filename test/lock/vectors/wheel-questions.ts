import * as fc from "fast-check";
import type { TargetQuestion, WheelQuestion } from "./questions";

const minor = fc.integer({ min: 6, max: 15 });
const machine = fc.constantFrom("x86_64" as const, "aarch64" as const);
const libc = fc.oneof(
  fc.integer({ min: 3, max: 45 }).map((version) => `glibc 2.${version}`),
  fc.integer({ min: 0, max: 3 }).map((version) => `musl 1.${version}`),
);

/** Targets of wheels. */
export const targetQuestions: fc.Arbitrary<TargetQuestion> = fc
  .record({ python: minor, machine, libc })
  .map((each) => ({ ...each, python: `3.${each.python}` }));

const python = fc.oneof(
  { weight: 4, arbitrary: minor.map((each) => `cp3${each}`) },
  { weight: 2, arbitrary: fc.constantFrom("py3", "py2", "cp32", "CP312") },
  { weight: 1, arbitrary: minor.map((each) => `py3${each}`) },
  { weight: 1, arbitrary: fc.constantFrom("pp310", "cp313t", "3x", "", "py_3") },
);
const abi = fc.oneof(
  { weight: 3, arbitrary: minor.map((each) => `cp3${each}`) },
  { weight: 3, arbitrary: fc.constantFrom("abi3", "none", "NONE") },
  { weight: 1, arbitrary: fc.constantFrom("cp313t", "cp37m", "abi3t", "") },
);
const platform = fc.oneof(
  { weight: 4, arbitrary: fc.constant("any") },
  {
    weight: 8,
    arbitrary: fc
      .tuple(
        fc.oneof(
          fc.integer({ min: 4, max: 45 }).map((each) => `manylinux_2_${each}`),
          fc.constantFrom("manylinux1", "manylinux2010", "manylinux2014", "linux", "musllinux_1_1", "musllinux_1_2"),
        ),
        machine,
      )
      .map((both) => both.join("_")),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom("win_amd64", "macosx_11_0_arm64", "manylinux_2_17_i686", "Linux_x86_64", ""),
  },
);
const set = (tag: fc.Arbitrary<string>) => fc.array(tag, { minLength: 1, maxLength: 3 }).map((tags) => tags.join("."));

/** The wheels that the projects on the index have most of. */
const usual = fc
  .tuple(minor, fc.constantFrom("cp", "abi3"), platform)
  .map(([each, kind, where]) => `cp3${each}-${kind === "cp" ? `cp3${each}` : "abi3"}-${where}`);
const tags = fc.oneof(
  { weight: 2, arbitrary: usual },
  { weight: 1, arbitrary: fc.constantFrom("py3-none-any", "py2.py3-none-any") },
  { weight: 3, arbitrary: fc.tuple(set(python), set(abi), set(platform)).map((all) => all.join("-")) },
);
const rarely = (usually: string, ...others: string[]) =>
  fc.oneof({ weight: 9, arbitrary: fc.constant(usually) }, { weight: 1, arbitrary: fc.constantFrom(...others) });

const name = fc
  .tuple(
    rarely("numpy", "num_py", "Num.Py", "num__py", "num py", "", "nümpy", "_numpy", "num-py"),
    rarely("2.4.0", "2.4.0+cpu", "1!2.0rc1", "2.4.0.post1", "two", "2.4.x", "", "v2.4", "2.4_1"),
    fc.oneof(rarely("", "-b1", "-", "-1-2"), fc.constantFrom("", "-1", "-2", "-10", "-1a", "-1b", "-007")),
    tags,
    rarely(".whl", ".WHL", ".tar.gz", "", ".whl.metadata"),
  )
  .map(([distribution, version, build, compressed, end]) => `${distribution}-${version}${build}-${compressed}${end}`);

/** Targets, and names of files for them, most of them names of wheels. */
export const wheelQuestions: fc.Arbitrary<WheelQuestion> = fc.record({
  target: fc.constantFrom(...fc.sample(targetQuestions, { seed: 425, numRuns: 30 })),
  names: fc.array(name, { minLength: 1, maxLength: 8 }),
});
