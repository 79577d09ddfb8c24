import { shown } from "../values/mistake";
import type { PropertyPlace } from "./property-place";
import type { Tell } from "./refuse";
import type { SettledValues } from "./settled-values";

/** What a variable stands for is known on the host alone: a name, for all that can be told here. */
const withoutVariables = (user: string): string => user.replace(/\$\{[^}]*\}/g, "x");

/** Refuses a group beside the user. */
export function checkRemoteUser(user: string, { refuse }: PropertyPlace): void {
  if (/^[^\s:]+$/.test(withoutVariables(user))) return;
  refuse(
    `remoteUser ${shown(user)} is not valid`,
    "it is a user's name, without a group: with one the host's user id is not given to the user",
    `write ${shown(user.trim().split(":")[0] || "app")}`,
  );
}

/** Refuses what the Dev Containers CLI would hand to compose as a number. */
export function checkContainerUser(user: string, { source, refuse }: PropertyPlace): void {
  if (source.composeOptions === undefined || !/^\d+$/.test(withoutVariables(user))) return;
  refuse(
    `containerUser ${shown(user)} is rejected by compose`,
    "the Dev Containers CLI writes it without quotes, and compose takes no number for a user",
    `write ${shown(`${user}:${user}`)}, the user and the group, or a name`,
  );
}

/** Tells of users whom the Dev Containers CLI does not give the host's user id, in spite of what is asked for. */
export function checkUserId(values: SettledValues, tell: Tell): void {
  const remoteUser = values.one("remoteUser");
  const updateRemoteUserUID = values.one("updateRemoteUserUID");
  if (remoteUser !== undefined && /^\d+$/.test(withoutVariables(remoteUser)) && updateRemoteUserUID !== false) {
    tell(
      "UserIdNotUpdated",
      `remoteUser ${shown(remoteUser)} is a number`,
      "the Dev Containers CLI gives the host's user id to a named user alone",
      "write the user's name, or set updateRemoteUserUID to false where the number is meant",
    );
  }
  const user = remoteUser ?? values.one("containerUser");
  if (updateRemoteUserUID && user !== undefined && /^(root|\d+)(:|$)/.test(withoutVariables(user))) {
    tell(
      "UserIdNotUpdated",
      `updateRemoteUserUID has no effect for the user ${shown(user)}`,
      "neither root nor a number is given the host's user id",
      "name another remoteUser, or leave updateRemoteUserUID out",
    );
  }
}
