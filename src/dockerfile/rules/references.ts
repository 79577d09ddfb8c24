import type { WrittenInstruction } from "../parsed/parse-dockerfile";

/** What BuildKit sets by itself, for FROM too. */
export const PREDEFINED = /^(?:BUILD|TARGET)(?:PLATFORM|OS|ARCH|VARIANT)$/;

const REFERENCE = /\\.|'[^']*'|\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)\})/g;

/** The variables without a word for the case that they are not there. */
export function referencesIn({ keyword, text, flags, heredocs }: WrittenInstruction): string[] {
  const values = flags.filter(({ name }) => /^(?:chown|chmod|checksum|platform)$/.test(name)).map(({ value }) => value);
  const whole = [...values, heredocs.length > 0 && keyword === "COPY" ? text.replace(/<<\S+/g, "") : text].join(" ");
  return [...new Set([...whole.matchAll(REFERENCE)].flatMap(([, plain, braced]) => plain ?? braced ?? []))];
}
