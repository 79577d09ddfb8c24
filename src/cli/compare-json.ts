import type { Comparison } from "../compare/comparison";
import type { Difference } from "../compare/difference";
import { optionText, projenrcText, statement } from "../compare/projenrc-text";
import { maskCredentials } from "../values/mask-credentials";

/** A comparison as the text of a JSON document. */
export function compareJson(comparison: Comparison): string {
  const { name, files } = comparison;
  const document = {
    name,
    files: files.map((file) => ({
      ...file,
      problem: file.problem ?? null,
      differences: file.differences.map(printed),
    })),
    projenrc: projenrcText(comparison),
  };
  const masked = JSON.stringify(
    document,
    (_, value) => (typeof value === "string" ? maskCredentials(value) : value),
    2,
  );
  return `${masked}\n`;
}

function printed({ topic, line, yours, generated, way }: Difference) {
  const shown = { topic, line: line ?? null, yours: yours ?? null, generated: generated ?? null, way: way.kind };
  if (way.kind !== "carry") return { ...shown, why: way.why };
  const options = Object.entries(way.options ?? {}).map(([name, value]) => optionText(name, value));
  return { ...shown, options, calls: (way.calls ?? []).map((call) => statement(call)), note: way.note ?? null };
}
