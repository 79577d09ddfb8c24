import { changed, diffOf, type Files, longer } from "./diff";
import { hatch, pdm, pip, poetry, uv, withDependency, withPoetryDependency } from "./projects";

const version = 'version = "1.0"';
const withKey = (files: Files, line: string) => changed(files, version, `${version}\n${line}`);
const author = 'authors = [{ name = "Ada", email = "ada@example.com" }]';
const linter = ["[tool.ruff]", "line-length = 100"];

const rows: [edit: string, before: Files, after: Files][] = [
  ["a linter's setting, with uv", uv, longer(uv, ...linter)],
  ["a linter's setting, with poetry", poetry, longer(poetry, ...linter)],
  ["a linter's setting, with pdm", pdm, longer(pdm, ...linter)],
  ["a linter's setting, with hatch", hatch, longer(hatch, ...linter)],
  ["a linter's setting, with pip", pip, longer(pip, ...linter)],
  ["an author", uv, withKey(uv, author)],
  ["an author, with poetry", poetry, withKey(poetry, 'authors = ["Ada <ada@example.com>"]')],
  ["a classifier", uv, withKey(uv, 'classifiers = ["Programming Language :: Python :: 3.12"]')],
  ["a keyword", uv, withKey(uv, 'keywords = ["shop"]')],
  ["a maintainer", uv, withKey(uv, author.replace("authors", "maintainers"))],
  ["a comment", uv, longer(uv, "# for the shop")],
  ["an ordinary dependency", uv, withDependency(uv, "rich")],
  ["an ordinary dependency, with poetry", poetry, withPoetryDependency('rich = "*"')],
  ["other versions of a dependency", uv, changed(uv, '"httpx"', '"httpx>=0.28"')],
];

test.each(rows)("%s changes nothing", (_, before, after) => expect(diffOf(before, after)).toEqual({}));
