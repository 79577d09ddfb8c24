/** What of the application differs from one build to the next. */
export interface ApplicationState {
  /** The value of something in the source. */
  readonly source: string;
  readonly version: string;
  /** A folder that the linter leaves out. */
  readonly excluded: string;
  readonly readme: string;
  readonly script: string;
  /** A dependency more: small, pure Python. */
  readonly hasOneMore: boolean;
  /** A dependency that is built from source, in C. */
  readonly hasPsycopg2: boolean;
}

export const FIRST: ApplicationState = {
  source: "0",
  version: "0.1.0",
  excluded: "none",
  readme: "0",
  script: "0",
  hasOneMore: false,
  hasPsycopg2: false,
};

const DEPENDENCIES = [
  "fastapi>=0.115",
  "uvicorn[standard]>=0.30",
  "sqlalchemy>=2",
  "httpx>=0.28",
  "pydantic-settings>=2",
  "jinja2>=3",
  "rich>=13",
];

/** The application's files by their paths: the same ones for all subjects. */
export function applicationFiles(state: ApplicationState): Record<string, string> {
  const modules = ["customers", "invoices", "items", "payments", "prices", "shipments", "stock", "taxes"];
  return {
    "pyproject.toml": pyproject(state),
    "README.md": `# Orders\n\nEdition ${state.readme}\n`,
    "scripts/seed.py": `print("rows", ${JSON.stringify(state.script)})\n`,
    "orders/__init__.py": "",
    "orders/main.py": main(state, modules),
    ...Object.fromEntries(modules.map((name) => [`orders/${name}.py`, moduleText(name)])),
    "tests/test_health.py":
      'from orders.main import health\n\n\ndef test_health():\n    assert health()["status"] == "ok"\n',
  };
}

/** hatchling is a backend that every package manager builds with. */
function pyproject({ version, excluded, hasOneMore, hasPsycopg2 }: ApplicationState): string {
  const dependencies = [
    ...DEPENDENCIES,
    ...(hasOneMore ? ["tabulate>=0.9"] : []),
    ...(hasPsycopg2 ? ["psycopg2>=2.9"] : []),
  ];
  return `[project]
name = "orders"
version = "${version}"
description = "An application to measure builds with"
readme = "README.md"
requires-python = ">=3.12,<4"
dependencies = ${JSON.stringify(dependencies)}

[project.scripts]
orders = "orders.main:serve"

[dependency-groups]
dev = ["pytest>=8", "ruff>=0.9"]

[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[tool.ruff]
extend-exclude = ["${excluded}"]
`;
}

function main({ source }: ApplicationState, modules: readonly string[]): string {
  const imports = modules.map((name) => `from orders.${name} import router as ${name}\n`).join("");
  const routes = modules.map((name) => `app.include_router(${name}, prefix="/${name}")\n`).join("");
  return `import uvicorn
from fastapi import FastAPI

${imports}
app = FastAPI()
${routes}EDITED = ${JSON.stringify(source)}


@app.get("/health")
def health() -> dict[str, str]:
    return {"status": "ok", "edited": EDITED}


def serve() -> None:
    uvicorn.run(app, host="0.0.0.0", port=8000)
`;
}

function moduleText(name: string): string {
  return `from fastapi import APIRouter
from pydantic import BaseModel

router = APIRouter()


class Entry(BaseModel):
    id: int
    text: str = ""


ENTRIES: dict[int, Entry] = {}


@router.get("/")
def all_${name}() -> list[Entry]:
    return [*ENTRIES.values()]


@router.post("/")
def add_to_${name}(entry: Entry) -> Entry:
    ENTRIES[entry.id] = entry
    return entry
`;
}
