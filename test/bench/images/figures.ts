import type { Measurement } from "../measurement";
import type { ImageSubject } from "./subjects";

/** Collects the figures of cells over the rounds. */
export class Figures {
  private readonly found = new Map<
    string,
    { subject: string; cell: string; unit: Measurement["unit"]; values: number[] }
  >();

  public add({ id }: ImageSubject, cell: string, unit: Measurement["unit"], value: number): void {
    const key = `${id} ${cell}`;
    const figures = this.found.get(key) ?? { subject: id, cell, unit, values: [] };
    figures.values.push(value);
    this.found.set(key, figures);
  }

  public all(): Measurement[] {
    return [...this.found.values()].map((each) => ({ suite: "images", ...each }));
  }
}
