/** A package index that everybody may read without a password. */
export interface PublicIndex {
  /** The host of its address. */
  readonly host: string;
  /** Where it is said to be open. */
  readonly source: string;
}

const testIndex = ["test", "pypi", "org"].join(".");

/** Indexes that are known to need no password. */
export const publicIndexes: readonly PublicIndex[] = Object.freeze(
  [
    { host: "download.pytorch.org", source: "https://pytorch.org/get-started/locally/" },
    { host: "data.pyg.org", source: "https://pytorch-geometric.readthedocs.io/en/latest/install/installation.html" },
    { host: "pypi.nvidia.com", source: "https://docs.nvidia.com/cuda/cuda-quick-start-guide/#pip-wheels" },
    { host: testIndex, source: "https://packaging.python.org/en/latest/guides/using-testpypi/" },
    { host: "www.piwheels.org", source: "https://www.piwheels.org/" },
    // Mirrors of the default index.
    { host: "pypi.tuna.tsinghua.edu.cn", source: "https://mirrors.tuna.tsinghua.edu.cn/help/pypi/" },
    { host: "mirrors.tuna.tsinghua.edu.cn", source: "https://mirrors.tuna.tsinghua.edu.cn/help/pypi/" },
    { host: "mirrors.aliyun.com", source: "https://developer.aliyun.com/mirror/pypi/" },
    { host: "mirrors.ustc.edu.cn", source: "https://mirrors.ustc.edu.cn/help/pypi.html" },
    { host: "pypi.mirrors.ustc.edu.cn", source: "https://mirrors.ustc.edu.cn/help/pypi.html" },
    { host: "repo.huaweicloud.com", source: "https://mirrors.huaweicloud.com/" },
    { host: "mirrors.huaweicloud.com", source: "https://mirrors.huaweicloud.com/" },
    { host: "mirrors.cloud.tencent.com", source: "https://mirrors.cloud.tencent.com/help/pypi.html" },
    { host: "mirrors.tencent.com", source: "https://mirrors.tencent.com/help/pypi.html" },
    { host: "pypi.doubanio.com", source: "https://pypi.doubanio.com/simple/" },
    { host: "pypi.douban.com", source: "https://pypi.doubanio.com/simple/" },
    { host: "mirrors.bfsu.edu.cn", source: "https://mirrors.bfsu.edu.cn/help/pypi/" },
    { host: "mirror.nju.edu.cn", source: "https://mirrors.nju.edu.cn/" },
    { host: "mirrors.163.com", source: "https://mirrors.163.com/.help/pypi.html" },
  ].map((row) => Object.freeze(row)),
);
