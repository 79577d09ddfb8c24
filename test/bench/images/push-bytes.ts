import type { Registry } from "../../e2e/harness/registry";

/** What a registry stores of an image: its layers and its configuration, by digest, as they are sent. */
export type Stored = ReadonlyMap<string, number>;

/** Pushes an image, and reads in its manifest what a registry has of it. */
export async function stored(registry: Registry, image: string, repository: string): Promise<Stored> {
  await registry.take(image, repository);
  const [name, tag] = repository.split(":");
  const accept = "application/vnd.docker.distribution.manifest.v2+json, application/vnd.oci.image.manifest.v1+json";
  const response = await fetch(`http://${registry.address}/v2/${name}/manifests/${tag}`, { headers: { accept } });
  if (!response.ok) throw new Error(`${repository}: the registry answers ${response.status}`);
  const manifest = (await response.json()) as { config: Blob; layers: Blob[] };
  return new Map([manifest.config, ...manifest.layers].map(({ digest, size }) => [digest, size]));
}

interface Blob {
  readonly digest: string;
  readonly size: number;
}

/** The bytes that the second image adds to a registry, or to an engine, that has the first one: those of its new blobs. */
export function addedBytes(before: Stored, after: Stored): number {
  return [...after].filter(([digest]) => !before.has(digest)).reduce((sum, [, size]) => sum + size, 0);
}
