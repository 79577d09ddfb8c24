import type { ComposeValue } from "../compose-value";
import type { Entry } from "../properties/merge-entries";
import { isOtherHealthCheck } from "./compose-health-check";
import { isSync, type Watch } from "./compose-watch";
import { holdsPath } from "./holds-path";
import { NetworkMode } from "./network-mode";
import type { ServiceMount } from "./service-volume";

type Rule = (one: Entry, other: Entry) => boolean;

/** What a service can't have both of, whichever is the default, by the two properties. */
const apart: { readonly [one: string]: { readonly [other: string]: Rule } } = {
  healthCheck: { healthCheck: isOtherHealthCheck },
  volumes: { tmpfs: (volume, tmpfs) => volume.key === tmpfs.key },
  // A service that uses another network joins none.
  networkMode: { networks: () => true, ports: publishesNothing, expose: publishesNothing },
};

/** Whether a default goes, since a service can't have it beside what was given of another property. */
export function replacesDefault(given: Entry, byDefault: Entry): boolean {
  return areApart(given, byDefault) || areApart(byDefault, given) || mountsWatched(given, byDefault);
}

function areApart(one: Entry, other: Entry): boolean {
  return apart[one.path[0]]?.[other.path[0]]?.(one, other) ?? false;
}

/** Nothing is published from another network but from the engine's. */
function publishesNothing(mode: Entry): boolean {
  return mode.value !== NetworkMode.BRIDGE.value;
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
