import { parse } from "yaml";

/** What GitHub is told, and the expressions that it evaluates in texts: nobody's text may add one. */
export function readWorkflow(file: string): unknown {
  const data = readYaml(file);
  return { data, expressions: JSON.stringify(data).match(/\$\{\{.*?\}\}|\$\{\{/g) ?? [] };
}

/** What a file of YAML without aliases says. */
export function readYaml(file: string): unknown {
  return parse(file, { maxAliasCount: 0 });
}
