import type { UpdateBotOptions } from "./update-bot-options";

/** Options of `DependabotUpdates`. */
export interface DependabotUpdatesOptions extends UpdateBotOptions {
  /**
   * Labels of its pull requests.
   * @default - those of Dependabot
   */
  readonly labels?: string[];
}
