import type { PlacelessFinding } from "../../findings/finding";
import { isEngineSocket } from "../../values/engine-socket";
import { shown } from "../../values/mistake";
import type { ServiceContent } from "./file-content";

/** Capabilities with which a process leaves its container. */
const DANGEROUS = ["ALL", "SYS_ADMIN", "SYS_MODULE", "SYS_PTRACE", "SYS_RAWIO", "DAC_READ_SEARCH", "BPF", "NET_ADMIN"];

/** What a service of a profile, which whoever wants it starts, may have: root, a debugger's rights, the host's network. */
const OF_PROFILES = ["RootService", "DangerousCapability", "HostNamespaceShared"];

type Rule = (service: ServiceContent) => PlacelessFinding | undefined;

const rules: readonly Rule[] = [
  ({ isPrivileged }) =>
    isPrivileged
      ? {
          rule: "PrivilegedService",
          what: "the service is privileged",
          allowed: "such a container has all rights and devices of the host, whoever breaks in too",
          fix: "leave out privileged, and give it what it needs by capAdd and devices",
        }
      : undefined,
  ({ addedCapabilities, isPrivileged }) => {
    const found = addedCapabilities.find((each) => DANGEROUS.includes(each.toUpperCase().replace(/^CAP_/, "")));
    return found === undefined || isPrivileged
      ? undefined
      : {
          rule: "DangerousCapability",
          what: `capAdd has ${shown(found)}`,
          allowed: "with it a process can leave its container, or watch what others do",
          fix: "leave it out, or add the one capability that is needed",
        };
  },
  ({ networkMode, pid, ipc }) => {
    const found = Object.entries({ networkMode, pid, ipc }).find(([, mode]) => mode === "host")?.[0];
    return found === undefined
      ? undefined
      : {
          rule: "HostNamespaceShared",
          what: `${found} is "host"`,
          allowed: "such a container sees what all of the host's processes have there",
          fix: `leave out ${found}${found === "networkMode" ? ", and publish ports" : ""}`,
        };
  },
  ({ volumes }) => {
    const found = volumes.find(({ type, source }) => type === "bind" && isEngineSocket(source ?? ""));
    return found === undefined
      ? undefined
      : {
          rule: "DockerSocketMounted",
          what: `volumes has ${shown(found.source)}`,
          allowed: "whoever reaches the engine's socket is root on the host, read-only or not",
          fix: "leave it out, or put a proxy between that lets through what is needed",
        };
  },
  ({ user }) =>
    user !== undefined && /^(?:root|0)(?::|$)/.test(user)
      ? {
          rule: "RootService",
          what: `user is ${shown(user)}`,
          allowed: "a process that is root in its container is root where it leaves it",
          fix: "leave it out, or give the numbers of a user and a group, such as 10001:10001",
        }
      : undefined,
];

/** Rights that a service has beyond its container. */
export function privilegeFindings(service: ServiceContent): readonly PlacelessFinding[] {
  const found = rules.flatMap((rule) => rule(service) ?? []);
  return service.profiles.length === 0 ? found : found.filter(({ rule }) => !OF_PROFILES.includes(rule));
}
