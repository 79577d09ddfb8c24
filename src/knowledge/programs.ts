/** A command, and the distributions of which each brings it. */
interface ProgramRow {
  readonly program: string;
  /** Normalised by PEP 503. */
  readonly distributions: readonly string[];
  readonly source: string;
}

/** Commands of servers, queues, migrations and package managers that an application is run with, and the distributions that bring them. */
const rows: readonly ProgramRow[] = [
  { program: "uvicorn", distributions: ["uvicorn"], source: "https://uvicorn.dev/deployment/" },
  { program: "gunicorn", distributions: ["gunicorn"], source: "https://docs.gunicorn.org/en/stable/run.html" },
  {
    program: "hypercorn",
    distributions: ["hypercorn"],
    source: "https://hypercorn.readthedocs.io/en/latest/tutorials/usage.html",
  },
  { program: "daphne", distributions: ["daphne"], source: "https://github.com/django/daphne#running" },
  { program: "granian", distributions: ["granian"], source: "https://github.com/emmett-framework/granian#options" },
  {
    program: "waitress-serve",
    distributions: ["waitress"],
    source: "https://docs.pylonsproject.org/projects/waitress/en/stable/runner.html",
  },
  {
    program: "uwsgi",
    distributions: ["uwsgi", "pyuwsgi"],
    source: "https://uwsgi-docs.readthedocs.io/en/latest/Install.html",
  },
  { program: "flask", distributions: ["flask"], source: "https://flask.palletsprojects.com/en/stable/cli/" },
  {
    program: "fastapi",
    distributions: ["fastapi", "fastapi-cli"],
    source: "https://fastapi.tiangolo.com/fastapi-cli/",
  },
  {
    program: "django-admin",
    distributions: ["django"],
    source: "https://docs.djangoproject.com/en/stable/ref/django-admin/",
  },
  {
    program: "celery",
    distributions: ["celery"],
    source: "https://docs.celeryq.dev/en/stable/userguide/workers.html",
  },
  { program: "uv", distributions: ["uv"], source: "https://docs.astral.sh/uv/reference/cli/#uv-run" },
  { program: "poetry", distributions: ["poetry"], source: "https://python-poetry.org/docs/cli/#run" },
  { program: "pdm", distributions: ["pdm"], source: "https://pdm-project.org/en/stable/usage/scripts/" },
  { program: "hatch", distributions: ["hatch"], source: "https://hatch.pypa.io/latest/cli/reference/#hatch-run" },
  { program: "pipenv", distributions: ["pipenv"], source: "https://pipenv.pypa.io/en/stable/commands.html" },
  { program: "pytest", distributions: ["pytest"], source: "https://docs.pytest.org/en/stable/how-to/usage.html" },
  { program: "rq", distributions: ["rq"], source: "https://python-rq.org/docs/workers/" },
  { program: "dramatiq", distributions: ["dramatiq"], source: "https://dramatiq.io/guide.html" },
  { program: "arq", distributions: ["arq"], source: "https://arq-docs.helpmanual.io/" },
  { program: "taskiq", distributions: ["taskiq"], source: "https://taskiq-python.github.io/guide/cli.html" },
  { program: "alembic", distributions: ["alembic"], source: "https://alembic.sqlalchemy.org/en/latest/tutorial.html" },
  {
    program: "streamlit",
    distributions: ["streamlit"],
    source: "https://docs.streamlit.io/develop/api-reference/cli/run",
  },
];

const byProgram = new Map(rows.map(({ program, distributions }) => [program, distributions]));

/** The distributions of which each brings the command; undefined where it is not known. */
export function distributionsOfProgram(program: string): readonly string[] | undefined {
  return byProgram.get(program);
}
