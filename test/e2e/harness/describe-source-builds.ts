import { buildTarget } from "./build";
import { fixtureProject } from "./fixtures";
import { debianPackagesIn, programsIn, shellIn } from "./image";
import { builtFromSource, type TellingManager, toldFromSource } from "./source-builds";

const compilers = ["cc", "gcc", "g++", "c++"];

/** A project of which some dependencies are built from source, without an option that says what that takes. */
export interface SourceBuildCase {
  /** The folder of its files. */
  readonly fixture: string;
  readonly manager: TellingManager;
  /** What is built from source, sorted. */
  readonly built: readonly string[];
  /** Is something of it compiled? */
  readonly isCompiled: boolean;
  /** Modules of what is built, some of them with a library. */
  readonly modules: readonly string[];
  /** The Python version, by the option and for the facts. */
  readonly python?: string;
}

/** Tests that what is told to be built from source is what the package manager builds, and that the image can be built. */
export function describeSourceBuilds(each: SourceBuildCase): void {
  const { fixture, manager, built, isCompiled, modules, python } = each;
  const label = `${fixture}${python ?? ""}`;

  describe(`a project with ${manager} that builds ${built.join(", ")}${python ? ` on Python ${python}` : ""}`, () => {
    let folder: string;
    beforeAll(async () => {
      folder = await fixtureProject(fixture, { pythonVersion: python }, label);
    });
    const image = async (target: string) => (await buildTarget(folder, target, label)).image;

    test("its facts tell what is built from source", async () => {
      expect(await toldFromSource(folder, python)).toEqual(built);
    });

    test("its package manager builds the same", async () => {
      expect(await builtFromSource(folder, await image("builder"), manager)).toEqual(built);
    });

    test(`its builder has ${isCompiled ? "a" : "no"} compiler`, async () => {
      expect((await programsIn(await image("builder"), compilers)).length > 0).toBe(isCompiled);
    });

    test("its app image starts and has what was built", async () => {
      expect(await shellIn(await image("app"), `python -c "import ${modules.join(", ")}; print('ready')"`)).toBe(
        "ready",
      );
    });

    test("its app image has neither a compiler nor a package to build with", async () => {
      const app = await image("app");
      expect(await programsIn(app, compilers)).toEqual([]);
      const packages = await debianPackagesIn(app);
      expect(packages).toContain("libc6");
      expect(packages.filter((name) => name.endsWith("-dev"))).toEqual([]);
    });
  });
}
