import { Mistake, shown } from "../../values/mistake";

/** A line of a requirements file: what to install, and options. */
export interface PipLine {
  /** What to install; undefined where the line has options alone. */
  readonly requirement?: string;
  readonly isEditable: boolean;
  readonly options: readonly PipOption[];
}

/** An option by its long name. */
export interface PipOption {
  readonly name: string;
  /** Its value; empty where it has none. */
  readonly value: string;
}

/** The options of a requirements file, and whether they take a value; the last rows are of older releases of pip. */
const options: readonly { readonly name: string; readonly short?: string; readonly takesValue: boolean }[] = [
  { name: "--requirement", short: "-r", takesValue: true },
  { name: "--constraint", short: "-c", takesValue: true },
  { name: "--editable", short: "-e", takesValue: true },
  { name: "--index-url", short: "-i", takesValue: true },
  { name: "--extra-index-url", takesValue: true },
  { name: "--no-index", takesValue: false },
  { name: "--find-links", short: "-f", takesValue: true },
  { name: "--no-binary", takesValue: true },
  { name: "--only-binary", takesValue: true },
  { name: "--prefer-binary", takesValue: false },
  { name: "--require-hashes", takesValue: false },
  { name: "--no-require-hashes", takesValue: false },
  { name: "--pre", takesValue: false },
  { name: "--all-releases", takesValue: true },
  { name: "--only-final", takesValue: true },
  { name: "--trusted-host", takesValue: true },
  { name: "--use-feature", takesValue: true },
  { name: "--hash", takesValue: true },
  { name: "--config-settings", short: "-C", takesValue: true },
  { name: "--config-setting", takesValue: true },
  { name: "--global-option", takesValue: true },
  { name: "--install-option", takesValue: true },
  { name: "--process-dependency-links", takesValue: false },
];

/**
 * Reads a line as pip does: what stands before the first word with a `-` is a requirement, the rest are options.
 *
 * @param where the file and the line
 * @throws where an option is not known, or lacks its value
 * @see https://pip.pypa.io/en/stable/reference/requirements-file-format/#supported-options
 */
export function parsePipLine(text: string, where: string): PipLine {
  const words = text.split(" ");
  const at = words.findIndex((word) => word.startsWith("-"));
  const requirement = (at === -1 ? words : words.slice(0, at)).join(" ").trim();
  const given = at === -1 ? [] : readOptions(shellWords(words.slice(at).join(" ")), where);
  const editable = given.find(({ name }) => name === "--editable")?.value;
  if (requirement !== "") return { requirement, isEditable: false, options: given };
  return { requirement: editable, isEditable: editable !== undefined, options: given };
}

function readOptions(words: readonly string[], where: string): PipOption[] {
  const found: PipOption[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (!word.startsWith("-") || word === "-") continue;
    const [, written, attached] = /^(--[^=]+|-[^-])(?:=?([\s\S]+))?$/.exec(word) ?? ["", word];
    const option = optionNamed(written);
    if (option === undefined) throw notAnOption(word, where);
    if (!option.takesValue) {
      found.push({ name: option.name, value: "" });
      continue;
    }
    const value = attached ?? words[++at];
    if (value === undefined)
      throw new Mistake({ where, what: `${word} has no value`, fix: `write ${word} and a value` });
    found.push({ name: option.name, value });
  }
  return found;
}

/** A long option may be cut off where it is still the only one that begins so. */
function optionNamed(written: string): (typeof options)[number] | undefined {
  const exact = options.find(({ name, short }) => name === written || short === written);
  const begins = written.startsWith("--") ? options.filter(({ name }) => name.startsWith(written)) : [];
  return exact ?? (begins.length === 1 ? begins[0] : undefined);
}

/** The words as a shell splits them. */
function shellWords(text: string): string[] {
  const words = text.match(/(?:"(?:\\.|[^"\\])*"|'[^']*'|\\.|[^\s"'\\]|["'\\])+/g) ?? [];
  return words.map((word) =>
    word.replaceAll(/"((?:\\.|[^"\\])*)"|'([^']*)'|\\(.)/g, (_, double?: string, single?: string, escaped?: string) =>
      double === undefined ? (single ?? escaped ?? "") : double.replaceAll(/\\(["\\])/g, "$1"),
    ),
  );
}

function notAnOption(word: string, where: string): Mistake {
  return new Mistake({
    where,
    what: `${shown(word)} is no option of a requirements file`,
    allowed: "-r, -c, -e, -i, -f, --extra-index-url, --hash and others of pip",
    fix: "remove it, or give it to pip install",
  });
}
