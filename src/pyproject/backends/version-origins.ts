/** A way to find out a version that asks the repository, and how a build without one can be told the version. */
interface RepositoryVersion {
  /** As the fact `dynamicVersion` names it. */
  readonly name: string;
  /** The environment variable that takes the place of the repository; undefined where there is none. */
  readonly variable?: string;
  /** Where that is documented. */
  readonly source: string;
}

const setuptoolsScm = {
  variable: "SETUPTOOLS_SCM_PRETEND_VERSION",
  source: "https://setuptools-scm.readthedocs.io/en/latest/overrides/",
};

const rows: readonly RepositoryVersion[] = [
  { name: "setuptools-scm", ...setuptoolsScm },
  { name: "flit-scm", ...setuptoolsScm },
  { name: "scikit-build-core:setuptools-scm", ...setuptoolsScm },
  { name: "hatch-vcs", variable: setuptoolsScm.variable, source: "https://github.com/ofek/hatch-vcs" },
  {
    name: "uv-dynamic-versioning",
    variable: "UV_DYNAMIC_VERSIONING_BYPASS",
    source: "https://github.com/ninoseki/uv-dynamic-versioning/blob/main/docs/version_source.md",
  },
  {
    name: "poetry-dynamic-versioning",
    variable: "POETRY_DYNAMIC_VERSIONING_BYPASS",
    source: "https://github.com/mtkennerly/poetry-dynamic-versioning",
  },
  {
    name: "pdm-scm",
    variable: "PDM_BUILD_SCM_VERSION",
    source: "https://backend.pdm-project.org/metadata/#read-from-scm-tag-supporting-git-and-hg",
  },
  { name: "pbr", variable: "PBR_VERSION", source: "https://docs.openstack.org/pbr/latest/user/packagers.html" },
  { name: "setuptools-git-versioning", source: "https://setuptools-git-versioning.readthedocs.io/en/stable/" },
  { name: "versioneer", source: "https://github.com/python-versioneer/python-versioneer" },
  { name: "versioningit", source: "https://versioningit.readthedocs.io/en/stable/" },
];

/**
 * Does a build need the repository, that is `.git`, to find out the version so?
 *
 * @param dynamicVersion the value of that fact
 */
export function needsRepository(dynamicVersion: string): boolean {
  return rows.some(({ name }) => name === dynamicVersion);
}

/**
 * The environment variable by which a build takes a version that is found out so; undefined where there is none.
 *
 * @param dynamicVersion the value of that fact
 */
export function versionVariable(dynamicVersion: string): string | undefined {
  return rows.find(({ name }) => name === dynamicVersion)?.variable;
}
