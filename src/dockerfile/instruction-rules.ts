import { shown } from "../values/mistake";
import { HEALTH_CHECK_TIMES, type HealthCheckTimes } from "./instruction";
import type { DockerfileScriptOptions } from "./instruction-options";
import { TextRules } from "./text-rules";
import { VARIABLE_NAME, type Word, wordParts, wordTexts } from "./word";

interface NumberRule {
  readonly allowed: string;
  readonly isValid: (value: number) => boolean;
}

/** The engine takes a duration of 0 for its own default. */
const DURATION: NumberRule = {
  allowed: "it is a number from 0.001 on, and no more than a thousand million",
  isValid: (value) => value >= 0.001 && value <= 1e9,
};

/** What of a health check follows another rule. */
const HEALTH_CHECK_RULES: { readonly [K in keyof HealthCheckTimes]: NumberRule } = {
  startPeriodSeconds: {
    allowed: "it is 0, or a number from 0.001 on",
    isValid: (value) => value === 0 || DURATION.isValid(value),
  },
  retries: {
    allowed: "it is a whole number from 1 on",
    isValid: (value) => Number.isInteger(value) && value >= 1 && value < 2 ** 31,
  },
};

/** The rules that one instruction alone must keep; each throws where it is broken. */
export class InstructionRules extends TextRules {
  public variableName(instruction: string, name: string): void {
    if (!VARIABLE_NAME.test(name)) {
      this.fail(`${instruction} ${shown(name)} is no name of a variable`, "a name has letters, digits and underscores");
    }
  }

  public labelKey(key: string): void {
    if (!/^[A-Za-z0-9][A-Za-z0-9._/-]*$/.test(key)) {
      this.fail(`LABEL key ${shown(key)} is not valid`, "a key has letters, digits and . _ - /");
    }
  }

  /** A secret gets into the environment by lines of shell, which a script of another interpreter can't hold. */
  public scriptSecrets(script: string, { interpreter, mounts = [] }: DockerfileScriptOptions): void {
    if (interpreter !== undefined || !script.startsWith("#!")) return;
    if (mounts.every((mount) => mount._environment === undefined)) return;
    this.fail(
      `RUN has a script that starts with ${shown(script.split("\n")[0])} and a secret with an environmentVariable`,
      "the stage's shell reads the secret before it starts the interpreter",
      "leave that line out and give the option interpreter",
    );
  }

  /** The exec form is not read by a shell, so that a reference would stay as it is written. */
  public execForm(instruction: string, words: readonly Word[]): void {
    this.notEmpty(instruction, words);
    this.sound(instruction, ...words);
    if (words.some((word) => typeof word !== "string")) {
      this.fail(`${instruction} holds a reference to a variable`, "the exec form expands none");
    }
  }

  public absolutePath(instruction: string, path: Word): void {
    const [first] = wordParts(path);
    const absolute = first !== undefined && ("variable" in first || first.text.startsWith("/"));
    if (!absolute) {
      this.fail(`${instruction} ${shown(path)} is relative`, "the path starts with / or with a variable");
    }
  }

  public destination(instruction: string, paths: readonly Word[], destination: Word): void {
    if (paths.length > 1 && !isFolder(destination)) {
      this.fail(
        `${instruction} of ${paths.length} paths to ${shown(destination)}`,
        "several paths are copied into a folder",
        "end the destination with /",
      );
    }
  }

  public fileName(destination: Word): void {
    if (isFolder(destination)) {
      this.fail(
        `COPY of a text to ${shown(destination)}`,
        "a text becomes a file",
        "end the destination with its name",
      );
    }
    // Beside a here-document there is no form in brackets.
    if (wordTexts(destination).some((text) => /[\s\u0085]|^\d*<<|\\$/.test(text))) {
      this.fail(
        `COPY of a text to ${shown(destination)}`,
        "the path of a text has no white space, no << at its start and no backslash at its end",
        "copy a file in its place",
      );
    }
  }

  public exclude(instruction: string, patterns: readonly string[]): void {
    const pattern = patterns.find((each) => /\s/.test(each));
    if (pattern !== undefined) {
      this.fail(`${instruction} --exclude ${shown(pattern)} has white space`, "a flag has none", "put ? in its place");
    }
    this.flag(`${instruction} --exclude`, ...patterns);
  }

  /** A source of COPY that is no image, or a name of a stage that somebody made up. */
  public sourceName(instruction: string, name: string): void {
    if (/^[A-Za-z0-9_][A-Za-z0-9_.:/@-]*$/.test(name)) return;
    this.fail(
      `${instruction} ${shown(name)} is no name of a stage or of a build context`,
      "a name has letters, digits and _ . : / @ -, and a letter or digit first",
      "rename it",
    );
  }

  public mode(instruction: string, mode: Word | undefined): void {
    if (
      typeof mode !== "string" ||
      /^(?:[0-7]{3,4}|[ugoa]*[-+=][ugorwxXst]*(?:,[ugoa]*[-+=][ugorwxXst]*)*)$/.test(mode)
    ) {
      return;
    }
    this.fail(
      `${instruction} --chmod ${shown(mode)} is no file mode`,
      'a mode is octal, such as "0755", or in symbols, such as "u=rwX,go=rX"',
    );
  }

  /** What the build context holds has no address. */
  public ofContext(paths: readonly Word[]): void {
    this.notEmpty("ADD", paths);
    const address = paths.find((path) => /^(?:[a-z][a-z0-9+.-]*:\/\/|git@)/i.test(startOf(path)));
    if (address !== undefined) {
      this.fail(
        `ADD ${shown(address)} is an address`,
        "archives lie in the build context",
        "use addDownload or addGitRepository",
      );
    }
  }

  public url(url: Word): void {
    if (!/^https?:\/\/./i.test(startOf(url))) {
      this.fail(`ADD ${shown(url)} is no address of a download`, "it starts with http:// or https://");
    }
    if (typeof url === "string" && isGitAddress(url)) {
      this.fail(
        `ADD ${shown(url)} is the address of a git repository`,
        "a download is one file",
        "use addGitRepository",
      );
    }
  }

  /** BuildKit takes an address by HTTP for a repository where its path ends with `.git`. */
  public gitAddress(address: Word): void {
    const start = startOf(address);
    const isKnown = typeof address === "string" ? isGitAddress(address) : /^(?:https?:|ssh:|git:|git@)/i.test(start);
    if (!isKnown) {
      this.fail(
        `ADD ${shown(address)} is no address of a git repository`,
        "it starts with git@, ssh:// or git://, or it starts with https:// and its path ends with .git",
      );
    }
  }

  public checksum(checksum: Word | undefined): void {
    if (typeof checksum === "string" && !/^sha256:[0-9a-f]{64}$/.test(checksum)) {
      this.fail(`ADD --checksum ${shown(checksum)} is no checksum`, "it is sha256: and 64 hexadecimal digits");
    }
  }

  public commit(commit: Word | undefined): void {
    if (typeof commit === "string" && !/^[0-9a-f]{1,64}$/.test(commit)) {
      this.fail(
        `ADD --checksum ${shown(commit)} is no commit`,
        "it is the commit's hexadecimal digits, or the first of them",
      );
    }
  }

  /** The value of an enum, which anything may have handed on as a text. */
  public oneOf(what: string, value: string | undefined, allowed: { readonly [name: string]: string }): void {
    if (value === undefined || Object.values(allowed).includes(value)) return;
    this.fail(`${what} is ${shown(value)}`, `allowed are ${Object.values(allowed).map(shown).join(", ")}`);
  }

  public devices(devices: readonly string[]): void {
    for (const device of devices) {
      if (!/^[\w./*=:-]+(?:,required)?$/.test(device)) {
        this.fail(`RUN --device ${shown(device)} is no device`, "it is a name of CDI, such as nvidia.com/gpu=all");
      }
    }
  }

  /** What a later build runs is one instruction, and not every one. */
  public trigger(text: string): void {
    const [keyword] = text.trim().split(/\s/);
    if (/^(?:FROM|ONBUILD|MAINTAINER)$/i.test(keyword)) {
      this.fail(
        `ONBUILD has ${keyword.toUpperCase()}`,
        "a later build runs every instruction but FROM, ONBUILD and MAINTAINER",
      );
    }
  }

  public healthCheckTimes(times: HealthCheckTimes): void {
    for (const name of HEALTH_CHECK_TIMES) {
      const value = times[name];
      const { isValid, allowed } = HEALTH_CHECK_RULES[name] ?? DURATION;
      if (value !== undefined && !(Number.isFinite(value) && isValid(value))) {
        this.fail(`HEALTHCHECK ${name} is ${shown(value)}`, allowed);
      }
    }
  }

  public signal(signal: string): void {
    if (!/^(?:SIG[A-Z][A-Z0-9+-]*|[1-9][0-9]?)$/.test(signal)) {
      this.fail(`STOPSIGNAL ${shown(signal)} is no signal`, "a signal is a name such as SIGTERM, or a number");
    }
  }
}

function isFolder(destination: Word): boolean {
  const last = wordParts(destination).at(-1);
  return last !== undefined && "text" in last && (last.text.endsWith("/") || last.text === ".");
}

/** The text before the first reference. */
function startOf(word: Word): string {
  const [first] = wordParts(word);
  return first !== undefined && "text" in first ? first.text : "";
}

function isGitAddress(address: string): boolean {
  return /^(?:git@|ssh:\/\/|git:\/\/)./i.test(address) || /^https?:\/\/[^#?]+\.git(?:[#?]|$)/i.test(address);
}
