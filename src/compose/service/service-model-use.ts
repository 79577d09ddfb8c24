import type { ComposeLanguageModel } from "../file/compose-language-model";
import { checkFile, type NamedUse } from "../file/used-item";
import { type ComposeExtensible, extensible } from "../properties/extensions";
import { many } from "../properties/property";
import { parseRows, type RowsOf } from "../properties/property-rows";
import { variable } from "../properties/variable-property";

/** How a service learns of a model that it uses. */
export interface ModelVariables extends ComposeExtensible {
  /**
   * The environment variable that holds the address of the model.
   *
   * @default - the model's name in capitals, and `_URL`
   */
  readonly endpointVariable?: string;
  /**
   * The environment variable that holds the model's name.
   *
   * @default - the model's name in capitals, and `_MODEL`
   */
  readonly modelVariable?: string;
}

/** A language model that a service uses. */
export interface ServiceModelUse extends ModelVariables {
  /** What `addModel` of the file gave. */
  readonly model: ComposeLanguageModel;
}

export const modelVariableRows = {
  endpointVariable: ["endpoint_var", variable],
  modelVariable: ["model_var", variable],
  ...extensible,
} satisfies RowsOf<ModelVariables>;

const parse = parseRows(modelVariableRows);

export const modelUses = many(
  ({ model, ...variables }: ServiceModelUse, place): NamedUse => ({
    name: checkFile("model", model, place),
    use: parse(variables, place),
  }),
  ({ name }) => name,
);
