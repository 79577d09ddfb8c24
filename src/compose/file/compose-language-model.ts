import type { ComposeValue } from "../compose-value";
import { type ComposeExtensible, extensible } from "../properties/extensions";
import type { Place } from "../properties/place";
import { plain } from "../properties/plain-properties";
import { parseRows, type RowsOf } from "../properties/property-rows";
import type { RenderedMap } from "../render/render-map";

/** Options of a language model. */
export interface ComposeLanguageModelOptions extends ComposeExtensible {
  /** The model: the reference of an artifact in a registry, for example `ai/smollm2`. */
  readonly model: string | ComposeValue;
  /**
   * The model's name for those who run it.
   *
   * @default - the runner's choice
   */
  readonly customName?: string | ComposeValue;
  /**
   * How many tokens it takes at most.
   *
   * @default - the model's
   */
  readonly contextSize?: number;
  /**
   * Words for the program that runs it.
   *
   * @default - none
   */
  readonly runtimeFlags?: (string | ComposeValue)[];
}

export const languageModelRows = {
  model: ["model", plain.text],
  customName: ["name", plain.text],
  contextSize: ["context_size", plain.count],
  runtimeFlags: ["runtime_flags", plain.words],
  ...extensible,
} satisfies RowsOf<ComposeLanguageModelOptions>;

const parse = parseRows(languageModelRows);

/**
 * A language model of a compose file; `addModel` of the file makes it. Since Compose 2.38.
 *
 * @see https://github.com/compose-spec/compose-spec/blob/main/spec.md#models-top-level-element
 */
export class ComposeLanguageModel {
  /** @internal */
  public static _create(name: string, options: ComposeLanguageModelOptions, place: Place): ComposeLanguageModel {
    return new ComposeLanguageModel(name, parse(options, place), place.file);
  }

  private constructor(
    /** The name in the file. */
    public readonly name: string,
    /** @internal */
    public readonly _model: RenderedMap,
    /** @internal */
    public readonly _file: object,
  ) {}
}
