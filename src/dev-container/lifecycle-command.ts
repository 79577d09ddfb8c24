import { Mistake, shown } from "../values/mistake";

/**
 * A command of a dev container's life cycle.
 *
 * @see https://containers.dev/implementors/json_reference/#formatting-string-vs-array-properties
 */
export class LifecycleCommand {
  /**
   * Text that a shell runs.
   *
   * @throws where it is empty
   */
  public static shell(text: string): LifecycleCommand {
    if (text.trim() === "") throw empty("shell");
    return new LifecycleCommand(text);
  }

  /**
   * A program and its arguments, which no shell reads.
   *
   * @throws where there is no word
   */
  public static argv(words: string[]): LifecycleCommand {
    if (words.length === 0) throw empty("argv");
    return new LifecycleCommand(undefined, [...words]);
  }

  /**
   * Commands that run at the same time.
   *
   * @param commands by the names under which they are logged
   * @throws where there is no command, or one of them is parallel itself
   */
  public static parallel(commands: { [name: string]: LifecycleCommand }): LifecycleCommand {
    if (Object.keys(commands).length === 0) throw empty("parallel");
    for (const [name, command] of Object.entries(commands)) command._single(`LifecycleCommand ${shown(name)}`);
    return new LifecycleCommand(undefined, undefined, { ...commands });
  }

  private constructor(
    /** The text that a shell runs. @internal */
    public readonly _text?: string,
    /** The words of the program. @internal */
    public readonly _words?: string[],
    /** The commands that run at the same time. @internal */
    public readonly _parallel?: { [name: string]: LifecycleCommand },
  ) {}

  /** The command as devcontainer.json has it where it runs alone; it throws where it is parallel. @internal */
  public _single(where: string): string | string[] {
    const value = this._text ?? this._words;
    if (value !== undefined) return value;
    throw new Mistake({
      where,
      what: "a parallel command stands inside another",
      allowed: "the commands that run in parallel are of LifecycleCommand.shell or .argv",
      fix: "add each of them under a name of its own",
    });
  }
}

function empty(kind: string): Mistake {
  return new Mistake({
    where: `LifecycleCommand.${kind}`,
    what: "there is no command",
    fix: "give one, or leave the call out",
  });
}
