import type { Fact } from "../../pyproject/fact";
import type { ProjectFacts } from "../../pyproject/facts";

/**
 * The image's labels by the facts they come from.
 *
 * @see https://specs.opencontainers.org/image-spec/annotations/
 */
export function imageLabels(facts: ProjectFacts): [string, Fact<string>][] {
  const name = facts.name && { source: facts.name.source, value: facts.name.value.written };
  const labels: [string, Fact<string> | undefined][] = [
    ["title", name],
    ["description", facts.description],
    ["version", facts.version],
    ["licenses", facts.license],
    ["url", facts.homepage],
    ["source", facts.repository],
  ];
  return labels.flatMap(([key, fact]) => {
    const value = fact?.value.trim().replace(/\s+/g, " ");
    return fact === undefined || !value ? [] : [[`org.opencontainers.image.${key}`, { ...fact, value }]];
  });
}
