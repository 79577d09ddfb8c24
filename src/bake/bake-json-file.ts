import { GuardedObjectFile } from "../files/guarded-object-file";

/** A JSON file whose first key says that it is generated: bake takes no comments there, and passes over a key that it does not know. */
export class BakeJsonFile extends GuardedObjectFile {
  protected render(content: object): string {
    const marker = this.marker === undefined ? {} : { "//": this.marker };
    return `${JSON.stringify({ ...marker, ...content }, undefined, 2)}\n`;
  }
}
