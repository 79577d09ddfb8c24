import type { PythonContainer } from "../../src";
import { buildTarget } from "./harness/build";
import { describeHardened } from "./harness/describe-hardened";
import { fixtureProject } from "./harness/fixtures";
import { filesIn } from "./harness/image";
import { privilegedFiles } from "./harness/tree";

const service = { port: 8000, healthCheckPath: "/health" };
/** A package of a user's, with a setuid program. */
const addSudo = ({ dockerfile }: PythonContainer) =>
  dockerfile
    .findStage("app")
    .section("system packages")
    .addRunShell("apt-get update && apt-get install --yes --no-install-recommends sudo && rm -rf /var/lib/apt/lists");

describe("removeSetuid", () => {
  const build = async (removeSetuid: boolean) => {
    const label = `setuid-${removeSetuid}`;
    const folder = await fixtureProject("desk-uv", { ...service, removeSetuid }, label, addSudo);
    return (await buildTarget(folder, "app", label)).image;
  };
  test("without it there are such programs", async () =>
    expect(await privilegedFiles(await build(false))).toEqual(
      expect.arrayContaining(["/usr/bin/su", "/usr/bin/sudo"]),
    ));
  test("with it there is none, though the programs are there", async () => {
    const image = await build(true);
    expect(await privilegedFiles(image)).toEqual([]);
    expect(await filesIn(image, ["/usr/bin/su", "/usr/bin/sudo"])).toHaveLength(2);
  });
});

describeHardened("uv");
