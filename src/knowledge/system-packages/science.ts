import { compiler } from "./debian-names";
import type { SystemPackageRow } from "./system-package-row";

const compiled = { build: [compiler], run: [] };
const gdal = {
  build: [compiler, "libgdal-dev"],
  run: [{ bullseye: "libgdal28", bookworm: "libgdal32", trixie: "libgdal36", forky: "libgdal39" }],
};
const java = { build: [], run: ["default-jre-headless"] };

/** Numbers, models, maps and genes. */
export const science: readonly SystemPackageRow[] = [
  { distribution: "annoy", ...compiled, source: "https://github.com/spotify/annoy#install" },
  {
    distribution: "box2d-py",
    build: [compiler, "swig"],
    run: [],
    source: "https://gymnasium.farama.org/environments/box2d/",
  },
  {
    distribution: "cyipopt",
    build: [compiler, "coinor-libipopt-dev", "pkg-config"],
    run: [{ bullseye: "coinor-libipopt1v5", bookworm: "coinor-libipopt1v5", trixie: "coinor-libipopt3" }],
    source: "https://cyipopt.readthedocs.io/stable/install.html",
  },
  {
    // GeoDjango loads GDAL, GEOS and PROJ; the programs of GDAL bring all three.
    distribution: "djangorestframework-gis",
    build: [],
    run: ["gdal-bin"],
    source: "https://docs.djangoproject.com/en/stable/ref/contrib/gis/install/geolibs/",
  },
  { distribution: "fasttext", ...compiled, source: "https://fasttext.cc/docs/en/python-module.html#requirements" },
  { distribution: "gdal", ...gdal, source: "https://gdal.org/en/stable/api/python/python_bindings.html" },
  { distribution: "hnswlib", ...compiled, source: "https://github.com/nmslib/hnswlib#bindings-installation" },
  { distribution: "jaydebeapi", ...java, source: "https://github.com/baztian/jaydebeapi#install" },
  { distribution: "jpype1", ...java, source: "https://jpype.readthedocs.io/en/latest/install.html" },
  {
    distribution: "lightgbm",
    build: [],
    run: ["libgomp1"],
    source: "https://github.com/microsoft/LightGBM/tree/main/python-package#installation",
  },
  {
    distribution: "llama-cpp-python",
    build: [compiler],
    run: ["libgomp1"],
    source: "https://github.com/abetlen/llama-cpp-python#installation",
  },
  {
    distribution: "mpi4py",
    build: [compiler, "libopenmpi-dev"],
    run: ["openmpi-bin"],
    source: "https://mpi4py.readthedocs.io/en/stable/install.html",
  },
  { distribution: "pycosat", ...compiled, source: "https://github.com/conda/pycosat#usage" },
  {
    distribution: "pyspark",
    ...java,
    source: "https://spark.apache.org/docs/latest/api/python/getting_started/install.html",
  },
  {
    distribution: "rpy2",
    build: [compiler, "r-base-dev"],
    run: ["r-base-core"],
    source: "https://rpy2.github.io/doc/latest/html/overview.html#requirements",
  },
  // The library below it is not in Debian: wheels have it in them from version 0.6.5 on.
  { distribution: "ta-lib", ...compiled, source: "https://github.com/TA-Lib/ta-lib-python#installation" },
];
