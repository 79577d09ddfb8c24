import { shown } from "../values/mistake";
import { checkGpu } from "./check-host-requirements";
import { givenWord } from "./check-run-arguments";
import { checkUserId } from "./check-users";
import { checkWorkspace } from "./check-workspace";
import type { DevContainerSource } from "./dev-container-source";
import type { Refuse } from "./refuse";
import type { SettledValues } from "./settled-values";

/** Refuses properties that have no effect with others, or miss one. */
export function checkCombinations(values: SettledValues, { composeOptions }: DevContainerSource, refuse: Refuse): void {
  if (composeOptions === undefined) {
    checkWorkspace(values, refuse);
    checkUserArgument(values, refuse);
  } else if (values.one("workspaceFolder") === undefined) {
    refuse(
      "workspaceFolder is missing",
      "a compose service needs it",
      "give the path at which the service mounts the project's folder",
    );
  }
  checkUserId(values, refuse);
  checkGpu(values.object("hostRequirements") ?? {}, refuse);
}

function checkUserArgument(values: SettledValues, refuse: Refuse): void {
  const containerUser = values.one("containerUser");
  const given = givenWord(values.runArgs, ["--user", "-u"]);
  if (given === undefined || containerUser === undefined) return;
  refuse(
    `containerUser ${shown(containerUser)} has no effect`,
    `runArgs has ${shown(given)}, which comes after it`,
    "give one of the two",
  );
}
