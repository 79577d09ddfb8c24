import { parse } from "yaml";
import { ComposeFile, type ComposeFileOptions } from "../../src/compose/compose-file";
import type { ComposeService } from "../../src/compose/compose-service";
import type { ComposeServiceOptions } from "../../src/compose/compose-service-options";
import { bareProject, synthesized } from "../project-folder";

/** A compose file in a project of its own. */
export function composeFile(options: ComposeFileOptions = {}): ComposeFile {
  return new ComposeFile(bareProject(), options);
}

/** The text of the file after synthesis. */
export function textOf(compose: ComposeFile): string {
  return synthesized(compose.project)[compose.fileName];
}

/** What the file holds after synthesis. */
// biome-ignore lint/suspicious/noExplicitAny: a parsed file is of any shape
export function contentOf(compose: ComposeFile): any {
  return parse(textOf(compose));
}

/** What the file holds for a service `app` with these options, but for the image that it needs besides. */
// biome-ignore lint/suspicious/noExplicitAny: a parsed file is of any shape
export function serviceContent(options: ComposeServiceOptions, more: (app: ComposeService) => void = () => {}): any {
  const compose = composeFile();
  const app = compose.addService("app", options);
  const isWhole = ["image", "imageBuild", "extendsService", "provider"].some((name) => Object.hasOwn(options, name));
  if (!isWhole) app.addDefaults({ applyDefaults: (service) => service.configure({ image: "left-out" }) });
  more(app);
  const { image, ...content } = contentOf(compose).services.app;
  return image === "left-out" ? content : { ...(image === undefined ? {} : { image }), ...content };
}
