import { compiler, ssl } from "../system-packages/debian-names";
import type { DebianPackage } from "../system-packages/system-package-row";
import type { NativeBuildRow } from "./native-build-row";

const hdf5: readonly DebianPackage[] = [
  { bullseye: "libhdf5-103-1", bookworm: "libhdf5-103-1", trixie: "libhdf5-310", forky: "libhdf5-320" },
  { bullseye: "libhdf5-hl-100", bookworm: "libhdf5-hl-100", trixie: "libhdf5-hl-310", forky: "libhdf5-hl-320" },
];
const xml2: DebianPackage = { bullseye: "libxml2", bookworm: "libxml2", trixie: "libxml2", forky: "libxml2-16" };
const images: readonly DebianPackage[] = [
  ...["libfreetype6", "libjpeg62-turbo", "liblcms2-2", "libopenjp2-7"],
  { bullseye: "libtiff5", bookworm: "libtiff6" },
  { bullseye: "libwebp6", bookworm: "libwebp7" },
  ...["libwebpdemux2", "libwebpmux3"],
];

/**
 * Distributions whose wheels hold a library that a build from source takes from Debian.
 *
 * Not listed are those for which Debian's version is too old or has to match the distribution's (confluent-kafka, pyarrow,
 * llvmlite, pygit2, pikepdf, av).
 */
export const linkedBuilds: readonly NativeBuildRow[] = [
  {
    distribution: "cffi",
    build: [compiler, "libffi-dev"],
    run: [{ bullseye: "libffi7", bookworm: "libffi8" }],
    needsRust: false,
    source: "https://cffi.readthedocs.io/en/stable/installation.html",
  },
  {
    distribution: "cryptography",
    build: [compiler, "libffi-dev", "libssl-dev", "pkg-config"],
    run: [ssl],
    needsRust: true,
    source: "https://cryptography.io/en/latest/installation/#debian-ubuntu",
  },
  {
    distribution: "h5py",
    build: [compiler, "libhdf5-dev", "pkg-config"],
    run: hdf5,
    needsRust: false,
    source: "https://docs.h5py.org/en/stable/build.html",
  },
  {
    distribution: "lxml",
    build: [compiler, "libxml2-dev", "libxslt1-dev", "zlib1g-dev"],
    run: [xml2, "libxslt1.1"],
    needsRust: false,
    source: "https://lxml.de/installation.html",
  },
  {
    // It builds with libjpeg and zlib alone, but then opens fewer formats than its wheels do.
    distribution: "pillow",
    build: [
      ...[compiler, "libfreetype-dev", "libjpeg-dev", "liblcms2-dev", "libopenjp2-7-dev", "libtiff-dev", "libwebp-dev"],
      "zlib1g-dev",
    ],
    run: images,
    needsRust: false,
    source: "https://pillow.readthedocs.io/en/stable/installation/building-from-source.html",
  },
  {
    distribution: "psycopg2-binary",
    build: [compiler, "libpq-dev"],
    run: ["libpq5"],
    needsRust: false,
    source: "https://www.psycopg.org/docs/install.html#build-prerequisites",
  },
  {
    distribution: "pycurl",
    build: [compiler, "libcurl4-openssl-dev", "libssl-dev"],
    run: [{ bullseye: "libcurl4", bookworm: "libcurl4", trixie: "libcurl4t64" }],
    needsRust: false,
    source: "https://github.com/pycurl/pycurl/blob/master/INSTALL.rst",
  },
  {
    distribution: "pymssql",
    build: [compiler, "freetds-dev", "libssl-dev"],
    run: ["libsybdb5"],
    needsRust: false,
    source: "https://pymssql.readthedocs.io/en/latest/building_and_developing.html",
  },
  {
    distribution: "pyproj",
    build: [compiler, "libproj-dev", "proj-bin"],
    run: [{ bullseye: "libproj19", bookworm: "libproj25" }, "proj-data"],
    needsRust: false,
    source: "https://pyproj4.github.io/pyproj/stable/installation.html",
  },
  {
    distribution: "pyzmq",
    build: [compiler, "libzmq3-dev", "pkg-config"],
    run: ["libzmq5"],
    needsRust: false,
    source: "https://pyzmq.readthedocs.io/en/latest/howto/build.html",
  },
  {
    distribution: "scikit-learn",
    build: [compiler],
    run: ["libgomp1"],
    needsRust: false,
    source: "https://scikit-learn.org/stable/developers/advanced_installation.html",
  },
  {
    distribution: "scipy",
    build: [compiler, "gfortran", "libopenblas-dev", "pkg-config"],
    run: ["libgfortran5", "libopenblas0"],
    needsRust: false,
    source: "https://docs.scipy.org/doc/scipy/building/index.html",
  },
  {
    distribution: "shapely",
    build: [compiler, "libgeos-dev", "pkg-config"],
    run: [{ bullseye: "libgeos-c1v5", bookworm: "libgeos-c1v5", trixie: "libgeos-c1t64" }],
    needsRust: false,
    source: "https://shapely.readthedocs.io/en/stable/installation.html",
  },
];
