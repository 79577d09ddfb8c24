import { gpuAdvice } from "../../src/lock/gpu-advice";
import { lockedImage } from "../../src/lock/locked-image";
import { type ReadLock, readLock } from "../../src/lock/read-lock";
import { PackageManager } from "../../src/pyproject/managers/package-manager";
import { Specifier } from "../../src/pyproject/requirements/specifier";
import { ruledDistributions } from "../../src/pyproject/system-package-rules";
import { lockPlatforms } from "../../src/python/lock-platforms";
import { PythonVersion } from "../../src/values/python-version";
import { mapFolder, uvFacts } from "../pyproject/facts-of";
import { lockedProject, type SamplePackage } from "./locked-project";

const x86 = "cp313-cp313-manylinux_2_28_x86_64";
const arm = "cp313-cp313-manylinux_2_28_aarch64";

interface Options {
  readonly platforms?: string[];
  readonly python?: string;
  readonly ruled?: string;
  readonly ignored?: string;
  readonly requiresPython?: string;
  readonly develops?: string[];
  /** What of the lock file is other than it was read. */
  readonly read?: Partial<ReadLock>;
  /** The versions of Python for which it is made. */
  readonly pythons?: string;
}

function image(packages: Record<string, SamplePackage>, options: Options = {}) {
  const { platforms, python = "3.13", ruled, ignored, requiresPython, develops, pythons } = options;
  const files = lockedProject({ packages, requiresPython, develops });
  const facts = uvFacts(files["pyproject.toml"], files, { pythonVersion: PythonVersion.of(python) });
  const asRead = { ...(readLock(facts, mapFolder(files)) as ReadLock), ...options.read };
  const lock = pythons === undefined ? asRead.lock : { ...asRead.lock, pythons: [Specifier.of(pythons, "test")] };
  const read = { ...asRead, lock };
  const names = new Set([...ruledDistributions({}), ...(ruled === undefined ? [] : [ruled])]);
  return lockedImage(
    read,
    facts,
    lockPlatforms(platforms, "trixie"),
    names,
    new Set(ignored === undefined ? [] : [ignored]),
  );
}

const needed = (...[packages, options]: Parameters<typeof image>) => {
  const { needs } = image(packages, options);
  return needs.needs.map(({ kind, debian, chain }) => `${kind} ${debian}: ${chain}`);
};

describe("what building from source needs", () => {
  test("nothing where all are wheels", () => expect(needed({ pandas: { needs: ["numpy"] }, numpy: {} })).toEqual([]));
  test("nothing for what is pure Python", () => expect(needed({ docopt: { hasSdist: true } })).toEqual([]));
  test("a compiler for what is known to be compiled, with what brought it in", () =>
    expect(needed({ jinja2: { needs: ["markupsafe"] }, markupsafe: { hasSdist: true } })).toEqual([
      "build build-essential: jinja2 → markupsafe",
    ]));
  test("also where one of the platforms alone has no wheel", () =>
    expect(needed({ psutil: { wheels: [x86], hasSdist: true } })).toEqual(["build build-essential: psutil"]));
  test("not where that platform is none of those named", () =>
    expect(needed({ psutil: { wheels: [x86], hasSdist: true } }, { platforms: ["linux/amd64"] })).toEqual([]));
  test("a compiler for what is not known", () =>
    expect(needed({ "nobody-knows": { hasSdist: true } })).toEqual(["build build-essential: nobody-knows"]));
  test("a compiler also where a row of the table is of what its wheels run with", () =>
    expect(needed({ lightgbm: { hasSdist: true } })).toEqual(["build build-essential: lightgbm"]));
  test("a compiler also where a row of the table is of an extra", () =>
    expect(needed({ sqlalchemy: { hasSdist: true } })).toEqual(["build build-essential: sqlalchemy"]));
  test("nothing beside what a row of the table has to build with", () =>
    expect(needed({ psycopg2: { hasSdist: true } })).toEqual([]));
  test("a compiler also for an archive in a folder", () =>
    expect(needed({ psutil: { archive: "vendor/psutil-7.0.tar.gz" } })).toEqual(["build build-essential: psutil"]));
  test("nothing more for what the user has a rule for", () =>
    expect(needed({ "nobody-knows": { hasSdist: true } }, { ruled: "nobody-knows" })).toEqual([]));
  test("libraries to build with and to run with", () =>
    expect(needed({ cffi: { hasSdist: true } })).toEqual(
      expect.arrayContaining([
        "build build-essential: cffi",
        "build libffi-dev: cffi",
        expect.stringMatching(/^run .*: cffi$/),
      ]),
    ));
  test("Rust, apart from Debian's packages", () => {
    const { rust } = image({ web: { needs: ["rpds-py"] }, "rpds-py": { hasSdist: true } }).needs;
    expect(rust).toEqual([{ value: "web → rpds-py", source: "uv.lock" }]);
  });
  const rustOf = (options: Options) => image({ "rpds-py": { hasSdist: true } }, options).needs.rust.length;
  test("Rust also beside a rule of the user's, which is of Debian's packages", () =>
    expect(rustOf({ ruled: "rpds-py" })).toBe(1));
  test("no Rust where the user says that nothing is needed", () =>
    expect(rustOf({ ruled: "rpds-py", ignored: "rpds-py" })).toBe(0));
  test("what is for development is needed in that stage alone", () => {
    const { needs, developmentNeeds } = image({ web: {}, psutil: { hasSdist: true } }, { develops: ["psutil"] });
    expect([needs.needs.length, developmentNeeds.needs.length]).toEqual([0, 1]);
  });
});

test("what has a wheel on every platform is prebuilt", () => {
  const { prebuilt } = image({
    a: { wheels: [x86, arm], needs: ["c"] },
    b: { wheels: [x86], hasSdist: true },
    c: {},
  }).needs;
  expect([...prebuilt]).toEqual(["a", "c"]);
});
test("everything installed is a requirement, from git by its address", () => {
  const { requirements } = image({
    web: { needs: ["own"] },
    own: { git: "https://example.com/own.git" },
  }).needs;
  expect(requirements.map(({ value: { name, url, chain } }) => [name, url, chain])).toEqual([
    ["web", undefined, "web"],
    ["own", expect.stringMatching(/^git\+https:\/\/example\.com\/own\.git/), "web → own"],
  ]);
});

describe("what is told", () => {
  const told = (...[packages, options]: Parameters<typeof image>) => {
    const { stale, mistakes, warnings, unknownBuilds, advice } = image(packages, options).findings;
    return {
      stale: stale?.message,
      mistakes: mistakes.map(({ message }) => message),
      warnings: [...warnings, unknownBuilds].flatMap((each) => each?.message ?? []),
      advice,
    };
  };

  test("nothing where all is well", () =>
    expect(told({ web: {}, docopt: { hasSdist: true } })).toEqual({ mistakes: [], warnings: [], advice: [] }));
  test("all that is not known, in one warning with the option", () => {
    const { warnings } = told({ web: { needs: ["one"] }, one: { hasSdist: true }, other: { hasSdist: true } });
    expect(warnings).toEqual([
      expect.stringMatching(
        /^uv\.lock: one 1\.0 \(web → one\), other 1\.0 are built .*systemPackageRules: \[\{ distribution: "one" \}\]$/,
      ),
    ]);
  });
  test("of what is not known the first five", () => {
    const names = ["u1", "u2", "u3", "u4", "u5", "u6", "u7"];
    const { warnings } = told(Object.fromEntries(names.map((name) => [name, { hasSdist: true }])));
    expect(warnings).toEqual([
      expect.stringMatching(/^uv\.lock: u1 1\.0, u2 1\.0, u3 1\.0, u4 1\.0, u5 1\.0 and 2 more are built from source/),
    ]);
  });
  test("what has a wheel on an older Python that is allowed, with the newest of these", () => {
    const wheels = ["cp311-cp311", "cp312-cp312"].flatMap((tag) => [
      `${tag}-manylinux_2_28_x86_64`,
      `${tag}-manylinux_2_28_aarch64`,
    ]);
    const { advice } = told({ pandas: { needs: ["numpy"] }, numpy: { version: "1.26.4", wheels, hasSdist: true } });
    expect(advice).toEqual([
      'uv.lock: on Python 3.13 numpy 1.26.4 (pandas → numpy) is built from source, which can take minutes, and fails where the sources are older than that Python; Python 3.12 has a wheel: pythonVersion: "3.12"',
    ]);
  });
  const on = (python: string, ...machines: string[]) =>
    machines.map((machine) => `cp${python.replace(".", "")}-cp${python.replace(".", "")}-manylinux_2_28_${machine}`);
  const both = (...pythons: string[]) => pythons.flatMap((python) => on(python, "x86_64", "aarch64"));
  test.each<[string, Record<string, SamplePackage>, string[]]>([
    [
      "one line for the newest Python that helps all",
      {
        numpy: { wheels: both("3.12", "3.11"), hasSdist: true },
        psutil: { wheels: both("3.11"), hasSdist: true },
      },
      [
        "numpy 1.0, psutil 1.0 are built from source, which can take minutes, and fails where the sources are older than that Python; Python 3.11 has wheels",
      ],
    ],
    [
      "else for the one that helps most",
      {
        numpy: { wheels: both("3.12"), hasSdist: true },
        psutil: { wheels: both("3.12"), hasSdist: true },
        regex: { wheels: both("3.11"), hasSdist: true },
        tornado: { wheels: ["cp310-cp310-win_amd64"], hasSdist: true },
      },
      [
        "numpy 1.0, psutil 1.0 are built from source, which can take minutes, and fails where the sources are older than that Python; Python 3.12 has wheels",
      ],
    ],
    ["nothing of what is pure Python", { docopt: { wheels: both("3.12"), hasSdist: true } }, []],
    [
      "no Python on which something is missing",
      { numpy: { wheels: both("3.12"), hasSdist: true }, psutil: { wheels: both("3.13") } },
      [],
    ],
    [
      "no Python on which something else is built",
      { numpy: { wheels: both("3.12"), hasSdist: true }, psutil: { wheels: both("3.13"), hasSdist: true } },
      [],
    ],
  ])("%s", (_, packages, expected) => {
    const advice = told(packages).advice.map((text) =>
      text.replace(/^uv\.lock: on Python 3\.13 (.*): pythonVersion.*/, "$1"),
    );
    expect(advice).toEqual(expected);
  });
  test("not of an older Python for which the lock file is not made", () => {
    const wheels = ["cp312-cp312-manylinux_2_28_x86_64", "cp312-cp312-manylinux_2_28_aarch64"];
    expect(told({ numpy: { wheels, hasSdist: true } }, { pythons: ">=3.13" }).advice).toEqual([]);
  });
  test("not of an older Python that is not allowed", () => {
    const wheels = ["cp312-cp312-manylinux_2_28_x86_64", "cp312-cp312-manylinux_2_28_aarch64"];
    expect(told({ numpy: { wheels, hasSdist: true } }, { requiresPython: ">=3.13" }).advice).toEqual([]);
  });

  const missing = { pandas: { needs: ["numpy"] }, numpy: { wheels: [x86] } };
  test("who named the platforms is not told to", () => {
    const { mistakes } = told(missing, { platforms: ["linux/arm64"] });
    expect(mistakes).toEqual([expect.stringMatching(/, or make the lock file with uv lock for all platforms$/)]);
  });
  test("what is missing on one platform is a warning where nobody named that", () => {
    const { mistakes, warnings } = told(missing);
    expect([mistakes, warnings]).toEqual([
      [],
      [
        expect.stringMatching(
          /^uv\.lock: numpy 1\.0 \(pandas → numpy\) has neither a wheel for Python 3\.13 on linux\/arm64 nor a source/,
        ),
      ],
    ]);
  });
  test("and a mistake where it is named", () =>
    expect(told(missing, { platforms: ["linux/amd64", "linux/arm64"] }).mistakes).toHaveLength(1));
  test("or no word of it where another one is", () =>
    expect(told(missing, { platforms: ["linux/amd64"] })).toEqual({ mistakes: [], warnings: [], advice: [] }));
  test("what is missing everywhere is a mistake", () =>
    expect(told({ numpy: { wheels: ["cp312-cp312-win_amd64"] } }).mistakes).toEqual([
      expect.stringContaining("on linux/amd64 and linux/arm64"),
    ]));
  test("what is missing has a wheel on an older Python that is allowed, and that is told", () => {
    const wheels = ["cp312-cp312-manylinux_2_28_x86_64", "cp312-cp312-manylinux_2_28_aarch64"];
    expect(told({ torch: { wheels } }).mistakes).toEqual([
      expect.stringContaining('set pythonVersion: "3.12", where nothing is missing, or take other versions of it'),
    ]);
  });
  test("many that are missing are one mistake", () => {
    const names = Array.from({ length: 8 }, (_, at) => [`p${at}`, { wheels: ["cp312-cp312-win_amd64"] }]);
    expect(told(Object.fromEntries(names)).mistakes).toEqual([expect.stringContaining("p4 1.0 and 3 more have")]);
  });
  test("that the lock file is not made for the chosen Python", () =>
    expect(told({ web: {} }, { pythons: "==3.12.*" }).mistakes).toEqual([
      expect.stringMatching(/^uv\.lock: is not made for Python 3\.13 .* it is made for Python ==3\.12\.\*; choose/),
    ]));
  test("nor for a platform that is named", () => {
    const lock = { ...readSample().lock, isMadeFor: ({ machine = "" }) => machine === "x86_64" };
    expect(told({ web: {} }, { read: { lock }, platforms: ["linux/amd64", "linux/arm64"] }).mistakes).toEqual([
      expect.stringMatching(/is not made for Python 3\.13 \(.*\) on linux\/arm64; choose/),
    ]);
  });

  const stale = { freshness: { isFresh: false, reason: "lacks httpx" } };
  test("that the lock file is stale, with the commands that make it", () =>
    expect(told({ web: {} }, { read: stale }).stale).toBe(
      "uv.lock: lacks httpx; make it again with uv lock, or in a container with npx projen lock",
    ));
  test("by a stale lock file nothing is a mistake: it is made again before anything is built", () => {
    const { mistakes, warnings } = told({ web: {} }, { read: stale, pythons: "==3.12.*" });
    expect([mistakes.length, warnings.length]).toEqual([0, 1]);
  });
});

describe("a lock file that may be stale", () => {
  const unknown = { freshness: {} };
  const mistakes = (read: Partial<ReadLock>) =>
    image({ web: {} }, { read, pythons: "==3.12.*" }).findings.mistakes.length;

  test("stops a synth where its own package manager makes it", () => expect(mistakes(unknown)).toBe(1));
  test("and does not where this module makes it, by the Dockerfile of the same synth", () =>
    expect(mistakes({ ...unknown, isWithoutTask: true })).toBe(0));
});

describe("what a service without a GPU can leave out", () => {
  const torch = {
    docling: { needs: ["torch"] },
    torch: { version: "2.9.0", needs: ["nvidia-cudnn-cu12", "triton"], bytes: 900e6 },
    "nvidia-cudnn-cu12": { bytes: 700e6 },
    triton: { bytes: 170e6 },
  };
  const advice = (packages: Record<string, SamplePackage>) => image(packages).findings.advice;

  test("the builds of torch for CUDA, with what they weigh and uv's own words", () =>
    expect(advice(torch)).toEqual([
      expect.stringMatching(
        /^uv\.lock: torch 2\.9\.0 \(docling → torch\) brings CUDA \(2 packages, 870 MB to download\); .*\[\[tool\.uv\.index\]\].*https:\/\/download\.pytorch\.org\/whl\/cpu/,
      ),
    ]));
  test("not those for the CPU", () => expect(advice({ torch: { version: "2.9.0+cpu" } })).toEqual([]));
  test("not those for the CPU beside CUDA of others", () => {
    const others = { "onnxruntime-gpu": { needs: ["nvidia-cudnn-cu12"] }, "nvidia-cudnn-cu12": {} };
    const { findings } = image({ torch: { version: "2.9.0+cpu", needs: ["nvidia-cudnn-cu12"] }, ...others });
    expect(findings.advice).toEqual([expect.stringMatching(/onnxruntime-gpu/)]);
  });
  test("what each brings is its own", () =>
    expect(advice({ ...torch, xgboost: { needs: ["nvidia-nccl-cu12"] }, "nvidia-nccl-cu12": {} })).toEqual([
      expect.stringContaining("torch 2.9.0 (docling → torch) brings CUDA (2 packages, 870 MB to download);"),
      "uv.lock: xgboost 1.0 brings CUDA (1 package); where there is no GPU, take xgboost-cpu instead",
    ]));
  test("nothing of xgboost where it comes without", () =>
    expect(advice({ xgboost: { needs: ["numpy"] }, numpy: {} })).toEqual([]));
  test("where nothing tells what depends on what, all CUDA counts", () =>
    expect(advice({ xgboost: {}, "nvidia-nccl-cu12": {} })).toHaveLength(1));
  test("one line for torch and its companions, which go together", () =>
    expect(advice({ ...torch, torchvision: { needs: ["torch"] } })).toEqual([
      expect.stringContaining('torch = { index = "cpu-builds" }, torchvision = { index = "cpu-builds" }'),
    ]));
  test("a distribution of another name", () =>
    expect(advice({ "onnxruntime-gpu": {} })).toEqual([
      "uv.lock: onnxruntime-gpu 1.0 brings CUDA; where there is no GPU, take onnxruntime instead",
    ]));
  test.each(Object.values(PackageManager))("%s has words of its own for the index", (manager) => {
    const { production } = image(torch);
    expect(gpuAdvice("lock", production, manager)[0]).toContain("https://download.pytorch.org/whl/cpu");
  });
});

function readSample(): ReadLock {
  const files = lockedProject({ packages: { web: {} } });
  return readLock(uvFacts(files["pyproject.toml"], files), mapFolder(files)) as ReadLock;
}
