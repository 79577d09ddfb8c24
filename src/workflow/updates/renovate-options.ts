import type { UpdateBotOptions } from "./update-bot-options";

/** Options of `Renovate`. */
export interface RenovateOptions extends UpdateBotOptions {
  /**
   * When Renovate looks for updates, as its configuration has it.
   * @default "before 3am on Monday"
   * @see https://docs.renovatebot.com/key-concepts/scheduling/
   */
  readonly schedule?: string;
  /**
   * Labels of its pull requests.
   * @default - none
   */
  readonly labels?: string[];
  /**
   * Whether Renovate itself synthesizes the files, by `postUpgradeTasks`, in place of a workflow. A Renovate that one hosts
   * oneself can, where its `allowedCommands` has the commands; the app of GitHub's marketplace can't.
   * @default false
   */
  readonly selfHosted?: boolean;
}
