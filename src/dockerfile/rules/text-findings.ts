import type { Finding } from "../../findings/finding";
import { shown } from "../../values/mistake";
import { commandRules } from "./commands";
import { fileRules } from "./files";
import { fromRules } from "./from";
import { isIgnored } from "./ignored";
import { labelRules } from "./labels";
import { languagePackageRules } from "./language-packages";
import { packageRules } from "./packages";
import { portRules } from "./ports";
import type { RuledFile, StageRule } from "./ruled-file";
import { commentFindings, secretRules } from "./secrets";
import { stageRules } from "./stages";
import { variableRules } from "./variables";
import { writingRules } from "./writing";

const rules: readonly StageRule[] = [
  ...writingRules,
  ...fromRules,
  ...stageRules,
  ...variableRules,
  ...secretRules,
  ...fileRules,
  ...portRules,
  ...labelRules,
  ...packageRules,
  ...languagePackageRules,
  ...commandRules,
];

/** What the rules find in a Dockerfile as it is to be written, raw lines and typed instructions alike. */
export function* textFindings(path: string, file: RuledFile): Iterable<Finding> {
  yield* commentFindings(path, file);
  for (const stage of file.stages) {
    for (const rule of rules) {
      for (const { at, isGlobal, ...found } of rule(stage, file)) {
        if (isIgnored(found.rule, at)) continue;
        const line = `line ${(at ?? stage.from).line}`;
        const where = `${path} stage ${shown(stage.name ?? stage.image)} ${line}`;
        yield isGlobal ? { where: `${path} ${line}`, ...found } : { where, stage: stage.name, ...found };
      }
    }
  }
}
