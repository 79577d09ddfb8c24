import { ComposeValue } from "../../compose/compose-value";
import { ComposePortProtocol } from "../../compose/service/compose-port";
import { DependencyCondition } from "../../compose/service/dependency-condition";
import { PullPolicy } from "../../compose/service/pull-policy";
import { RestartPolicy } from "../../compose/service/restart-policy";
import { ServiceVolume } from "../../compose/service/service-volume";
import { DockerfileWord } from "../../dockerfile/word";
import { PackageManager } from "../../pyproject/managers/package-manager";
import type { PythonContainer } from "../../python/python-container";
import { ImageReference } from "../../values/image-reference";
import { Call, type Expression, Member, Name } from "./expression";

/** The classes that printed code names; the module exports them all. */
const classes: Readonly<Record<string, unknown>> = {
  ComposePortProtocol,
  ComposeValue,
  DependencyCondition,
  DockerfileWord,
  ImageReference,
  PackageManager,
  PullPolicy,
  RestartPolicy,
  ServiceVolume,
};

/**
 * What the piece gives.
 *
 * @param container stands behind the variables `dockerfile`, `compose`, `dockerignore` and `container`
 * @throws what the methods that it calls say
 */
export function evaluateExpression(expression: Expression, container?: PythonContainer): unknown {
  const valueOfPart = (part: Expression) => evaluateExpression(part, container);
  if (expression instanceof Name)
    return Object.hasOwn(classes, expression.text) ? classes[expression.text] : variable(expression.text, container);
  if (expression instanceof Member) return (valueOfPart(expression.owner) as Record<string, unknown>)[expression.name];
  if (expression instanceof Call) {
    const owner = valueOfPart(expression.owner) as Record<string, (...args: unknown[]) => unknown>;
    return owner[expression.method](...expression.args.map(valueOfPart));
  }
  if (typeof expression !== "object") return expression;
  if (Array.isArray(expression)) return expression.map(valueOfPart);
  return Object.fromEntries(Object.entries(expression).map(([key, value]) => [key, valueOfPart(value)]));
}

function variable(name: string, container: PythonContainer | undefined): unknown {
  return name === "container" ? container : container?.[name as "dockerfile" | "compose" | "dockerignore"];
}
