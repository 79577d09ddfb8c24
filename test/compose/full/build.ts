import type { ComposeBuild } from "../../../src/compose/compose-service-options";
import { ComposeValue } from "../../../src/compose/compose-value";
import type { ComposeSecret } from "../../../src/compose/file/compose-secret";

/** A build with every property, but the text of a Dockerfile, which does not go with the name of one. */
export function fullBuild(secret: ComposeSecret): Required<Omit<ComposeBuild, "dockerfileInline">> {
  return {
    context: ".",
    dockerfile: "Dockerfile",
    target: "app",
    args: { UID: ComposeValue.variable("UID", "1000") },
    secrets: [{ secret, target: "password", uid: "1000", gid: "1000", mode: "0440" }],
    tags: ["ghcr.io/team/orders:latest"],
    platforms: ["linux/amd64", "linux/arm64"],
    labels: { "org.example.team": "orders" },
    cacheFrom: ["type=registry,ref=ghcr.io/team/orders:cache"],
    cacheTo: ["type=local,dest=.cache"],
    noCache: true,
    pull: true,
    provenance: "mode=max",
    sbom: "true",
    additionalContexts: { resources: "./resources" },
    ssh: ["default"],
    network: "host",
    extraHosts: { index: "10.0.0.1" },
    shmSizeBytes: 2 * 1024 ** 3,
    ulimits: { nofile: { soft: 1024, hard: 2048 }, nproc: { soft: 65535 } },
    privileged: true,
    entitlements: ["network.host"],
    isolation: "default",
    extensions: { "x-build": "$1" },
  };
}
