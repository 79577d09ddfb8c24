import type { ImageReference } from "../values/image-reference";
import type { ComposeModel } from "./compose-model";
import { ComposeValue } from "./compose-value";
import { PullPolicy } from "./service/pull-policy";
import type { ServiceModel } from "./service/service-properties";

/** The images that compose pulls by a name without variables and without a digest; each once. */
export function pulledImages({ services }: ComposeModel): string[] {
  const images = [...services.values()].map(pulledImage).filter((image) => image !== undefined);
  return [...new Set(images)].filter((image) => !image.includes("@"));
}

/** The model with the digests of its images. */
export function pinServices(model: ComposeModel, pins: ReadonlyMap<string, ImageReference>): ComposeModel {
  if (pins.size === 0) return model;
  const services = [...model.services].map(([name, service]) => {
    const pinned = pins.get(pulledImage(service) ?? "");
    return [name, pinned === undefined ? service : { ...service, image: ComposeValue.literal(`${pinned}`) }] as const;
  });
  return { ...model, services: new Map(services) };
}

/** What is built, or is never pulled, has its content from here. */
function pulledImage({ image, imageBuild, pullPolicy }: ServiceModel): string | undefined {
  const isOwn = imageBuild !== undefined || pullPolicy === PullPolicy.NEVER.value;
  return isOwn ? undefined : image?._literalText();
}
