import { ContainerPath } from "../values/container-path";
import { Mistake, shown } from "../values/mistake";

/** A path in the container; one that starts with a variable stays as it is. */
export function targetPath(path: string, where: string): string {
  return withoutComma(path.startsWith("${") ? path : ContainerPath.of(path).toString(), where);
}

/** @throws where the path has a comma, a quote or a line break */
export function withoutComma(path: string, where: string): string {
  const [found] = /[,"\p{Cc}]/u.exec(path) ?? [];
  if (found === undefined) return path;
  throw new Mistake({
    where,
    what: `the path ${shown(path)} has ${found === "," ? "a comma" : shown(found)}`,
    allowed: "commas separate the fields of a mount, quotes and line breaks can't stand in one",
    fix: "mount a folder above it",
  });
}

/** The other names that `docker run --mount` has for its fields. */
const SYNONYMS: Record<string, string> = { src: "source", dst: "target", destination: "target", ro: "readonly" };

/** The fields of a mount's text, by one name each; one without a value is empty. */
export function mountFields(text: string): Record<string, string> {
  const fields = text.split(",").map((field): [string, string] => {
    const [name, ...value] = field.trim().split("=");
    return [SYNONYMS[name] ?? name, value.join("=")];
  });
  return Object.fromEntries(fields.filter(([name]) => name !== ""));
}
