import { compiler } from "./debian-names";
import type { SystemPackageRow } from "./system-package-row";

const mysql = { build: [compiler, "default-libmysqlclient-dev", "pkg-config"], run: ["libmariadb3"] };
const mariadb = { build: [compiler, "libmariadb-dev"], run: ["libmariadb3"] };
/** The wheels of pyodbc leave the driver manager out. */
const odbc = { build: [compiler, "unixodbc-dev"], run: ["unixodbc"] };
const postgresql = { build: [compiler, "libpq-dev"], run: ["libpq5"] };
const rocksdb: Pick<SystemPackageRow, "build" | "run"> = {
  build: [compiler, "libbz2-dev", "liblz4-dev", "librocksdb-dev", "libsnappy-dev", "zlib1g-dev"],
  run: [{ bullseye: "librocksdb6.11", bookworm: "librocksdb7.8", trixie: "librocksdb9.10" }],
};
const sqlalchemyExtras = "https://github.com/sqlalchemy/sqlalchemy/blob/main/pyproject.toml";

/** Drivers of databases. */
export const databases: readonly SystemPackageRow[] = [
  { distribution: "aioodbc", ...odbc, source: "https://github.com/aio-libs/aioodbc#readme" },
  {
    distribution: "cx-oracle",
    build: [compiler],
    run: [{ bullseye: "libaio1", bookworm: "libaio1", trixie: "libaio1t64" }],
    source: "https://cx-oracle.readthedocs.io/en/latest/user_guide/installation.html",
  },
  {
    distribution: "fdb",
    build: [],
    run: ["libfbclient2"],
    source: "https://fdb.readthedocs.io/en/latest/getting-started.html",
  },
  {
    distribution: "firebird-driver",
    build: [],
    run: ["libfbclient2"],
    source: "https://firebird-driver.readthedocs.io/en/latest/getting-started.html",
  },
  { distribution: "flask-mysqldb", ...mysql, source: "https://github.com/alexferl/flask-mysqldb#readme" },
  {
    distribution: "mariadb",
    ...mariadb,
    source: "https://mariadb.com/docs/connectors/mariadb-connector-python/install",
  },
  { distribution: "mssql-django", ...odbc, source: "https://github.com/microsoft/mssql-django#dependencies" },
  {
    distribution: "mssql-python",
    build: [],
    run: ["libgssapi-krb5-2", "libkrb5-3", "libltdl7"],
    source: "https://github.com/microsoft/mssql-python#installation",
  },
  { distribution: "mysqlclient", ...mysql, source: "https://github.com/PyMySQL/mysqlclient#install" },
  {
    distribution: "psycopg",
    exceptExtras: ["binary"],
    exceptBeside: ["psycopg-binary"],
    build: [],
    run: ["libpq5"],
    source: "https://www.psycopg.org/psycopg3/docs/basic/install.html#pure-python-installation",
  },
  {
    distribution: "psycopg",
    extras: ["c"],
    ...postgresql,
    source: "https://www.psycopg.org/psycopg3/docs/basic/install.html#local-installation",
  },
  {
    distribution: "psycopg-c",
    ...postgresql,
    source: "https://www.psycopg.org/psycopg3/docs/basic/install.html#local-installation",
  },
  { distribution: "psycopg2", ...postgresql, source: "https://www.psycopg.org/docs/install.html#build-prerequisites" },
  { distribution: "psycopg2cffi", ...postgresql, source: "https://github.com/chtd/psycopg2cffi#installation" },
  { distribution: "pygresql", ...postgresql, source: "https://pygresql.github.io/contents/install.html" },
  {
    distribution: "pylibmc",
    build: [compiler, "libmemcached-dev", "zlib1g-dev"],
    run: [{ bullseye: "libmemcached11", bookworm: "libmemcached11", trixie: "libmemcached11t64" }],
    source: "https://sendapatch.se/projects/pylibmc/install.html",
  },
  { distribution: "pyodbc", ...odbc, source: "https://github.com/mkleehammer/pyodbc/wiki/Install" },
  {
    distribution: "python-rocksdb",
    ...rocksdb,
    source: "https://python-rocksdb.readthedocs.io/en/latest/installation.html",
  },
  { distribution: "rocksdb", ...rocksdb, source: "https://github.com/twmht/python-rocksdb#readme" },
  { distribution: "sqlalchemy", extras: ["aioodbc", "mssql", "mssql-pyodbc"], ...odbc, source: sqlalchemyExtras },
  { distribution: "sqlalchemy", extras: ["mariadb-connector"], ...mariadb, source: sqlalchemyExtras },
  { distribution: "sqlalchemy", extras: ["mysql"], ...mysql, source: sqlalchemyExtras },
  // Up to version 2.0 this one is psycopg2.
  {
    distribution: "sqlalchemy",
    extras: ["postgresql", "postgresql-psycopg2cffi"],
    ...postgresql,
    source: sqlalchemyExtras,
  },
  { distribution: "sqlalchemy", extras: ["postgresql-psycopg"], build: [], run: ["libpq5"], source: sqlalchemyExtras },
];
