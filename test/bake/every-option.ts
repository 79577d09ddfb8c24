import type { BakeFile } from "../../src/bake/bake-file";
import type { BakeTargetOptions } from "../../src/bake/bake-target-options";
import { BakeValue } from "../../src/bake/bake-value";

/** Adds a target that has every option; a new one doesn't compile until it is here. */
export function addEveryOption(bake: BakeFile): void {
  const registry = bake.addVariable("REGISTRY", { defaultValue: "" });
  const tag = bake.addVariable("TAG", { defaultValue: "latest" });
  const common = bake.addTarget("_common", { args: { PROXY: bake.addVariable("PROXY") } });
  const options: Required<BakeTargetOptions> = {
    description: "The web server",
    inherits: [common],
    context: "services/api",
    contexts: { base: "docker-image://alpine:3.22" },
    dockerfile: "docker/Dockerfile",
    dockerfileInline: "FROM scratch\n",
    target: "app",
    args: { PRICE: "5 $" },
    tags: [BakeValue.join(registry, "api:", tag)],
    platforms: ["linux/amd64", "linux/arm64"],
    labels: { "com.example.price": "5 $" },
    annotations: ["index:org.opencontainers.image.title=api"],
    secrets: { token: { environmentVariable: "TOKEN" }, netrc: { file: "netrc,old" } },
    ssh: ["default"],
    cacheFrom: ["type=registry,ref=ghcr.io/team/api:cache"],
    cacheTo: ["type=gha,mode=max"],
    output: ["type=registry"],
    pull: true,
    noCache: false,
    noCacheFilter: ["resolve"],
    network: "none",
    shmSizeBytes: 67108864,
    ulimits: { nofile: { soft: 1024, hard: 2048 }, core: { soft: -1 } },
    extraHosts: { index: "10.0.0.1" },
    entitlements: ["network.host"],
    attest: ["type=sbom"],
    call: "check",
  };
  const api = bake.addTarget("api", options);
  bake.addGroup("servers", [api]);
}
