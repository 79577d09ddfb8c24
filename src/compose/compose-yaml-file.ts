import type { IConstruct } from "constructs";
import type { IResolver, ObjectFileOptions } from "projen";
import { ObjectFile } from "projen";
import { FileGuard } from "../files/file-guard";
import type { GuardedFile } from "../files/guarded-file";
import { wholeContent } from "../files/own-content";
import { plainResolver } from "../files/plain-resolver";
import { WhileStill } from "../files/while-still";
import { yamlText } from "./render/yaml-text";

/**
 * A YAML file whose texts stay texts in compose.
 *
 * projen's YamlFile writes `2024-02-01` and `1_000` without quotes, as YAML 1.2 allows. Compose reads them by the
 * older rules, as a time and as the number 1000, and a container gets "2024-02-01 00:00:00 +0000 UTC".
 */
export class ComposeYamlFile extends ObjectFile {
  private readonly guarded: GuardedFile;
  private readonly json: WhileStill<string | undefined>;
  private readonly text: WhileStill<string | undefined>;

  constructor(scope: IConstruct, fileName: string, options: ObjectFileOptions) {
    super(scope, fileName, options);
    const guard = FileGuard.of(this);
    this.json = new WhileStill(guard, () => super.synthesizeContent(plainResolver));
    this.text = new WhileStill(guard, () => this.render(this.json.value));
    this.guarded = guard._watch(
      this,
      wholeContent(() => this.text.value),
    );
  }

  /**
   * What the file will hold, overrides included; undefined where that is nothing.
   *
   * @internal
   */
  public _content(): unknown {
    const json = this.json.value;
    return json === undefined ? undefined : JSON.parse(json);
  }

  public synthesize(): void {
    this.guarded.write();
  }

  public get changed(): boolean | undefined {
    return this.guarded.changed;
  }

  protected synthesizeContent(_resolver: IResolver): string | undefined {
    return this.guarded.text();
  }

  private render(json: string | undefined): string | undefined {
    if (json === undefined) return undefined;
    const marker = this.marker === undefined ? "" : `# ${this.marker}\n\n`;
    return `${marker}${yamlText(JSON.parse(json))}`;
  }
}
