import { compiler, fuse2, fuse3, glib } from "./debian-names";
import type { SystemPackageRow } from "./system-package-row";

const compiled = { build: [compiler], run: [] };
const libusb = { build: [], run: ["libusb-1.0-0"] };
const xvfb = { build: [], run: ["xvfb"] };

/** The operating system, devices, files, and servers in C. */
export const system: readonly SystemPackageRow[] = [
  {
    distribution: "bjoern",
    build: [compiler, "libev-dev"],
    run: [{ bullseye: "libev4", bookworm: "libev4", trixie: "libev4t64" }],
    source: "https://github.com/jonashaag/bjoern#installation",
  },
  {
    distribution: "borgbackup",
    build: [compiler, "libacl1-dev", "liblz4-dev", "libssl-dev", "libxxhash-dev", "libzstd-dev", "pkg-config"],
    run: ["libacl1", "liblz4-1", "libxxhash0", "libzstd1"],
    source: "https://borgbackup.readthedocs.io/en/stable/installation.html#debian-ubuntu",
  },
  {
    distribution: "dbus-python",
    build: [compiler, "libdbus-1-dev", "libglib2.0-dev", "pkg-config"],
    run: ["libdbus-1-3", glib],
    source: "https://dbus.freedesktop.org/doc/dbus-python/README.html",
  },
  {
    distribution: "evdev",
    ...compiled,
    source: "https://python-evdev.readthedocs.io/en/latest/install.html#from-source",
  },
  {
    distribution: "fusepy",
    build: [],
    run: [fuse2],
    source: "https://github.com/fusepy/fusepy#readme",
  },
  {
    distribution: "hid",
    build: [],
    run: ["libhidapi-hidraw0"],
    source: "https://github.com/apmorton/pyhidapi#installing-hidapi-shared-library",
  },
  {
    distribution: "libarchive-c",
    build: [],
    run: [{ bullseye: "libarchive13", bookworm: "libarchive13", trixie: "libarchive13t64" }],
    source: "https://github.com/Changaco/python-libarchive-c#readme",
  },
  { distribution: "libtmux", build: [], run: ["tmux"], source: "https://libtmux.git-pull.com/quickstart.html" },
  { distribution: "libusb1", ...libusb, source: "https://github.com/vpelletier/python-libusb1#dependencies" },
  {
    distribution: "libvirt-python",
    build: [compiler, "libvirt-dev", "pkg-config"],
    run: ["libvirt0"],
    source: "https://gitlab.com/libvirt/libvirt-python#installing",
  },
  {
    distribution: "llfuse",
    build: [compiler, "libfuse-dev", "pkg-config"],
    run: [fuse2],
    source: "https://llfuse.readthedocs.io/en/latest/install.html",
  },
  {
    distribution: "mfusepy",
    build: [],
    run: [fuse3],
    source: "https://github.com/mxmlnkn/mfusepy#readme",
  },
  {
    distribution: "meinheld",
    ...compiled,
    source: "https://github.com/mopemope/meinheld#installation",
  },
  {
    distribution: "mod-wsgi",
    build: ["apache2-dev", compiler],
    run: ["apache2"],
    source: "https://github.com/GrahamDumpleton/mod_wsgi/blob/develop/docs/user-guides/installing-with-docker.rst",
  },
  {
    distribution: "pycups",
    build: [compiler, "libcups2-dev"],
    run: [{ bullseye: "libcups2", bookworm: "libcups2", trixie: "libcups2t64" }],
    source: "https://github.com/OpenPrinting/pycups#readme",
  },
  {
    distribution: "pyfuse3",
    build: [compiler, "libattr1-dev", "libfuse3-dev", "pkg-config"],
    run: ["fuse3", fuse3],
    source: "https://pyfuse3.readthedocs.io/en/latest/install.html#dependencies",
  },
  {
    distribution: "pylibacl",
    build: [compiler, "libacl1-dev"],
    run: ["libacl1"],
    source: "https://pylibacl.k1024.org/readme.html#requirements",
  },
  {
    distribution: "python-augeas",
    build: [compiler, "libaugeas-dev"],
    run: ["libaugeas0"],
    source: "https://github.com/hercules-team/python-augeas#readme",
  },
  {
    distribution: "python-prctl",
    build: [compiler, "libcap-dev"],
    run: ["libcap2"],
    source: "https://github.com/seveas/python-prctl#readme",
  },
  { distribution: "pyudev", build: [], run: ["libudev1"], source: "https://github.com/pyudev/pyudev#readme" },
  { distribution: "pyusb", ...libusb, source: "https://github.com/pyusb/pyusb#requirements-and-platform-support" },
  { distribution: "pyvirtualdisplay", ...xvfb, source: "https://github.com/ponty/PyVirtualDisplay#installation" },
  {
    distribution: "pyxattr",
    build: [compiler, "libattr1-dev"],
    run: ["libattr1"],
    source: "https://pyxattr.k1024.org/readme.html#requirements",
  },
  {
    distribution: "rarfile",
    build: [],
    run: ["unar"],
    source: "https://rarfile.readthedocs.io/faq.html",
  },
  {
    distribution: "rrdtool",
    build: [compiler, "librrd-dev"],
    run: [{ bullseye: "librrd8", bookworm: "librrd8", trixie: "librrd8t64" }],
    source: "https://github.com/commx/python-rrdtool#readme",
  },
  {
    distribution: "ssdeep",
    build: [compiler, "libfuzzy-dev"],
    run: ["libfuzzy2"],
    source: "https://python-ssdeep.readthedocs.io/en/latest/installation.html",
  },
  {
    distribution: "systemd-python",
    build: [compiler, "libsystemd-dev", "pkg-config"],
    run: ["libsystemd0"],
    source: "https://github.com/systemd/python-systemd#installation",
  },
  { distribution: "uwsgi", ...compiled, source: "https://uwsgi-docs.readthedocs.io/en/latest/Install.html" },
  { distribution: "xvfbwrapper", ...xvfb, source: "https://github.com/cgoldberg/xvfbwrapper#system-requirements" },
];
