import type { ComposeValue } from "../compose-value";
import type { Entry } from "../properties/merge-entries";
import { isOtherHealthCheck } from "./compose-health-check";
import { isSync, type Watch } from "./compose-watch";
import { holdsPath } from "./holds-path";
import { NetworkMode } from "./network-mode";
import type { ServiceMount } from "./service-volume";

type Rule = (one: Entry, other: Entry) => boolean;

/** What a service can't have both of, whichever is the default. */
const apart: readonly Rule[] = [isOtherHealthCheck, isSameTarget, leavesNoNetwork];

/** Whether a default goes, since a service can't have it beside what was given of another property. */
export function replacesDefault(given: Entry, byDefault: Entry): boolean {
  return apart.some((rule) => rule(given, byDefault) || rule(byDefault, given)) || mountsWatched(given, byDefault);
}

function isSameTarget(volume: Entry, tmpfs: Entry): boolean {
  return volume.path[0] === "volumes" && tmpfs.path[0] === "tmpfs" && volume.key === tmpfs.key;
}

/** A service that uses another network joins none, and publishes nothing from it but from the engine's. */
function leavesNoNetwork({ path: [mode], value }: Entry, { path: [property] }: Entry): boolean {
  if (mode !== "networkMode") return false;
  return property === "networks" || (value !== NetworkMode.BRIDGE.value && ["ports", "expose"].includes(property));
}

/** What is mounted needs no copy, which compose would pass over. */
function mountsWatched(volume: Entry, watch: Entry): boolean {
  if (volume.path[0] !== "volumes" || watch.path[0] !== "watch") return false;
  const { type, source } = volume.value as ServiceMount;
  const { path, action } = watch.value as Watch;
  if (type !== "bind" || !isSync({ action })) return false;
  const [folder, watched] = [source as ComposeValue, path].map((value) => value._literalText() ?? "~");
  return !folder.startsWith("~") && !watched.startsWith("~") && holdsPath(folder, watched);
}
