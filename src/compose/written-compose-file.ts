import { readFileSync } from "node:fs";
import { parseDocument } from "yaml";

/** A compose file that people write, as far as other files depend on it. */
export class WrittenComposeFile {
  /** The one on disk; one that is not there has no service. */
  public static read(absolutePath: string): WrittenComposeFile {
    try {
      return new WrittenComposeFile(readFileSync(absolutePath, "utf8"));
    } catch {
      return new WrittenComposeFile("");
    }
  }

  /** The names of its services; undefined where others come from elsewhere, or it can't be read. */
  public readonly services?: readonly string[];

  constructor(text: string) {
    const content = parsed(text);
    if (content === undefined || "include" in content) return;
    const { services } = content;
    this.services = typeof services === "object" && services !== null ? Object.keys(services) : [];
  }

  /** Whether it may have the service. */
  public mayHaveService(name: string): boolean {
    return this.services?.includes(name) ?? true;
  }
}

function parsed(text: string): { readonly services?: unknown } | undefined {
  try {
    const document = parseDocument(text);
    const content = document.errors.length > 0 ? undefined : (document.toJS() ?? {});
    return typeof content === "object" ? content : undefined;
  } catch {
    return undefined;
  }
}
