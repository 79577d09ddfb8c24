import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { buildTarget, stepsThatRan } from "./harness/build";
import { fixtureProject } from "./harness/fixtures";
import { programsIn, shellIn } from "./harness/image";
import { describeProductionImage } from "./harness/production-image";

const service = { port: 8000, healthCheckPath: "/health" };
const python = (image: string, code: string) => shellIn(image, `python -c "${code}"`);

describe("a project with a version of its repository and a dependency built from source", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await fixtureProject("versioned", service);
  });
  const built = (version: string) => buildTarget(folder, "app", "versioned", ["--build-arg", `VERSION=${version}`]);
  const versionOf = "import importlib.metadata as m; print(m.version('orders'))";

  describeProductionImage("it", async () => (await built("1.2.3")).image);

  test("has the version that the build is told", async () => {
    expect(await python((await built("1.2.3")).image, versionOf)).toBe("1.2.3");
  });

  test("has one where the build is told none", async () => {
    expect(await python((await buildTarget(folder, "app", "versioned")).image, versionOf)).toBe("0.0.0");
  });

  test("installs no dependency again for another version", async () => {
    await built("1.2.3");
    expect(stepsThatRan(await built("1.2.4"), "deps")).toEqual([]);
  });

  test("has the library of the dependency, which was compiled", async () => {
    const { image } = await built("1.2.3");
    expect(await python(image, "import psycopg2.extensions as e; print(e.libpq_version() > 0)")).toBe("True");
    expect(await shellIn(image, "ls /opt/venv/lib/python3*/site-packages/psycopg2/_psycopg*.so | wc -l")).toBe("1");
  });
});

describe("a project with a module in Rust", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await fixtureProject("maturin", service);
  });
  const built = () => buildTarget(folder, "app", "maturin");

  describeProductionImage("it", async () => (await built()).image);

  test("has the module, and no Rust", async () => {
    const { image } = await built();
    expect(await python(image, "import orders._core as c; print(c.word())")).toBe("healthy");
    expect(await programsIn(image, ["cargo", "rustc", "cc"])).toEqual([]);
  });

  test("installs no dependency again for an edit of the Rust source", async () => {
    await built();
    appendFileSync(join(folder, "src/lib.rs"), "\n// edited\n");
    expect(stepsThatRan(await built(), "deps")).toEqual([]);
  });
});
