import type { FileBase, IResolver } from "projen";
import { plainResolver } from "./plain-resolver";

/** What projen will write to a file; the method is protected, and asking it is the only way to see overrides and patches. */
export function generatedText(file: FileBase): string | undefined {
  const source = file as unknown as { synthesizeContent(resolver: IResolver): string | undefined };
  return source.synthesizeContent(plainResolver);
}
