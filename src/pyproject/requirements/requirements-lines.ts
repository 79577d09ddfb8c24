/** A line of a requirements file with those that continue it. */
export interface RequirementsLine {
  /** The number of its first line. */
  readonly number: number;
  /** The text without comments. */
  readonly text: string;
}

const comment = /(?:^|\s+)#.*$/;

/**
 * The lines of a requirements file that say something: continued lines joined, comments left out, as pip does it.
 *
 * @see https://pip.pypa.io/en/stable/reference/requirements-file-format/#structure
 */
export function requirementsLines(text: string): RequirementsLine[] {
  const joined: RequirementsLine[] = [];
  let open: RequirementsLine | undefined;
  for (const [at, line] of text.split(/\r\n|\r|\n/).entries()) {
    const isComment = /^\s*#/.test(line);
    const before: RequirementsLine = open ?? { number: at + 1, text: "" };
    // A comment ends a continued line, and the space lets it be found there.
    const whole = { ...before, text: before.text + (isComment ? ` ${line}` : line.replace(/\\+$/, "")) };
    open = line.endsWith("\\") && !isComment ? whole : undefined;
    if (open === undefined) joined.push(whole);
  }
  return [...joined, ...(open ? [open] : [])]
    .map(({ number, text: whole }) => ({ number, text: whole.replace(comment, "").trim() }))
    .filter(({ text: said }) => said !== "");
}
