/** Who knows whether anything is added to files; while it is the same object, nothing is. */
interface Still {
  /** @internal */
  readonly _still: object | undefined;
}

/** What is found late, and found once while nothing is added to any file. */
export class WhileStill<T> {
  private known?: { readonly still: object; readonly value: T };

  constructor(
    private readonly stillness: Still,
    private readonly find: () => T,
  ) {}

  public get value(): T {
    const { _still: still } = this.stillness;
    if (still !== undefined && this.known?.still === still) return this.known.value;
    const value = this.find();
    this.known = still === undefined ? undefined : { still, value };
    return value;
  }

  /** Has it found again, since something that it depends on was made meanwhile. */
  public forget(): void {
    this.known = undefined;
  }
}
