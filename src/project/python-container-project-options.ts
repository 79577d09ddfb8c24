import type { python } from "projen";
import type { PythonContainerOptions } from "../python/python-container-options";
import type { AutomationOptions } from "./automation-options";

/** Options of `PythonContainerProject`. */
export interface PythonContainerProjectOptions
  extends python.PythonProjectOptions,
    PythonContainerOptions,
    AutomationOptions {
  /**
   * The Python versions that the project supports, as a PEP 440 specifier; the images take one of them.
   * @default ">=3.12,<4.0"
   * @see https://packaging.python.org/en/latest/specifications/version-specifiers/
   * @featured
   */
  readonly requiresPython?: string;
}
