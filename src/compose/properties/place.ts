import { Mistake, type MistakeParts } from "../../values/mistake";

/** Where a value was given: what a message names, and the file whose volumes, networks and secrets it may use. */
export class Place {
  constructor(
    public readonly where: string,
    public readonly file: object,
  ) {}

  /** The place of a property here. */
  public at(property: string): Place {
    return new Place(`${this.where} ${property}`, this.file);
  }

  /** The mistake of a value given here. */
  public mistake(parts: Omit<MistakeParts, "where">): Mistake {
    return new Mistake({ where: this.where, ...parts });
  }
}
