import type { IConstruct } from "constructs";
import { GuardedFileBase } from "../files/guarded-file-base";
import { wholeContent } from "../files/own-content";
import { visibleText } from "../values/visible-text";

/** What a run configuration starts. */
export interface ComposeRun {
  /** The name that the IDE shows. */
  readonly name: string;
  /** The compose file, from the project's folder. */
  readonly composeFile: string;
  readonly service: string;
}

/**
 * A run configuration of JetBrains IDEs that starts a compose service: `.run/<service>.run.xml`.
 *
 * @see https://www.jetbrains.com/help/pycharm/run-debug-configuration-docker-compose.html
 */
export class JetbrainsComposeRun extends GuardedFileBase {
  constructor(scope: IConstruct, run: ComposeRun) {
    super(
      scope,
      `.run/${run.service}.run.xml`,
      // What follows the marker in its line belongs to the comment too.
      wholeContent(() => `<!-- ${this.marker}\n-->\n${rendered(run)}`),
    );
  }
}

function rendered({ name, composeFile, service }: ComposeRun): string {
  return `<component name="ProjectRunConfigurationManager">
  <configuration default="false" name=${quoted(name)} type="docker-deploy" factoryName="docker-compose.yml" server-name="Docker">
    <deployment type="docker-compose.yml">
      <settings>
        <option name="services">
          <list>
            <option value=${quoted(service)} />
          </list>
        </option>
        <option name="sourceFilePath" value=${quoted(composeFile)} />
      </settings>
    </deployment>
    <method v="2" />
  </configuration>
</component>
`;
}

/** What XML has no character for, and what a reader would make a space of, is shown by its number. */
function quoted(text: string): string {
  const visible = visibleText(text).replace(/[\n\ufffe\uffff]/g, "\ufffd");
  return `"${visible.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)}"`;
}
