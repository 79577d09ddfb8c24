import { buildRows } from "../../compose/service/service-properties";
import { canonicalText, textExpression } from "./compose-text";
import { type Entry, mapOf, textOf, type YamlMap } from "./entry";
import { passedOn, SECRET, secretReference } from "./open-values";
import { otherEntries } from "./other-entries";
import { rowReaders } from "./row-entries";

const more = rowReaders(buildRows, { property: "build.", options: ["imageBuild"] });

/** How the image of a service is built. */
export function buildEntries(build: YamlMap): Entry[] {
  const names: Readonly<Record<string, string>> = { context: "context", dockerfile: "dockerfile", target: "target" };
  const plain = Object.entries(names).flatMap(([property, option]): Entry[] => {
    if (build[property] === undefined) return [];
    const given = textOf(build[property]);
    return [
      {
        property: `build.${property}`,
        key: "",
        shown: given,
        meaning: canonicalText(given),
        options: { imageBuild: { [option]: textExpression(given) } },
      },
    ];
  });
  const args = mapOf(build.args ?? null).map(([name, given]): Entry => {
    if (given === null) return passedOn("build.args", name);
    const reference = secretReference(name, textOf(given));
    const text = reference ?? textOf(given);
    const value = textExpression(text);
    return {
      property: "build.args",
      key: name,
      shown: textOf(given),
      meaning: canonicalText(text),
      note: reference && SECRET,
      options: { imageBuild: { args: { [name]: value } } },
      call: (service) => service.calling("addBuildArgument", name, value),
    };
  });
  const others = Object.entries(build).filter(([property]) => !Object.hasOwn(names, property) && property !== "args");
  return [
    ...plain,
    ...args,
    ...others.flatMap(([property, value]) =>
      Object.hasOwn(more, property) ? more[property](value, "") : otherEntries(`build.${property}`, value, ""),
    ),
  ];
}
