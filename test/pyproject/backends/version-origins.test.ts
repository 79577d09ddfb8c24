import { needsRepository, versionVariable } from "../../../src/pyproject/backends/version-origins";

test.each([
  ["setuptools-scm", true],
  ["poetry-dynamic-versioning", true],
  ["versioneer", true],
  ["hatch:file", false],
  ["maturin:Cargo.toml", false],
])("%s needs the repository: %p", (version, needs) => expect(needsRepository(version)).toBe(needs));

test.each([
  ["hatch-vcs", "SETUPTOOLS_SCM_PRETEND_VERSION"],
  ["pdm-scm", "PDM_BUILD_SCM_VERSION"],
  ["versioneer", undefined],
  ["hatch:file", undefined],
])("%s takes a version from %p", (version, variable) => expect(versionVariable(version)).toBe(variable));
