import { mapIn, textIn } from "./any-shape";
import { isOpen, type MountContent, type PortContent } from "./file-content";

/**
 * A published port: a map, or `address:published:target/protocol`.
 *
 * @see https://github.com/compose-spec/compose-spec/blob/main/05-services.md#short-syntax-3
 */
export function readPort(port: unknown): PortContent {
  const text = textIn(port);
  if (text === undefined) {
    const { published, host_ip: hostIp, protocol } = mapIn(port);
    return { published: textIn(published), hostIp: textIn(hostIp), protocol: textIn(protocol) ?? "tcp" };
  }
  // The colons of a variable are none of these.
  if (isOpen(text)) return { protocol: "tcp" };
  const [address, protocol = "tcp"] = text.split("/");
  const parts = address.split(":");
  const hostIp = parts
    .slice(0, -2)
    .join(":")
    .replace(/^\[|\]$/g, "");
  return { published: textIn(parts.at(-2)), hostIp: textIn(hostIp), protocol };
}

/**
 * A mount: a map, or `source:target:options`.
 *
 * @see https://github.com/compose-spec/compose-spec/blob/main/05-services.md#short-syntax-5
 */
export function readMount(mount: unknown): MountContent {
  const text = textIn(mount);
  if (text === undefined) {
    const { type, source, target } = mapIn(mount);
    return { type: textIn(type), source: textIn(source), target: textIn(target) };
  }
  // Nor are these, and that of a drive of Windows.
  if (isOpen(text) || /^[A-Za-z]:[\\/]/.test(text)) return {};
  const parts = text.split(":");
  if (parts.length === 1) return { type: "volume", target: text };
  const [source, target] = parts;
  return { type: /^[./~]/.test(source) ? "bind" : "volume", source, target };
}
