import type { Place } from "../properties/place";
import type { RenderedMap } from "../render/render-map";

/** Checks that what others make has no option for making it. */
export function checkExternal(kind: string, parsed: RenderedMap, place: Place): RenderedMap {
  const making = Object.keys(parsed).filter((name) => !["external", "name"].includes(name) && !name.startsWith("x-"));
  if (parsed.external !== true || making.length === 0) return parsed;
  throw place.mistake({
    what: `the ${kind} is external and has options for making it: ${making.join(", ")}`,
    allowed: `an external ${kind} has a customName at most`,
    fix: "leave out external or the rest",
  });
}
