import { type Expression, namesIn } from "./code/expression";
import { renderExpression } from "./code/render-expression";
import type { Comparison } from "./comparison";

const WIDTH = 100;

/** All that carries over in one projenrc file. */
export function projenrcText({ files }: Comparison): string {
  const ways = files
    .flatMap(({ differences }) => differences)
    .map(({ way }) => way)
    .filter((way) => way.kind === "carry");
  const options = Object.fromEntries(ways.flatMap((way) => Object.entries(way.options ?? {})));
  const calls = ways.flatMap((way) => way.calls ?? []);
  const lines = [...new Set(calls.map((call) => statement(call)))];
  const names = new Set([options, ...calls].flatMap((each) => [...namesIn(each)]));
  const classes = ["ExistingPythonProject", ...[...names].filter((each) => /^[A-Z]/.test(each))].sort();
  const variables = ["compose", "dockerfile", "dockerignore"].filter((each) => names.has(each));
  const given =
    Object.keys(options).length === 0
      ? ""
      : renderExpression(options, WIDTH, "const project = new ExistingPythonProject();".length);
  return [
    `import { ${classes.join(", ")} } from "projen-python-container";`,
    "",
    `const project = new ExistingPythonProject(${given});`,
    ...(names.has("container") ? ["const { container } = project;"] : []),
    ...(variables.length === 0 ? [] : [`const { ${variables.join(", ")} } = project.container;`]),
    ...(lines.length === 0 ? [] : ["", ...lines]),
    "",
    "project.synth();",
    "",
  ].join("\n");
}

/** A call as a line of its own. */
export function statement(call: Expression, width = WIDTH): string {
  return `${renderExpression(call, width, 1)};`;
}

/** An option as it stands among others. */
export function optionText(name: string, value: Expression, width = WIDTH): string {
  return `${name}: ${renderExpression(value, width, name.length + 3)},`;
}
