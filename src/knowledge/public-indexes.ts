/** A package index that everybody may read without a password. */
export interface PublicIndex {
  /** The host of its address. */
  readonly host: string;
  /** Where it is said to be open. */
  readonly source: string;
}

/** Indexes that are known to need no password. */
export const publicIndexes: readonly PublicIndex[] = Object.freeze(
  [
    { host: "download.pytorch.org", source: "https://pytorch.org/get-started/locally/" },
    { host: "data.pyg.org", source: "https://pytorch-geometric.readthedocs.io/en/latest/install/installation.html" },
    { host: "pypi.nvidia.com", source: "https://docs.nvidia.com/cuda/cuda-quick-start-guide/#pip-wheels" },
    { host: "test.pypi.org", source: "https://packaging.python.org/en/latest/guides/using-testpypi/" },
    { host: "www.piwheels.org", source: "https://www.piwheels.org/" },
  ].map((row) => Object.freeze(row)),
);
