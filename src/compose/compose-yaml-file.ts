import { GuardedObjectFile } from "../files/guarded-object-file";
import { type Json, yamlText } from "./render/yaml-text";

/**
 * A YAML file whose texts stay texts in compose.
 *
 * projen's YamlFile writes `2024-02-01` and `1_000` without quotes, as YAML 1.2 allows. Compose reads them by the
 * older rules, as a time and as the number 1000, and a container gets "2024-02-01 00:00:00 +0000 UTC".
 */
export class ComposeYamlFile extends GuardedObjectFile {
  protected render(content: object): string {
    const marker = this.marker === undefined ? "" : `# ${this.marker}\n\n`;
    return `${marker}${yamlText(content as Json)}`;
  }
}
