import type { DevContainerMount } from "./dev-container-mount";

/** As an object, but for what only the text has a word for. */
export function mount(from: DevContainerMount): unknown {
  const { type, source, target, readOnly, otherOptions } = from;
  const isObject = !readOnly && (type === "bind" || type === "volume") && Object.keys(otherOptions).length === 0;
  return isObject ? { type, source, target } : mountText(from);
}

/** As `docker run --mount` takes it. */
export function mountText({ type, source, target, readOnly, otherOptions }: DevContainerMount): string {
  return [
    `type=${type}`,
    ...(source === undefined ? [] : [`source=${source}`]),
    `target=${target}`,
    ...(readOnly ? ["readonly"] : []),
    ...Object.entries(otherOptions).map(([name, value]) => (value === "" ? name : `${name}=${value}`)),
  ].join(",");
}
