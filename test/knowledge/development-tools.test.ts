import { isDevelopmentTool } from "../../src/knowledge/development-tools";

test.each([
  "pytest",
  "pytest-cov",
  "ruff",
  "pre-commit",
  "types-requests",
  "prek",
  "boto3-stubs",
  "mypy-boto3-s3",
  "build",
])("%s is a tool for development", (name) => expect(isDevelopmentTool(name)).toBe(true));
test.each(["mypy-extensions", "requests", "stubs", "types", "wheel", "pydantic", "typing-extensions", "sphinxbase"])(
  "%s is none",
  (name) => expect(isDevelopmentTool(name)).toBe(false),
);
