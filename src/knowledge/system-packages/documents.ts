import { compiler, harfbuzzSubset, magic, wkhtmltopdf } from "./debian-names";
import type { SystemPackageRow } from "./system-package-row";

const pango = { build: [], run: [harfbuzzSubset, "libpango-1.0-0", "libpangoft2-1.0-0"] };
/** Any Java from version 11 on will do. */
const java = { build: [], run: ["default-jre-headless"] };

/** Documents and texts: writing, reading and converting them. */
export const documents: readonly SystemPackageRow[] = [
  {
    distribution: "django-weasyprint",
    ...pango,
    source: "https://github.com/fdemmer/django-weasyprint/blob/main/pyproject.toml",
  },
  {
    distribution: "django-wkhtmltopdf",
    build: [],
    run: [wkhtmltopdf],
    source: "https://django-wkhtmltopdf.readthedocs.io/en/latest/installation.html",
  },
  {
    distribution: "flask-weasyprint",
    ...pango,
    source: "https://doc.courtbouillon.org/flask-weasyprint/stable/first_steps.html#installation",
  },
  {
    distribution: "ghostscript",
    build: [],
    run: ["ghostscript"],
    source: "https://gitlab.com/pdftools/python-ghostscript#requirements-and-installation",
  },
  {
    distribution: "hunspell",
    build: [compiler, "libhunspell-dev"],
    run: ["libhunspell-1.7-0"],
    source: "https://github.com/pyhunspell/pyhunspell#installation",
  },
  { distribution: "imgkit", build: [], run: [wkhtmltopdf], source: "https://github.com/jarrekk/imgkit#installation" },
  { distribution: "konlpy", ...java, source: "https://konlpy.org/en/latest/install/" },
  {
    distribution: "language-tool-python",
    ...java,
    source: "https://github.com/jxmorris12/language_tool_python#prerequisites",
  },
  {
    distribution: "ocrmypdf",
    build: [],
    run: ["ghostscript", "tesseract-ocr"],
    source: "https://ocrmypdf.readthedocs.io/en/latest/installation.html",
  },
  { distribution: "pandoc", build: [], run: ["pandoc"], source: "https://boisgera.github.io/pandoc/#getting-started" },
  {
    distribution: "pdf2image",
    build: [],
    run: ["poppler-utils"],
    source: "https://pdf2image.readthedocs.io/en/latest/installation.html",
  },
  {
    distribution: "pdfkit",
    build: [],
    run: [wkhtmltopdf],
    source: "https://github.com/JazzCore/python-pdfkit#installation",
  },
  {
    distribution: "pdftotext",
    build: [compiler, "libpoppler-cpp-dev", "pkg-config"],
    run: [
      {
        bullseye: "libpoppler-cpp0v5",
        bookworm: "libpoppler-cpp0v5",
        trixie: "libpoppler-cpp2",
        forky: "libpoppler-cpp3",
      },
    ],
    source: "https://github.com/jalan/pdftotext#os-dependencies",
  },
  {
    distribution: "pyenchant",
    build: [],
    run: ["libenchant-2-2"],
    source: "https://pyenchant.github.io/pyenchant/install.html",
  },
  {
    distribution: "pyicu",
    build: [compiler, "libicu-dev", "pkg-config"],
    run: [{ bullseye: "libicu67", bookworm: "libicu72", trixie: "libicu76", forky: "libicu78" }],
    source: "https://gitlab.pyicu.org/main/pyicu#installing-pyicu",
  },
  {
    distribution: "pypandoc",
    build: [],
    run: ["pandoc"],
    source: "https://github.com/JessicaTegner/pypandoc#installation",
  },
  {
    distribution: "pytesseract",
    build: [],
    run: ["tesseract-ocr"],
    source: "https://github.com/madmaze/pytesseract#installation",
  },
  {
    distribution: "python-magic",
    build: [],
    run: [magic],
    source: "https://github.com/ahupp/python-magic#installation",
  },
  {
    distribution: "tabula-py",
    ...java,
    source: "https://tabula-py.readthedocs.io/en/latest/getting_started.html#requirements",
  },
  {
    distribution: "tesserocr",
    build: [],
    run: ["tesseract-ocr"],
    source: "https://github.com/sirfz/tesserocr#requirements",
  },
  { distribution: "tika", ...java, source: "https://github.com/chrismattmann/tika-python#installation-with-pip" },
  {
    distribution: "treepoem",
    build: [],
    run: ["ghostscript"],
    source: "https://github.com/adamchainz/treepoem#installation",
  },
  {
    distribution: "weasyprint",
    ...pango,
    source: "https://doc.courtbouillon.org/weasyprint/stable/first_steps.html#debian-11",
  },
  {
    distribution: "zimscraperlib",
    build: [],
    run: ["libcairo2", magic],
    source: "https://github.com/openzim/python-scraperlib#dependencies",
  },
];
