import type { Requirement } from "../requirements/requirement";
import type { BuildBackend } from "./build-backend";
import { flit } from "./flit";
import { hatchling } from "./hatchling";
import { maturin } from "./maturin";
import { mesonPython } from "./meson-python";
import { pdmBackend } from "./pdm-backend";
import { poetryCore } from "./poetry-core";
import { scikitBuildCore } from "./scikit-build-core";
import { setuptools } from "./setuptools";
import { uvBuild } from "./uv-build";

/** A build backend with the distribution that holds it. */
interface Row {
  readonly distribution: string;
  readonly backend: BuildBackend;
}

/**
 * The build backends that are known: a new one is a file of its own and a row here. setuptools comes last, since it is
 * often required beside another one.
 */
const rows: readonly Row[] = [
  { distribution: "hatchling", backend: hatchling },
  { distribution: "poetry-core", backend: poetryCore },
  { distribution: "uv-build", backend: uvBuild },
  { distribution: "pdm-backend", backend: pdmBackend },
  { distribution: "flit-core", backend: flit },
  { distribution: "maturin", backend: maturin },
  { distribution: "scikit-build-core", backend: scikitBuildCore },
  { distribution: "meson-python", backend: mesonPython },
  { distribution: "setuptools", backend: setuptools },
];

/**
 * The build backend of that name. One that is not known, such as one in the project itself, is taken to wrap the one that
 * it requires; without such a one it has no methods of its own.
 *
 * @param requires what `[build-system]` requires
 */
export function buildBackend(name: string, requires: readonly Requirement[]): BuildBackend {
  const known = rows.find(({ backend }) => backend.entryPoint.test(name));
  const wrapped = () => rows.find(({ distribution }) => requires.some((each) => each.name === distribution));
  return (known ?? wrapped())?.backend ?? { entryPoint: /^/ };
}
