import type { ComposeFile } from "../../../src/compose/compose-file";

/** What Compose 2.26 refuses of the file with every property, each as its schema says it. */
const NEWER = [
  "models",
  "services.app.models",
  "services.app.use_api_socket",
  "services.app.build.provenance",
  "services.app.build.sbom",
  "services.app.develop.watch.3.include",
  "services.app.develop.watch.3.initial_sync",
  "services.app.networks.back.interface_name",
  "services.app.volumes.0.volume.labels",
  "services.app.volumes.4.image",
  "services.cloud",
];

/** The file as Compose 2.26 takes it. */
export function withoutNewer(compose: ComposeFile): ComposeFile {
  for (const path of NEWER) compose.file.addDeletionOverride(path);
  return compose;
}
