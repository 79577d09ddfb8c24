import { buildTarget } from "./harness/build";
import { imageConfig, shellIn } from "./harness/image";
import { packageManagers } from "./harness/new-project";
import { lockedProject } from "./harness/projects";

describe.each(packageManagers)("build arguments of the images of %s", (manager) => {
  const built = async (target: string, ...given: string[]) => {
    const { folder } = await lockedProject(manager);
    const options = given.flatMap((argument) => ["--build-arg", argument]);
    return (await buildTarget(folder, target, `${manager}-arguments`, options)).image;
  };

  test("UID changes the user of app", async () => {
    expect((await imageConfig(await built("app", "UID=20002"))).User).toMatch(/^20002(:|$)/);
  });

  test("UID, GID and UNAME change the user of dev", async () => {
    const image = await built("dev", "UID=2001", "GID=2002", "UNAME=ada");
    expect(await shellIn(image, 'echo "$(id -u) $(id -g) $(id -un)"')).toBe("2001 2002 ada");
  });
});
