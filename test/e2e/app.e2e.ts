import { buildTarget } from "./harness/build";
import { packageManagers } from "./harness/new-project";
import { describeProductionImage } from "./harness/production-image";
import { lockedProject } from "./harness/projects";

for (const manager of packageManagers) {
  describeProductionImage(
    manager,
    async () => (await buildTarget((await lockedProject(manager)).folder, "app", manager)).image,
  );
}
