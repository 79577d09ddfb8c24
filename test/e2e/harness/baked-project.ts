/** The texts of a small project with a dependency; it prints its name. Its folder `orders` is a module. */
export function bakedProject(): Record<string, string> {
  return {
    "pyproject.toml": `[project]
name = "orders"
version = "1.0"
description = "Prints orders"
requires-python = ">=3.12"
dependencies = ["idna>=3"]

[project.scripts]
orders = "orders:main"

[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"
`,
    "orders/__init__.py": `import idna\n\n\ndef main() -> None:\n    print(idna.encode("orders").decode())\n`,
  };
}
