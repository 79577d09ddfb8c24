import { shown } from "../values/mistake";
import { checkGpu } from "./check-host-requirements";
import { givenWord } from "./check-run-arguments";
import { checkUserId } from "./check-users";
import { checkWorkspace } from "./check-workspace";
import type { DevContainerSource } from "./dev-container-source";
import type { Tell } from "./refuse";
import type { SettledValues } from "./settled-values";

/** Tells of properties that have no effect with others, or miss one. */
export function checkCombinations(values: SettledValues, { composeOptions }: DevContainerSource, tell: Tell): void {
  if (composeOptions === undefined) {
    checkWorkspace(values, tell);
    checkUserArgument(values, tell);
  } else if (values.one("workspaceFolder") === undefined) {
    tell(
      "WorkspaceFolderMissing",
      "workspaceFolder is missing",
      "a compose service needs it",
      "give the path at which the service mounts the project's folder",
    );
  }
  checkUserId(values, tell);
  checkGpu(values.object("hostRequirements") ?? {}, tell);
}

function checkUserArgument(values: SettledValues, tell: Tell): void {
  const containerUser = values.one("containerUser");
  const given = givenWord(values.runArgs, ["--user", "-u"]);
  if (given === undefined || containerUser === undefined) return;
  tell(
    "DevContainerPropertyIgnored",
    `containerUser ${shown(containerUser)} has no effect`,
    `runArgs has ${shown(given)}, which comes after it`,
    "give one of the two",
  );
}
