/** Package indexes that everybody may read without a password, by the host of their address, with where they say so. */
export const publicIndexes: readonly { readonly host: string; readonly source: string }[] = [
  { host: "download.pytorch.org", source: "https://pytorch.org/get-started/locally/" },
  { host: "data.pyg.org", source: "https://pytorch-geometric.readthedocs.io/en/latest/install/installation.html" },
  { host: "pypi.nvidia.com", source: "https://docs.nvidia.com/cuda/cuda-quick-start-guide/#pip-wheels" },
  { host: "test.pypi.org", source: "https://packaging.python.org/en/latest/guides/using-testpypi/" },
  { host: "www.piwheels.org", source: "https://www.piwheels.org/" },
];
