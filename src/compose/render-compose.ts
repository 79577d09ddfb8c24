import type { ComposeModel } from "./compose-model";
import type { NetworkModel } from "./compose-network";
import type { SecretModel } from "./compose-secret";
import type { VolumeModel } from "./compose-volume";
import { mapOf, onlyTrue, type RenderedMap, text, textMap, unlessEmpty } from "./render-map";
import { renderService } from "./render-service";
import { renderTable, type Table } from "./render-table";

const networkTable: Table<NetworkModel> = {
  customName: ["name", text],
  external: ["external", onlyTrue],
  internal: ["internal", onlyTrue],
  attachable: ["attachable", onlyTrue],
  driver: ["driver", text],
  driverOptions: ["driver_opts", unlessEmpty(textMap)],
  labels: ["labels", unlessEmpty(textMap)],
};

const volumeTable: Table<VolumeModel> = {
  customName: ["name", text],
  external: ["external", onlyTrue],
  driver: ["driver", text],
  driverOptions: ["driver_opts", unlessEmpty(textMap)],
  labels: ["labels", unlessEmpty(textMap)],
};

const secretTable: Table<SecretModel> = {
  file: ["file", text],
  environment: ["environment", text],
  external: ["external", onlyTrue],
  customName: ["name", text],
};

const fileTable: Table<ComposeModel> = {
  name: ["name", text],
  services: ["services", (services) => mapOf(services, renderService)],
  networks: ["networks", unlessEmpty((networks) => mapOf(networks, (each) => renderTable(networkTable, each)))],
  volumes: ["volumes", unlessEmpty((volumes) => mapOf(volumes, (each) => renderTable(volumeTable, each)))],
  secrets: ["secrets", unlessEmpty((secrets) => mapOf(secrets, (each) => renderTable(secretTable, each)))],
};

/** The model as the object that the file holds. */
export function renderCompose(model: ComposeModel): RenderedMap {
  return renderTable(fileTable, model);
}
