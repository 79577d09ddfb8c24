/** The marker that holds where all of these do; undefined where there is none. */
export function joinedMarkers(...markers: readonly (string | undefined)[]): string | undefined {
  const stated = [...new Set(markers.filter((marker) => marker !== undefined && marker.trim() !== ""))];
  if (stated.length < 2) return stated[0];
  return stated.map((marker) => (/\bor\b/.test(marker ?? "") ? `(${marker})` : marker)).join(" and ");
}
