import type { NativeBuildRow } from "./native-build-row";

/** Rust links with the linker of the C compiler. */
const rust = { build: ["build-essential"], run: [], needsRust: true };

/** Distributions that are written in Rust and need no library of Debian. */
export const rustBuilds: readonly NativeBuildRow[] = [
  { distribution: "bcrypt", ...rust, source: "https://github.com/pyca/bcrypt" },
  { distribution: "cramjam", ...rust, source: "https://github.com/milesgranger/cramjam" },
  { distribution: "css-inline", ...rust, source: "https://github.com/Stranger6667/css-inline" },
  { distribution: "deltalake", ...rust, source: "https://github.com/delta-io/delta-rs" },
  { distribution: "deptry", ...rust, source: "https://github.com/fpgmaas/deptry" },
  { distribution: "fastuuid", ...rust, source: "https://github.com/fastuuid/fastuuid" },
  { distribution: "granian", ...rust, source: "https://github.com/emmett-framework/granian" },
  { distribution: "grimp", ...rust, source: "https://github.com/python-grimp/grimp" },
  { distribution: "jiter", ...rust, source: "https://github.com/pydantic/jiter" },
  { distribution: "jsonschema-rs", ...rust, source: "https://github.com/Stranger6667/jsonschema" },
  { distribution: "libcst", ...rust, source: "https://github.com/Instagram/LibCST" },
  { distribution: "minify-html", ...rust, source: "https://github.com/wilsonzlin/minify-html" },
  { distribution: "nh3", ...rust, source: "https://github.com/messense/nh3" },
  { distribution: "orjson", ...rust, source: "https://github.com/ijl/orjson" },
  { distribution: "ormsgpack", ...rust, source: "https://github.com/ormsgpack/ormsgpack" },
  { distribution: "polars", ...rust, source: "https://github.com/pola-rs/polars" },
  { distribution: "polars-runtime-32", ...rust, source: "https://github.com/pola-rs/polars" },
  { distribution: "py-rust-stemmers", ...rust, source: "https://github.com/qdrant/py-rust-stemmers" },
  { distribution: "pydantic-core", ...rust, source: "https://github.com/pydantic/pydantic-core" },
  { distribution: "python-calamine", ...rust, source: "https://github.com/dimastbk/python-calamine" },
  { distribution: "rpds-py", ...rust, source: "https://github.com/crate-py/rpds" },
  { distribution: "ruff", ...rust, source: "https://github.com/astral-sh/ruff" },
  { distribution: "safetensors", ...rust, source: "https://github.com/huggingface/safetensors" },
  { distribution: "tiktoken", ...rust, source: "https://github.com/openai/tiktoken" },
  { distribution: "tokenizers", ...rust, source: "https://github.com/huggingface/tokenizers" },
  { distribution: "uuid-utils", ...rust, source: "https://github.com/aminalaee/uuid-utils" },
  { distribution: "uv", ...rust, source: "https://github.com/astral-sh/uv" },
  { distribution: "watchfiles", ...rust, source: "https://github.com/samuelcolvin/watchfiles" },
];
