/** An action, and the commit that a workflow takes of it: a tag can be moved, and then another program runs. */
export interface Action {
  /** Owner and repository. */
  readonly name: string;
  /** The release, as people know it. */
  readonly tag: string;
  /** The commit of the tag; undefined where it could not be looked up, so that the tag stands in the workflow. */
  readonly commit?: string;
  /** Where the commit is from. */
  readonly source: CommitSource;
}

/** Where the commit of a tag can be from. */
export enum CommitSource {
  /** The tag in a copy of the action's own repository: `git rev-parse v1.2.3^{commit}`, in November 2026. */
  TAG = "tag of the action's repository",
  /** It could not be looked up, and is not made up. */
  NONE = "not looked up",
}

/** The actions that generated workflows use, all of them in this one place. */
export const ACTIONS = {
  checkout: {
    name: "actions/checkout",
    tag: "v7.0.1",
    commit: "3d3c42e5aac5ba805825da76410c181273ba90b1",
    source: CommitSource.TAG,
  },
  setupNode: {
    name: "actions/setup-node",
    tag: "v7.0.0",
    commit: "820762786026740c76f36085b0efc47a31fe5020",
    source: CommitSource.TAG,
  },
  setupBun: {
    name: "oven-sh/setup-bun",
    tag: "v2.2.0",
    commit: "0c5077e51419868618aeaa5fe8019c62421857d6",
    source: CommitSource.TAG,
  },
  uploadArtifact: {
    name: "actions/upload-artifact",
    tag: "v7.0.0",
    commit: "bbbca2ddaa5d8feaa63e36b76fdaad77386f024f",
    source: CommitSource.TAG,
  },
  downloadArtifact: {
    name: "actions/download-artifact",
    tag: "v8.0.1",
    commit: "3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c",
    source: CommitSource.TAG,
  },
  devContainer: {
    name: "devcontainers/ci",
    tag: "v0.3.1900000417",
    commit: "8bf61b26e9c3a98f69cb6ce2f88d24ff59b785c6",
    source: CommitSource.TAG,
  },
  registryLogin: {
    name: "docker/login-action",
    tag: "v4.1.0",
    commit: "4907a6ddec9925e35a0a9e82d7399ccc52663121",
    source: CommitSource.TAG,
  },
  setupQemu: {
    name: "docker/setup-qemu-action",
    tag: "v4.2.0",
    commit: "96fe6ef7f33517b61c61be40b68a1882f3264fb8",
    source: CommitSource.TAG,
  },
  setupBuildx: {
    name: "docker/setup-buildx-action",
    tag: "v4.3.0",
    commit: "37fe631027851001ddb9b187196cc803df7f5f0e",
    source: CommitSource.TAG,
  },
  imageMetadata: {
    name: "docker/metadata-action",
    tag: "v6.2.0",
    commit: "dc802804100637a589fabce1cb79ff13a1411302",
    source: CommitSource.TAG,
  },
  imageBuild: {
    name: "docker/build-push-action",
    tag: "v7.3.0",
    commit: "53b7df96c91f9c12dcc8a07bcb9ccacbed38856a",
    source: CommitSource.TAG,
  },
} as const satisfies Record<string, Action>;

/** All actions, as rows of the table. */
export const actions: readonly Action[] = Object.values(ACTIONS);

/** How a workflow names the action. */
export function pinned({ name, tag, commit }: Action): string {
  return `${name}@${commit ?? tag}`;
}
