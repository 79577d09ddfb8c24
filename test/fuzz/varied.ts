/** A string or a name in what is given. */
export interface Place {
  /** The way to it. */
  readonly way: string;
  /** What stands there by itself. */
  readonly given: string;
}

/** Hands on what is given, with a text in the place of one of the strings and names in it. */
export class Varied {
  /** What was met so far. */
  public readonly places: Place[] = [];

  /**
   * @param place the number of the string or name, in the order in which they are met
   * @param text what stands there
   */
  constructor(
    private readonly place: number,
    private readonly text: string,
  ) {}

  /** The object, whose methods are called with varied arguments. */
  public calls<T extends object>(target: T, methods: RegExp = /^(?:add|configure)/): T {
    return new Proxy(target, {
      get: (from, name) => {
        const member: unknown = Reflect.get(from, name, from);
        if (typeof member !== "function") return member;
        if (typeof name !== "string" || !methods.test(name)) return member.bind(from);
        return (...given: unknown[]) =>
          member.apply(
            from,
            given.map((each) => this.value(each, `${name}()`)),
          );
      },
    });
  }

  /** Plain data is looked into; an object of a class, a value of its own, stays as it is. */
  public value(given: unknown, way: string): unknown {
    if (typeof given === "string") return this.string(given, way);
    if (Array.isArray(given)) return given.map((each, at) => this.value(each, `${way}[${at}]`));
    if (typeof given !== "object" || given === null || Object.getPrototypeOf(given) !== Object.prototype) return given;
    const entries = Object.entries(given).map(([key, value]): [string, unknown] => [
      this.string(key, `${way} the name ${key}`),
      this.value(value, `${way}.${key}`),
    ]);
    return Object.fromEntries(entries);
  }

  private string(given: string, way: string): string {
    this.places.push({ way, given });
    return this.places.length - 1 === this.place ? this.text : given;
  }
}

/** All strings and names, by the numbers of their places. */
export function placesOf(build: (varied: Varied) => void): readonly Place[] {
  const varied = new Varied(-1, "");
  build(varied);
  return varied.places;
}
