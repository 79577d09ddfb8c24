import { changed, diffOf, type Files, type LineDiff, longer, type Row } from "./diff";
import { added } from "./lines";
import { poetry, uv } from "./projects";

const version = 'version = "1.0"';
const withKey = (files: Files, line: string) => changed(files, version, `${version}\n${line}`);
const dynamic = changed(uv, version, 'dynamic = ["version"]');
const urls = ['Homepage = "https://example.com"', 'Repository = "https://example.com/orders.git"'];

const newVersion: LineDiff = {
  Dockerfile: ["-LABEL org.opencontainers.image.version=1.0", "+LABEL org.opencontainers.image.version=1.1"],
};
/** The lock file names the project and its version. */
const setsVersion = `{n;s/^version = .*/version = "'"$(uv version --short)"'"/}' uv.lock \\`;
const exported =
  "uv export --quiet --locked --no-emit-project --no-header --no-annotate --no-default-groups -o /manifest/requirements.txt \\";
const versionArgument = added(
  "# VERSION in place of the repository, which no build sees: docker build --build-arg VERSION=1.2.3",
  "ARG VERSION=0.0.0",
  "# pyproject.toml [tool.hatch.version].source",
  `ENV SETUPTOOLS_SCM_PRETEND_VERSION=\${VERSION}`,
);

const rows: Row[] = [
  [
    "name",
    uv,
    changed(uv, 'name = "orders"', 'name = "shop"'),
    {
      Dockerfile: [
        `-    { { sed -i '/^name = "orders"$/${setsVersion}`,
        `+    { { sed -i '/^name = "shop"$/${setsVersion}`,
        "-LABEL org.opencontainers.image.title=orders",
        "+LABEL org.opencontainers.image.title=shop",
      ],
    },
  ],
  ["version", uv, changed(uv, version, 'version = "1.1"'), newVersion],
  ["version of poetry", poetry, changed(poetry, version, 'version = "1.1"'), newVersion],
  [
    "description",
    uv,
    withKey(uv, 'description = "Takes orders"'),
    {
      Dockerfile: [
        "+# pyproject.toml [project].description",
        '+LABEL org.opencontainers.image.description="Takes orders"',
      ],
    },
  ],
  [
    "license",
    uv,
    withKey(uv, 'license = "MIT"'),
    {
      Dockerfile: ["+# pyproject.toml [project].license", "+LABEL org.opencontainers.image.licenses=MIT"],
    },
  ],
  [
    "urls",
    uv,
    longer(uv, "[project.urls]", ...urls),
    {
      Dockerfile: [
        "+# pyproject.toml [project.urls].Homepage",
        "+LABEL org.opencontainers.image.url=https://example.com",
        "+# pyproject.toml [project.urls].Repository",
        "+LABEL org.opencontainers.image.source=https://example.com/orders.git",
      ],
    },
  ],
  [
    "a version from the repository",
    uv,
    longer(changed(dynamic, '["hatchling"]', '["hatchling", "hatch-vcs"]'), "[tool.hatch.version]", 'source = "vcs"'),
    {
      Dockerfile: [
        ...versionArgument,
        "+COPY . .",
        `-    { { sed -i '/^name = "orders"$/${setsVersion}`,
        `-    && ${exported}`,
        `+    { { ${exported}`,
        ...versionArgument,
        "-    uv pip install --system hatchling",
        "+    uv pip install --system hatchling hatch-vcs",
        ...versionArgument,
        "-# pyproject.toml [project].version",
        "-LABEL org.opencontainers.image.version=1.0",
      ],
      // The app service, and the one of development.
      "compose.yaml": [`+        VERSION: "\${VERSION:-0.0.0}"`, `+        VERSION: "\${VERSION:-0.0.0}"`],
    },
  ],
];

test.each(rows)("%s", (_, before, after, diff) => expect(diffOf(before, after)).toEqual(diff));
