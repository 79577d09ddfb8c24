import type { Dockerignore } from "../dockerignore/dockerignore";

/**
 * Leaves out of the build context what no build needs.
 *
 * A list of what is left out, not of what is let in: a build backend may need any file, and says only when it is missing.
 */
export function addContextPatterns(dockerignore: Dockerignore): void {
  dockerignore.addGroup("Version control", ".git", ".gitattributes", ".github", ".gitlab");
  dockerignore.addGroup("Environments, bytecode and caches", ".venv", "venv", "**/__pycache__", "**/*.py[cod]");
  dockerignore.addPatterns("**/.pytest_cache", "**/.ruff_cache", "**/.mypy_cache", ".tox", ".nox", ".hypothesis");
  dockerignore.addGroup("What builds and tests leave", "build", "dist", "**/*.egg-info", "htmlcov", ".coverage*");
  dockerignore.addGroup("Secrets and local settings", "**/.env", "**/.env.*");
  dockerignore.addGroup("projen and Node", ".projen", ".projenrc.*", "projenrc", "tsconfig.projen.json");
  dockerignore.addPatterns("node_modules", "package.json", "package-lock.json");
  dockerignore.addGroup(
    "Container files and editors",
    "Dockerfile",
    "*.Dockerfile",
    "**/.dockerignore",
    "compose*.yaml",
  );
  dockerignore.addPatterns(".devcontainer", ".vscode", ".idea");
  dockerignore.addGroup("Tests", "tests", "test");
}
