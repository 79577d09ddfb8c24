import { compiler, glib, zbar } from "./debian-names";
import type { SystemPackageRow } from "./system-package-row";

const cairo = { build: [compiler, "libcairo2-dev", "pkg-config"], run: ["libcairo2"] };
const cmake = { build: [compiler, "cmake"], run: [] };
/** What the wheels of OpenCV with its windows leave out. */
const opencv = { build: [], run: ["libgl1", glib] };
const paddleOcr = "https://github.com/PaddlePaddle/PaddleX/blob/develop/setup.py";

/** Images: reading, changing, recognising and drawing them. */
export const images: readonly SystemPackageRow[] = [
  {
    distribution: "cairocffi",
    build: [],
    run: ["libcairo2"],
    source: "https://doc.courtbouillon.org/cairocffi/stable/overview.html",
  },
  {
    distribution: "cairosvg",
    build: [],
    run: ["libcairo2"],
    source: "https://cairosvg.org/documentation/#installation",
  },
  {
    distribution: "diagrams",
    build: [],
    run: ["graphviz"],
    source: "https://diagrams.mingrammer.com/docs/getting-started/installation",
  },
  { distribution: "dlib", ...cmake, source: "https://github.com/davisking/dlib#compiling-dlib-python-api" },
  { distribution: "egl-probe", ...cmake, source: "https://github.com/StanfordVL/egl_probe#readme" },
  { distribution: "face-recognition", ...cmake, source: "https://github.com/ageitgey/face_recognition#installation" },
  {
    distribution: "graphviz",
    build: [],
    run: ["graphviz"],
    source: "https://graphviz.readthedocs.io/en/stable/manual.html#installation",
  },
  { distribution: "hf-egl-probe", ...cmake, source: "https://github.com/huggingface/egl_probe#readme" },
  {
    distribution: "manim",
    build: [compiler, "libcairo2-dev", "libpango1.0-dev", "pkg-config"],
    run: ["libcairo2", "libpango-1.0-0", "libpangocairo-1.0-0"],
    source: "https://docs.manim.community/en/stable/installation/uv.html",
  },
  {
    distribution: "manimpango",
    build: [compiler, "libpango1.0-dev", "pkg-config"],
    run: ["libpango-1.0-0", "libpangocairo-1.0-0"],
    source: "https://github.com/ManimCommunity/ManimPango#linuxbsdother-unix-based-systems",
  },
  {
    distribution: "mkdocs-material",
    extras: ["imaging"],
    build: [],
    run: ["libcairo2"],
    source: "https://squidfunk.github.io/mkdocs-material/plugins/requirements/image-processing/",
  },
  {
    distribution: "open3d",
    build: [],
    run: ["libegl1", "libgl1", "libgomp1"],
    source: "https://www.open3d.org/docs/release/docker.html",
  },
  {
    distribution: "opencv-contrib-python",
    ...opencv,
    source: "https://github.com/opencv/opencv-python#installation-and-usage",
  },
  {
    distribution: "opencv-python",
    ...opencv,
    source: "https://github.com/opencv/opencv-python#installation-and-usage",
  },
  {
    distribution: "openslide-python",
    exceptBeside: ["openslide-bin"],
    build: [],
    run: [
      {
        bullseye: "libopenslide0",
        bookworm: "libopenslide0",
        trixie: "libopenslide0",
        forky: "libopenslide1",
      },
    ],
    source: "https://openslide.org/api/python/#installing",
  },
  {
    distribution: "pillow-simd",
    build: [compiler, "libjpeg-dev", "zlib1g-dev"],
    run: ["libjpeg62-turbo"],
    source: "https://github.com/uploadcare/pillow-simd/blob/simd/main/docs/installation.rst",
  },
  { distribution: "pycairo", ...cairo, source: "https://pycairo.readthedocs.io/en/latest/getting_started.html" },
  { distribution: "pydot", build: [], run: ["graphviz"], source: "https://github.com/pydot/pydot#dependencies" },
  {
    distribution: "pyexiftool",
    build: [],
    run: ["libimage-exiftool-perl"],
    source: "https://sylikc.github.io/pyexiftool/installation.html",
  },
  { distribution: "paddleocr", ...opencv, source: paddleOcr },
  { distribution: "paddlex", extras: ["base", "cv", "ocr", "ocr-core"], ...opencv, source: paddleOcr },
  {
    // From version 3.51 on it asks for the library of trixie.
    distribution: "pygobject",
    build: [
      compiler,
      "libcairo2-dev",
      {
        bullseye: "libgirepository1.0-dev",
        bookworm: "libgirepository1.0-dev",
        trixie: "libgirepository-2.0-dev",
      },
      "pkg-config",
    ],
    run: [
      "gir1.2-glib-2.0",
      "libcairo2",
      {
        bullseye: "libgirepository-1.0-1",
        bookworm: "libgirepository-1.0-1",
        trixie: "libgirepository-2.0-0",
      },
    ],
    source: "https://pygobject.gnome.org/getting_started.html",
  },
  {
    distribution: "pygraphviz",
    build: [compiler, "libgraphviz-dev", "pkg-config"],
    run: ["graphviz"],
    source: "https://pygraphviz.github.io/documentation/stable/install.html",
  },
  {
    distribution: "pylibdmtx",
    build: [],
    run: [{ bullseye: "libdmtx0b", bookworm: "libdmtx0b", trixie: "libdmtx0t64" }],
    source: "https://github.com/NaturalHistoryMuseum/pylibdmtx#installation",
  },
  {
    distribution: "pyvips",
    exceptExtras: ["binary"],
    exceptBeside: ["pyvips-binary"],
    build: [],
    run: [{ bullseye: "libvips42", bookworm: "libvips42", trixie: "libvips42t64" }],
    source: "https://github.com/libvips/pyvips#local-installation",
  },
  {
    distribution: "pyzbar",
    build: [],
    run: [zbar],
    source: "https://github.com/NaturalHistoryMuseum/pyzbar#installation",
  },
  { distribution: "qreader", build: [], run: [zbar], source: "https://github.com/Eric-Canas/QReader#installation" },
  {
    // It requires opencv-python.
    distribution: "rapidocr-onnxruntime",
    ...opencv,
    source: "https://github.com/RapidAI/RapidOCR/blob/main/python/requirements.txt",
  },
  {
    distribution: "reportlab",
    extras: ["pycairo"],
    ...cairo,
    source: "https://docs.reportlab.com/install/open_source_installation/",
  },
  {
    distribution: "rlpycairo",
    ...cairo,
    source: "https://docs.reportlab.com/install/open_source_installation/",
  },
  {
    distribution: "svglib",
    extras: ["bitmaps"],
    ...cairo,
    source: "https://github.com/deeplook/svglib#installation",
  },
  {
    distribution: "ultralytics",
    ...opencv,
    source: "https://github.com/ultralytics/ultralytics/blob/main/docker/Dockerfile-cpu",
  },
  {
    distribution: "wand",
    build: [],
    run: ["imagemagick"],
    source: "https://docs.wand-py.org/en/latest/guide/install.html#install-imagemagick-on-debian-ubuntu",
  },
  {
    distribution: "xhtml2pdf",
    extras: ["pycairo"],
    ...cairo,
    source: "https://xhtml2pdf.readthedocs.io/en/latest/quickstart.html#requirements",
  },
];
