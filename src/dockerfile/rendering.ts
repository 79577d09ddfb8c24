import type { DockerfileModel } from "./model";
import { type ParsedDockerfile, parseStages } from "./parsed/parse-dockerfile";
import { renderDockerfile } from "./render-dockerfile";
import { resolveArguments } from "./resolve-arguments";
import { type RuledFile, readRuledFile } from "./rules/ruled-file";
import { WrittenDockerfile } from "./written-dockerfile";

/** A Dockerfile as it is to be written, and what checks read back from its text: each made once, when it is asked for. */
export class Rendering {
  private known: {
    text?: string;
    parsed?: ParsedDockerfile;
    ruled?: RuledFile;
    written?: WrittenDockerfile;
  } = {};

  /** @param path as messages name the file */
  constructor(
    public readonly model: DockerfileModel,
    private readonly path: string,
  ) {}

  public get text(): string {
    this.known.text ??= renderDockerfile(resolveArguments(this.model));
    return this.known.text;
  }

  /** As rules look at it, instruction by instruction. */
  public get ruled(): RuledFile {
    this.known.ruled ??= readRuledFile(this.text, this.path, this.parsed);
    return this.known.ruled;
  }

  /** As other files depend on it. */
  public get written(): WrittenDockerfile {
    this.known.written ??= new WrittenDockerfile(this.path, this.text, this.parsed);
    return this.known.written;
  }

  private get parsed(): ParsedDockerfile {
    this.known.parsed ??= parseStages(this.text);
    return this.known.parsed;
  }
}
