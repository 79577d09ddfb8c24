import type { IResolver } from "projen";
import { resolve } from "projen/lib/_resolve";

/** How projen resolves what is late in the content of a file: it has the function, and no resolver that is public. */
export const plainResolver: IResolver = { resolve: (value, options) => resolve(value, options) };
