import { Mistake, shown } from "../values/mistake";
import { SOUND_TEXT, textFlaw } from "../values/text-flaw";
import { visibleText } from "../values/visible-text";
import { shellLines } from "./shell-lines";
import { type Word, wordTexts } from "./word";

/** A here-document, as BuildKit finds it among the words of a line. */
const HERE_DOCUMENT = /(?:^|\s)\d*<<-?\s*[^<\s]/;

/** The longest line that BuildKit reads, in bytes. */
const LONGEST_LINE = 65_535;

/** What texts must keep so that an instruction gives them back, and stays one instruction; each rule throws. */
export abstract class TextRules {
  constructor(
    /** The place that messages name, for example `Dockerfile stage "app"`. */
    private readonly where: string,
  ) {}

  /** Neither a text nor what stands for a variable has what no file can hold. */
  public sound(instruction: string, ...words: (Word | undefined)[]): void {
    for (const text of words.flatMap((word) => (word === undefined ? [] : wordTexts(word)))) {
      const flaw = textFlaw(text);
      if (flaw !== undefined) {
        this.fail(`${instruction} ${shown(text)} has ${flaw}`, SOUND_TEXT.allowed, SOUND_TEXT.fix);
      }
    }
  }

  /** An instruction is one line: its words hold no line break. */
  public oneLine(instruction: string, ...words: (Word | undefined)[]): void {
    this.sound(instruction, ...words);
    for (const text of words.flatMap((word) => (word === undefined ? [] : wordTexts(word)))) {
      if (/[\r\n]/.test(text)) {
        this.fail(
          `${instruction} ${shown(text)} has a line break`,
          "an instruction is one line",
          "leave the line break out, or use addRunScript",
        );
      }
    }
  }

  public filled(instruction: string, ...words: Word[]): void {
    if (words.includes("")) {
      this.fail(`${instruction} has an empty text`, "each of its words says something", "leave it out");
    }
  }

  public notEmpty(instruction: string, words: readonly unknown[]): void {
    if (words.length === 0) this.fail(`${instruction} has no words`, "it needs at least one");
  }

  /** A script says something; it stands in the file line by line. */
  public script(instruction: string, script: string): void {
    this.notEmpty(instruction, script.trim() === "" ? [] : [script]);
    this.sound(instruction, script);
  }

  /** Shell text is read by the shell alone: BuildKit finds no flag, no exec form and no here-document in it. */
  public shellText(instruction: string, text: string): void {
    const lines = shellLines(text);
    this.notEmpty(instruction, lines);
    this.sound(instruction, text);
    const whole = lines.join(" ");
    if (whole.startsWith("--")) {
      this.fail(`${instruction} ${shown(whole)} starts with --`, "what starts so is a flag", "start with the program");
    }
    if (isJsonList(whole)) {
      this.fail(`${instruction} ${shown(whole)} is the exec form`, "shell text is no list", "give words in its place");
    }
    const unquoted = whole.replace(/\\.|'[^']*'|"(?:\\.|[^"\\])*"/gs, "_");
    if (instruction === "RUN" && HERE_DOCUMENT.test(unquoted)) {
      this.fail(`RUN ${shown(whole)} has a here-document`, "its lines are joined", "use addRunScript");
    }
  }

  /** BuildKit reads a flag byte by byte, without quotes, and expands it after that. */
  public flag(instruction: string, ...words: (Word | undefined)[]): void {
    for (const text of words.flatMap((word) => (word === undefined ? [] : wordTexts(word)))) {
      if (!/^[!#%&()*+,./:;<=>?@[\]^_{|}~A-Za-z0-9-]*$/.test(text)) {
        this.fail(
          `${instruction} ${shown(text)} can't be written`,
          "a flag has printable ASCII characters, but no white space, quotes, dollar signs, backslashes or backticks",
          "write it in these",
        );
      }
    }
  }

  /** The program that reads a script, and its arguments: words that no shell has to be kept from. */
  public interpreter(words: string | undefined): void {
    if (words === undefined || /^(?!--)[A-Za-z0-9_@%+=:,./-]+(?: [A-Za-z0-9_@%+=:,./-]+)*$/.test(words)) return;
    this.fail(
      `RUN has the interpreter ${shown(words)}`,
      "it is a program and its arguments, in letters, digits and _ @ % + = : , . / -",
      'write one like "python3 -u"',
    );
  }

  /** A title stands in a line of its own. */
  public title(kind: string, title: string): void {
    if (!title.includes("\n") && visibleText(title) === title && title.trim() !== "") return;
    this.fail(`${kind} ${shown(title)} is no title`, "it is one line, without control characters", "rename it");
  }

  /** What was made of an instruction: BuildKit reads no longer line. */
  public lineLength(text: string): void {
    const line =
      text.length > LONGEST_LINE / 3 && text.split("\n").find((each) => Buffer.byteLength(each) > LONGEST_LINE);
    if (!line) return;
    this.fail(
      `the line ${shown(line)} has ${Buffer.byteLength(line)} bytes`,
      `BuildKit reads lines of up to ${LONGEST_LINE}`,
      "copy a file in its place",
    );
  }

  protected fail(what: string, allowed: string, fix?: string): never {
    throw new Mistake({ where: this.where, what, allowed, fix });
  }
}

function isJsonList(text: string): boolean {
  if (!text.startsWith("[")) return false;
  try {
    return Array.isArray(JSON.parse(text));
  } catch {
    return false;
  }
}
