import type { ComposeFile } from "../../../src/compose/compose-file";
import { ComposeValue } from "../../../src/compose/compose-value";
import type { ComposeConfigOptions } from "../../../src/compose/file/compose-config";
import type { ComposeLanguageModelOptions } from "../../../src/compose/file/compose-language-model";
import type { ComposeNetwork, ComposeNetworkOptions } from "../../../src/compose/file/compose-network";
import type { ComposeSecretOptions } from "../../../src/compose/file/compose-secret";
import type { ComposeVolumeOptions } from "../../../src/compose/file/compose-volume";
import type { ServiceNetwork } from "../../../src/compose/service/service-network";
import { extensions } from "./service";

const labels = { a: "b" };

const network: Required<Omit<ComposeNetworkOptions, "external">> = {
  customName: "orders-back",
  internal: true,
  attachable: true,
  enableIpv4: true,
  enableIpv6: true,
  driver: "bridge",
  driverOptions: { "com.docker.network.bridge.name": "br0" },
  ipam: {
    driver: "default",
    config: [
      {
        subnet: "172.28.0.0/16",
        ipRange: "172.28.5.0/24",
        gateway: "172.28.5.254",
        auxAddresses: { host1: "172.28.1.5" },
        extensions,
      },
      { subnet: "fd00::/64" },
    ],
    options: { foo: "bar" },
    extensions,
  },
  labels,
  extensions,
};

const volume: Required<Omit<ComposeVolumeOptions, "external" | "omitIfUnused">> = {
  customName: "orders-data",
  driver: "local",
  driverOptions: { type: "tmpfs" },
  labels,
  extensions,
};

const file: Required<Omit<ComposeSecretOptions, "environment" | "external" | "customName">> = {
  file: "./key",
  labels,
  driver: "vault",
  driverOptions: { path: "orders" },
  templateDriver: "golang",
  extensions,
};

const content: Required<Omit<ComposeConfigOptions, "environment" | "external" | "file">> = {
  content: "price = 5 $",
  customName: "orders-settings",
  labels,
  templateDriver: "golang",
  extensions,
};

const model: Required<ComposeLanguageModelOptions> = {
  model: "ai/smollm2",
  customName: "small",
  contextSize: 1024,
  runtimeFlags: ["--verbose"],
  extensions,
};

/** Networks, volumes, secrets, configs and models with every property. */
export function addFullItems(compose: ComposeFile) {
  compose.addNetwork("shared", { external: true, customName: ComposeValue.variable("NETWORK", "shared") });
  compose.addVolume("backup", { external: true, customName: "backup" });
  compose.addSecret("token", { external: true, customName: "token" });
  compose.addConfig("file", { file: "./app.ini" });
  compose.addConfig("variable", { environment: "SETTINGS" });
  return {
    back: compose.addNetwork("back", network),
    data: compose.addVolume("data", volume),
    password: compose.addSecret("password", { environment: "PASSWORD" }),
    key: compose.addSecret("key", file),
    settings: compose.addConfig("settings", { external: true, customName: "settings" }),
    inline: compose.addConfig("inline", content),
    model: compose.addModel("small", model),
  };
}

export function fullNetwork(network: ComposeNetwork): Required<ServiceNetwork> {
  return {
    network,
    aliases: ["api"],
    ipv4Address: "172.28.5.10",
    ipv6Address: "fd00::10",
    linkLocalIps: ["169.254.8.8"],
    macAddress: "02:42:ac:11:65:44",
    interfaceName: "eth7",
    driverOptions: { a: "b" },
    priority: 1000,
    gatewayPriority: 1,
    extensions,
  };
}
