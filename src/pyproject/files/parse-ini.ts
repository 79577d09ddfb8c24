import { Mistake, shown } from "../../values/mistake";
import { type Fact, fact } from "../fact";

/** The keys of a section with their values; lines of a value have a line break between them. */
export type IniSection = ReadonlyMap<string, Fact<string>>;

/** The sections of an INI file by their names, each with the keys of `[DEFAULT]`. */
export type IniFile = ReadonlyMap<string, IniSection>;

interface Entry {
  readonly lines: string[];
}

const defaults = "DEFAULT";

/**
 * Parses an INI file as Python's configparser does, without interpolation; names of keys keep their case.
 *
 * @param file the file as messages name it
 * @throws where configparser would refuse the text: the mistake names the line
 * @see https://docs.python.org/3/library/configparser.html#supported-ini-file-structure
 */
export function parseIni(text: string, file: string): IniFile {
  const sections = new Map<string, Map<string, Entry>>();
  let section: Map<string, Entry> | undefined;
  let entry: Entry | undefined;
  let indent = 0;
  const refuse = (line: number, what: string, fix: string) => new Mistake({ where: `${file}:${line}`, what, fix });

  for (const [at, line] of text.split(/\r\n|\r|\n/).entries()) {
    const value = line.trim();
    // Blank lines are part of a value, comments are not.
    if (value === "") entry?.lines.push("");
    if (value === "" || /^[#;]/.test(value)) continue;
    const lineIndent = line.search(/\S/);
    if (entry !== undefined && lineIndent > indent) {
      entry.lines.push(value);
      continue;
    }
    indent = lineIndent;
    entry = undefined;
    const header = /^\[(.+)\]/.exec(value)?.[1];
    if (header !== undefined) {
      if (sections.has(header) && header !== defaults) {
        throw refuse(at + 1, `there is a second section ${shown(header)}`, "join the two sections");
      }
      section = sections.get(header) ?? new Map<string, Entry>();
      sections.set(header, section);
      continue;
    }
    if (section === undefined) {
      throw refuse(at + 1, `${shown(value)} stands before the first section`, "put a section such as [metadata] first");
    }
    const [, key, first] = /^(.*?)\s*[=:]\s*(.*)$/.exec(value) ?? [];
    if (key === undefined || key === "") {
      throw refuse(at + 1, `${shown(value)} is no key with a value`, "write key = value, or indent a further line");
    }
    if (section.has(key)) throw refuse(at + 1, `there is a second ${shown(key)} in the section`, "remove one of them");
    entry = { lines: [first] };
    section.set(key, entry);
  }
  return withDefaults(sections, file);
}

function withDefaults(sections: ReadonlyMap<string, ReadonlyMap<string, Entry>>, file: string): IniFile {
  const facts = (name: string): [string, Fact<string>][] =>
    [...(sections.get(name) ?? [])].map(([key, { lines }]) => [
      key,
      fact(lines.join("\n").trimEnd(), `${file} [${name}].${key}`),
    ]);
  const names = [...sections.keys()].filter((name) => name !== defaults);
  return new Map(names.map((name) => [name, new Map([...facts(defaults), ...facts(name)])]));
}
