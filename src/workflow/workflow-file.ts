import { type IResolver, YamlFile } from "projen";
import { isScalar, parseDocument, visit } from "yaml";
import { releaseOf } from "./used-action";

/**
 * A workflow's YAML file, in which the commit of an action has its release as a comment: people can read it, and bots look
 * for it there.
 */
export class WorkflowFile extends YamlFile {
  protected synthesizeContent(resolver: IResolver): string | undefined {
    const text = super.synthesizeContent(resolver);
    if (text === undefined) return undefined;
    const document = parseDocument(text);
    visit(document, {
      Pair: (_key, { key, value }) => {
        if (!isScalar(key) || key.value !== "uses" || !isScalar(value)) return;
        const release = releaseOf(value.value);
        if (release !== undefined) value.comment = ` ${release}`;
      },
    });
    return document.toString({ lineWidth: this.lineWidth });
  }
}
