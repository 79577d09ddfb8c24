import { changed, diffOf, longer, type Row } from "./diff";
import { added, noCommand, noScript, removed } from "./lines";
import { poetry, uv } from "./projects";

const orders = 'orders = "orders:main"';
const without = changed(uv, `[project.scripts]\n${orders}\n\n`, "");

const several = noCommand(
  'there are several scripts: "orders", "admin"; set the option command, for example ["orders"].',
);

const rows: Row[] = [
  [
    "a first script",
    without,
    uv,
    {
      Dockerfile: [...removed(...noScript.lines), "+# pyproject.toml [project.scripts].orders", '+CMD ["orders"]'],
      log: removed(noScript.told),
    },
  ],
  [
    "another name for it",
    uv,
    changed(uv, orders, 'serve = "orders:main"'),
    {
      Dockerfile: [
        "-# pyproject.toml [project.scripts].orders",
        '-CMD ["orders"]',
        "+# pyproject.toml [project.scripts].serve",
        '+CMD ["serve"]',
      ],
    },
  ],
  ["another function for it", uv, changed(uv, orders, 'orders = "orders:serve"'), {}],
  [
    "a second script",
    uv,
    changed(uv, orders, `${orders}\nadmin = "orders:admin"`),
    {
      Dockerfile: ["-# pyproject.toml [project.scripts].orders", '-CMD ["orders"]', ...added(...several.lines)],
      log: added(several.told),
    },
  ],
  [
    "a second script of poetry",
    poetry,
    changed(poetry, orders, `${orders}\nadmin = "orders:admin"`),
    {
      Dockerfile: ["-# pyproject.toml [tool.poetry.scripts].orders", '-CMD ["orders"]', ...added(...several.lines)],
      log: added(several.told),
    },
  ],
  ["a script for desktops", without, longer(without, "[project.gui-scripts]", 'window = "orders:window"'), {}],
];

test.each(rows)("%s", (_, before, after, diff) => expect(diffOf(before, after)).toEqual(diff));
