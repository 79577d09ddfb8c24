import { describePrivateIndex } from "./harness/describe-private-index";
import { docker } from "./harness/engine";
import { removeImages, shellIn } from "./harness/image";
import { packageManagers } from "./harness/new-project";
import { PrivateIndex } from "./harness/private-index";
import { imageNameOf, privateIndexProject, runTask } from "./harness/private-index-project";

describePrivateIndex("poetry");
describePrivateIndex("pdm");
describePrivateIndex("pipenv");
describePrivateIndex("pip");
describePrivateIndex("pip with variables");

describe.each(packageManagers)("an index that asks for no password, with %s and no variable set", (manager) => {
  const label = "open-index";
  const image = imageNameOf(label, manager);
  let index: PrivateIndex;
  let folder: string;
  beforeAll(async () => {
    index = await PrivateIndex.start(true);
    folder = privateIndexProject(manager, index, label);
  });
  afterAll(async () => {
    index?.stop();
    await removeImages([image]);
  });

  test("is locked", async () => expect(await runTask(folder, "lock")).toMatchObject({ exitCode: 0 }));
  test("is installed from", async () => {
    expect(await runTask(folder, "docker:build")).toMatchObject({ exitCode: 0 });
    expect(await shellIn(image, "python -c 'import orders; orders.main()'")).toBe("hello from the private index");
  });
  test("is installed from by compose", async () => {
    expect(await docker(["compose", "build", "app"], { cwd: folder, seconds: 400 })).toMatchObject({ exitCode: 0 });
  });
});
