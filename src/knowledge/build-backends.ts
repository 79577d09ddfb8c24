/** What building a project needs of the system. */
export interface BuildToolRow {
  /**
   * What shows it: the top module of a build backend, a distribution, normalised, that the build requires, or what lists
   * extension modules of the project itself.
   */
  readonly shownBy:
    | { readonly backend: string }
    | { readonly requirement: string }
    | { readonly extensions: readonly string[] };
  /** The Debian packages, of the same name in every suite. */
  readonly build: readonly string[];
  /** Does it need Rust? Debian's is too old for most, so it is no Debian package. */
  readonly needsRust: boolean;
  /** Where that is documented. */
  readonly source: string;
}

const compiler = { build: ["build-essential"], needsRust: false };
/** A backend would fetch cmake and ninja for an isolated build only. */
const cmake = { build: ["build-essential", "cmake", "ninja-build"], needsRust: false };
/** Rust links with the linker of the C compiler. */
const rust = { build: ["build-essential"], needsRust: true };

/**
 * What building a project needs of the system, by its build backend and by what the build requires.
 *
 * @see https://peps.python.org/pep-0517/
 */
export const buildToolRows: readonly BuildToolRow[] = Object.freeze(
  (
    [
      { shownBy: { backend: "maturin" }, ...rust, source: "https://www.maturin.rs/" },
      {
        shownBy: { extensions: ["*.pyx", "cffi_modules", "ext-modules", "ext_modules"] },
        ...compiler,
        source: "https://setuptools.pypa.io/en/latest/userguide/ext_modules.html",
      },
      {
        shownBy: { extensions: ["rust_extensions"] },
        ...rust,
        source: "https://setuptools-rust.readthedocs.io/en/latest/setuppy_tutorial.html",
      },
      {
        shownBy: { backend: "mesonpy" },
        build: ["build-essential", "ninja-build"],
        needsRust: false,
        source: "https://mesonbuild.com/meson-python/tutorials/introduction.html",
      },
      {
        shownBy: { backend: "py_build_cmake" },
        ...cmake,
        source: "https://tttapa.github.io/py-build-cmake/usage/Getting-started.html",
      },
      {
        shownBy: { backend: "scikit_build_core" },
        ...cmake,
        source: "https://scikit-build-core.readthedocs.io/en/latest/guide/getting_started.html",
      },
      {
        shownBy: { backend: "sipbuild" },
        ...compiler,
        source: "https://python-sip.readthedocs.io/en/stable/introduction.html",
      },
      {
        shownBy: { requirement: "cffi" },
        ...compiler,
        source: "https://cffi.readthedocs.io/en/stable/installation.html",
      },
      {
        shownBy: { requirement: "cppy" },
        ...compiler,
        source: "https://cppy.readthedocs.io/en/latest/",
      },
      {
        shownBy: { requirement: "cython" },
        ...compiler,
        source: "https://cython.readthedocs.io/en/latest/src/quickstart/install.html",
      },
      {
        shownBy: { requirement: "extension-helpers" },
        ...compiler,
        source: "https://extension-helpers.readthedocs.io/en/latest/",
      },
      {
        shownBy: { requirement: "hatch-cython" },
        ...compiler,
        source: "https://github.com/joshua-auchincloss/hatch-cython#readme",
      },
      {
        shownBy: { requirement: "hatch-mypyc" },
        ...compiler,
        source: "https://github.com/ofek/hatch-mypyc#readme",
      },
      {
        // A build script can run it: https://python-poetry.org/docs/building-extension-modules/
        shownBy: { requirement: "maturin" },
        ...rust,
        source: "https://www.maturin.rs/",
      },
      {
        shownBy: { requirement: "meson" },
        build: ["build-essential", "ninja-build"],
        needsRust: false,
        source: "https://python-poetry.org/docs/building-extension-modules/",
      },
      {
        shownBy: { requirement: "mypy" },
        ...compiler,
        source: "https://mypyc.readthedocs.io/en/latest/getting_started.html#installation",
      },
      {
        shownBy: { requirement: "nanobind" },
        ...compiler,
        source: "https://nanobind.readthedocs.io/en/latest/installing.html",
      },
      {
        // A build requires it for its headers.
        shownBy: { requirement: "numpy" },
        ...compiler,
        source: "https://numpy.org/doc/stable/dev/depending_on_numpy.html#build-time-dependency",
      },
      {
        shownBy: { requirement: "oldest-supported-numpy" },
        ...compiler,
        source: "https://github.com/scipy/oldest-supported-numpy#readme",
      },
      {
        shownBy: { requirement: "pkgconfig" },
        build: ["build-essential", "pkg-config"],
        needsRust: false,
        source: "https://github.com/matze/pkgconfig#readme",
      },
      {
        shownBy: { requirement: "pybind11" },
        ...compiler,
        source: "https://pybind11.readthedocs.io/en/stable/basics.html",
      },
      {
        shownBy: { requirement: "scikit-build" },
        ...cmake,
        source: "https://scikit-build.readthedocs.io/en/latest/installation.html",
      },
      {
        // Also a plugin of hatchling and of setuptools.
        shownBy: { requirement: "scikit-build-core" },
        ...cmake,
        source: "https://scikit-build-core.readthedocs.io/en/latest/plugins/hatchling.html",
      },
      {
        shownBy: { requirement: "setuptools-rust" },
        ...rust,
        source: "https://setuptools-rust.readthedocs.io/en/latest/building_wheels.html",
      },
    ] satisfies BuildToolRow[]
  ).map((row) => Object.freeze(row)),
);
