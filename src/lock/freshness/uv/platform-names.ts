import type { Marker } from "../../../pyproject/requirements/parse-marker";

/** What `platform_system` says in words of which `sys_platform` has another. */
const platforms = new Map([
  ["Windows", "win32"],
  ["Darwin", "darwin"],
  ["Linux", "linux"],
  ["AIX", "aix"],
  ["Emscripten", "emscripten"],
  ["Android", "android"],
]);

/** The marker with `sys_platform` instead of `platform_system` where they say the same, as uv writes it. */
export function withPlatforms(marker: Marker): Marker {
  if (marker.kind !== "comparison") return { kind: marker.kind, parts: marker.parts.map(withPlatforms) };
  const { left, operator, right } = marker;
  const text = [left, right].find((side) => side.kind === "text")?.text ?? "";
  const platform = platforms.get(text);
  const isSystem = [left, right].some((side) => side.kind === "variable" && side.name === "platform_system");
  if (!isSystem || platform === undefined) return marker;
  const changed = (side: typeof left): typeof left =>
    side.kind === "text" ? { kind: "text", text: platform } : { kind: "variable", name: "sys_platform" };
  return { kind: "comparison", left: changed(left), operator, right: changed(right) };
}
