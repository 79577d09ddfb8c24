import type { ComposeValue } from "./compose-value";
import type { RenderedMap } from "./render/render-map";
import type { Json } from "./render/yaml-text";
import type { ServiceModel } from "./service/service-properties";

/** A compose file as plain data, ready to be checked or rendered. */
export interface ComposeModel {
  readonly name?: ComposeValue;
  readonly include: readonly RenderedMap[];
  readonly services: ReadonlyMap<string, ServiceModel>;
  readonly networks: ReadonlyMap<string, RenderedMap>;
  readonly volumes: ReadonlyMap<string, RenderedMap>;
  readonly secrets: ReadonlyMap<string, RenderedMap>;
  readonly configs: ReadonlyMap<string, RenderedMap>;
  readonly models: ReadonlyMap<string, RenderedMap>;
  readonly extensions: ReadonlyMap<string, Json>;
}
