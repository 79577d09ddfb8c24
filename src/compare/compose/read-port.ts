import { type Expression, member } from "../code/expression";
import { canonicalText, cutOutside, defaultText, textExpression } from "./compose-text";
import { type Entry, isMap, textOf, type Yaml } from "./entry";

/** A published port, in its short form or its long one. */
export function portEntry(value: Yaml): Entry {
  const { target, published, hostIp, protocol } = isMap(value) ? longForm(value) : shortForm(textOf(value));
  const shown = `${hostIp === undefined ? "" : `${hostIp}:`}${published === undefined ? "" : `${published}:`}${target}${protocol === "tcp" ? "" : `/${protocol}`}`;
  const base = {
    property: "ports",
    key: `${target}/${protocol}`,
    shown,
    meaning: JSON.stringify([
      target,
      canonicalText(published ?? ""),
      hostIp === "0.0.0.0" ? "" : canonicalText(hostIp ?? ""),
      protocol,
    ]),
  };
  if (!/^\d+$/.test(target))
    return { ...base, problem: "a method takes one port by its number, not a range or a variable" };
  if (published !== undefined && defaultText(published).includes(":"))
    return { ...base, problem: "the variable stands for an address too, which addPort takes apart, as hostIp" };
  const port: { readonly [option: string]: Expression } = {
    target: Number(target),
    ...(published === undefined
      ? {}
      : { published: /^\d+$/.test(published) ? Number(published) : textExpression(published) }),
    ...(hostIp === undefined ? {} : { hostIp: textExpression(hostIp) }),
    ...(protocol === "tcp" ? {} : { protocol: member("ComposePortProtocol", "UDP") }),
  };
  return { ...base, options: { ports: [port] }, call: (service) => service.calling("addPort", port) };
}

interface Port {
  readonly target: string;
  readonly published?: string;
  readonly hostIp?: string;
  readonly protocol: string;
}

function longForm(value: { readonly [key: string]: Yaml }): Port {
  return {
    target: textOf(value.target),
    published: value.published === undefined ? undefined : textOf(value.published),
    hostIp: value.host_ip === undefined ? undefined : textOf(value.host_ip),
    protocol: textOf(value.protocol) || "tcp",
  };
}

function shortForm(text: string): Port {
  const [numbers, protocol = "tcp"] = cutOutside(text, "/");
  const address = /^(\[[^\]]*\]):(.*)$/.exec(numbers);
  const parts = cutOutside(address?.[2] ?? numbers, ":");
  const target = parts.at(-1) ?? "";
  const published = parts.length > 1 ? parts.at(-2) : undefined;
  const hostIp = address?.[1].slice(1, -1) ?? (parts.length > 2 ? parts.slice(0, -2).join(":") : undefined);
  return { target, published: published === "" ? undefined : published, hostIp, protocol };
}
