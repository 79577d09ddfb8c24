import type { BuiltService } from "../../checks/built-services";
import type { Finding } from "../../findings/finding";
import type { ContainerPlan } from "../container-plan";
import { hasDeskDependency } from "../desk/desk-dependency";

/** Services that start debugpy, which nothing installs: their containers end at once. */
export function* debuggerFindings(services: readonly BuiltService[], { facts }: ContainerPlan): Iterable<Finding> {
  if (hasDeskDependency(facts, "debugpy")) return;
  for (const { name, service, where } of services) {
    const words = service.values.filter(({ property }) => property === "command" || property === "entrypoint");
    if (!words.some(({ value }) => /(?:^|\s)debugpy(?:\s|$)/.test(value))) continue;
    yield {
      rule: "DebuggerMissing",
      where,
      service: name,
      what: "the command starts debugpy, which the project does not depend on",
      allowed: "python stops at a module that is not installed",
      fix: "add debugpy to a group for development, such as dev",
    };
  }
}
