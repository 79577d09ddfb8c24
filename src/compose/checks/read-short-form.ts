import { mapIn, textIn } from "./any-shape";
import { isOpen, type MountContent, type PortContent, withDefaults } from "./file-content";

/**
 * A published port: a map, or `address:published:target/protocol`.
 *
 * @see https://github.com/compose-spec/compose-spec/blob/main/05-services.md#short-syntax-3
 */
export function readPort(port: unknown): PortContent {
  const text = textIn(port);
  if (text === undefined) {
    const { published, target, host_ip: hostIp, protocol } = mapIn(port);
    return {
      published: filledIn(published),
      target: filledIn(target),
      hostIp: filledIn(hostIp),
      protocol: textIn(protocol) ?? "tcp",
    };
  }
  // The colons of a variable are none of these.
  const filled = withDefaults(text);
  if (isOpen(filled)) return { protocol: "tcp" };
  const [address, protocol = "tcp"] = filled.split("/");
  const parts = address.split(":");
  const hostIp = parts
    .slice(0, -2)
    .join(":")
    .replace(/^\[|\]$/g, "");
  return { published: textIn(parts.at(-2)), target: textIn(parts.at(-1)), hostIp: textIn(hostIp), protocol };
}

/**
 * A mount: a map, or `source:target:options`.
 *
 * @see https://github.com/compose-spec/compose-spec/blob/main/05-services.md#short-syntax-5
 */
export function readMount(mount: unknown): MountContent {
  const text = textIn(mount);
  if (text === undefined) {
    const { type, source, target, bind } = mapIn(mount);
    const { create_host_path: makes } = mapIn(bind);
    return {
      type: textIn(type),
      source: textIn(source),
      target: textIn(target),
      createsSource: makes !== false,
      isSourceMade: makes === true,
    };
  }
  // Nor are these, and that of a drive of Windows.
  if (isOpen(text) || /^[A-Za-z]:[\\/]/.test(text)) return {};
  const parts = text.split(":");
  if (parts.length === 1) return { type: "volume", target: text };
  const [source, target] = parts;
  return { type: /^[./~]/.test(source) ? "bind" : "volume", source, target, createsSource: true };
}

function filledIn(value: unknown): string | undefined {
  const text = textIn(value);
  return text === undefined ? undefined : withDefaults(text);
}
