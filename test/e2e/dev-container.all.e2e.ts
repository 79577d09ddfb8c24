import { DevContainerMode } from "../../src";
import { describeDevContainer } from "./harness/describe-dev-container";
import { packageManagers } from "./harness/new-project";
import { plainUserId, plainUserIds } from "./harness/plain-user";

for (const uid of plainUserIds.filter((each) => each !== plainUserId)) {
  for (const mode of Object.values(DevContainerMode)) {
    for (const manager of packageManagers) describeDevContainer({ manager, uid, mode });
  }
}

for (const mode of Object.values(DevContainerMode).filter((each) => each !== DevContainerMode.COMPOSE)) {
  describeDevContainer({ manager: "poetry", uid: plainUserId, mode });
}
