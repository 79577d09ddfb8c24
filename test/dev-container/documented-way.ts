import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { JsonFile } from "projen";
import * as ts from "typescript";
import { DevContainer } from "../../src/dev-container/dev-container";
import { DevContainerMount } from "../../src/dev-container/dev-container-mount";
import { DevContainerSource } from "../../src/dev-container/dev-container-source";
import { LifecycleCommand } from "../../src/dev-container/lifecycle-command";
import { LifecycleStep } from "../../src/dev-container/lifecycle-step";

const folder = join(__dirname, "../../src/dev-container");
const sources = readdirSync(folder).map((name) =>
  ts.createSourceFile(name, readFileSync(join(folder, name), "utf8"), ts.ScriptTarget.Latest, true),
);

/** The members of each interface, by its name. */
const interfaces = new Map<string, Set<string>>();
/** The interface of the options of each static method, as in `Class.method`. */
const optionsOf = new Map<string, string>();
for (const statement of sources.flatMap((source) => [...source.statements])) {
  if (ts.isInterfaceDeclaration(statement)) {
    interfaces.set(statement.name.text, new Set(statement.members.map((each) => each.name?.getText() ?? "")));
  }
  if (!ts.isClassDeclaration(statement)) continue;
  for (const member of statement.members) {
    if (!ts.isMethodDeclaration(member)) continue;
    const type = member.parameters[0]?.type?.getText() ?? "";
    optionsOf.set(`${statement.name?.text}.${member.name.getText()}`, type);
  }
}

const statics: Record<string, object> = { DevContainerSource, DevContainerMount, LifecycleCommand, LifecycleStep };

/** Whether there is such a property or method, with the interface or the method whose options have it, where one is named. */
export function exists(name: string, owner?: string): boolean {
  if (owner !== undefined) return interfaces.get(optionsOf.get(owner) ?? owner)?.has(name) ?? false;
  if (name === "file.addOverride") return "addOverride" in JsonFile.prototype;
  const [first, second] = name.split(".");
  if (second !== undefined) return first in statics && second in statics[first];
  return name in DevContainer.prototype || (interfaces.get("DevContainerProperties")?.has(name) ?? false);
}
