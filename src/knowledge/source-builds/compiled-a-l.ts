import type { NativeBuildRow } from "./native-build-row";

const compiled = { build: ["build-essential"], run: [], needsRust: false };

/**
 * Distributions whose sources a C or C++ compiler is enough for, a to l: the libraries are among the sources, and other build
 * tools come from the index.
 */
export const compiledToL: readonly NativeBuildRow[] = [
  { distribution: "accesscontrol", ...compiled, source: "https://github.com/zopefoundation/AccessControl" },
  { distribution: "acquisition", ...compiled, source: "https://github.com/zopefoundation/Acquisition" },
  { distribution: "aiohttp", ...compiled, source: "https://github.com/aio-libs/aiohttp" },
  { distribution: "argon2-cffi-bindings", ...compiled, source: "https://github.com/hynek/argon2-cffi-bindings" },
  { distribution: "asyncmy", ...compiled, source: "https://github.com/long2ice/asyncmy" },
  { distribution: "asyncpg", ...compiled, source: "https://github.com/MagicStack/asyncpg" },
  { distribution: "audioop-lts", ...compiled, source: "https://github.com/AbstractUmbra/audioop" },
  {
    distribution: "backports-datetime-fromisoformat",
    ...compiled,
    source: "https://github.com/movermeyer/backports.datetime_fromisoformat",
  },
  { distribution: "biopython", ...compiled, source: "https://github.com/biopython/biopython" },
  { distribution: "bitarray", ...compiled, source: "https://github.com/ilanschnell/bitarray" },
  { distribution: "blis", ...compiled, source: "https://github.com/explosion/cython-blis" },
  { distribution: "bottleneck", ...compiled, source: "https://github.com/pydata/bottleneck" },
  { distribution: "brotli", ...compiled, source: "https://github.com/google/brotli" },
  { distribution: "btrees", ...compiled, source: "https://github.com/zopefoundation/BTrees" },
  { distribution: "cassandra-driver", ...compiled, source: "https://github.com/datastax/python-driver" },
  { distribution: "cbor2", ...compiled, source: "https://github.com/agronholm/cbor2" },
  { distribution: "ciso8601", ...compiled, source: "https://github.com/closeio/ciso8601" },
  { distribution: "clickhouse-connect", ...compiled, source: "https://github.com/ClickHouse/clickhouse-connect" },
  { distribution: "clickhouse-driver", ...compiled, source: "https://github.com/mymarilyn/clickhouse-driver" },
  { distribution: "cmarkgfm", ...compiled, source: "https://github.com/theacodes/cmarkgfm" },
  { distribution: "contourpy", ...compiled, source: "https://github.com/contourpy/contourpy" },
  { distribution: "coverage", ...compiled, source: "https://github.com/nedbat/coveragepy" },
  { distribution: "crc32c", ...compiled, source: "https://github.com/ICRAR/crc32c" },
  { distribution: "crcmod", ...compiled, source: "https://github.com/gsutil-mirrors/crcmod" },
  { distribution: "cwcwidth", ...compiled, source: "https://github.com/sebastinas/cwcwidth" },
  { distribution: "cymem", ...compiled, source: "https://github.com/explosion/cymem" },
  { distribution: "cytoolz", ...compiled, source: "https://github.com/pytoolz/cytoolz" },
  { distribution: "datrie", ...compiled, source: "https://github.com/pytries/datrie" },
  { distribution: "extensionclass", ...compiled, source: "https://github.com/zopefoundation/ExtensionClass" },
  { distribution: "fastavro", ...compiled, source: "https://github.com/fastavro/fastavro" },
  { distribution: "frozenlist", ...compiled, source: "https://github.com/aio-libs/frozenlist" },
  { distribution: "gensim", ...compiled, source: "https://github.com/piskvorky/gensim" },
  { distribution: "gevent", ...compiled, source: "https://github.com/gevent/gevent" },
  { distribution: "geventhttpclient", ...compiled, source: "https://github.com/geventhttpclient/geventhttpclient" },
  { distribution: "greenlet", ...compiled, source: "https://github.com/python-greenlet/greenlet" },
  { distribution: "grpcio", ...compiled, source: "https://github.com/grpc/grpc" },
  { distribution: "grpcio-tools", ...compiled, source: "https://github.com/grpc/grpc" },
  { distribution: "hiredis", ...compiled, source: "https://github.com/redis/hiredis-py" },
  { distribution: "httptools", ...compiled, source: "https://github.com/MagicStack/httptools" },
  { distribution: "ijson", ...compiled, source: "https://github.com/ICRAR/ijson" },
  { distribution: "kiwisolver", ...compiled, source: "https://github.com/nucleic/kiwi" },
  { distribution: "lazy-object-proxy", ...compiled, source: "https://github.com/ionelmc/python-lazy-object-proxy" },
  { distribution: "levenshtein", ...compiled, source: "https://github.com/rapidfuzz/Levenshtein" },
  { distribution: "libsass", ...compiled, source: "https://github.com/sass/libsass-python" },
  { distribution: "lz4", ...compiled, source: "https://github.com/python-lz4/python-lz4" },
];
