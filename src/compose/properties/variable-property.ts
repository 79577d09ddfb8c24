import { escapeText } from "../render/render-value";
import { parseVariableName } from "./names";
import { single } from "./property";

/** A property whose value is the name of a variable, in which compose looks for variables as in every value. */
export const variable = single((name: string, place) => escapeText(parseVariableName(name, place)));
