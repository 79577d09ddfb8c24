import { posix } from "node:path";
import { stringLiteral } from "../backends/python-source/string-literal";
import { parsePython, partsOf, type SyntaxNode } from "../backends/python-source/syntax";
import type { ProjectFolder } from "../files/project-folder";

/**
 * The folders in which Django's wsgi.py and asgi.py can be, by the settings that manage.py names, nearest first.
 *
 * @see https://docs.djangoproject.com/en/stable/ref/django-admin/
 */
export function foldersBesideSettings(folder: ProjectFolder): string[] {
  const settings = ["", "src"].flatMap((start) => {
    const source = folder.read(posix.join(start, "manage.py"));
    const module = source === undefined ? undefined : settingsModule(source);
    return module === undefined ? [] : [{ start, parts: module.split(".") }];
  });
  return settings.flatMap(({ start, parts }) =>
    parts.map((_, at) => posix.join(start, ...parts.slice(0, parts.length - at))).filter((path) => path !== start),
  );
}

/** `os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")`, or an assignment of the variable. */
function settingsModule(source: string): string | undefined {
  const tree = parsePython(source);
  const statements = [...partsOf(tree, "CallExpression"), ...partsOf(tree, "AssignStatement")];
  const texts = statements.map((node) => partsOf(node, "String").map(textOf));
  const named = texts.find(([name, value]) => name === "DJANGO_SETTINGS_MODULE" && value !== undefined);
  return named?.[1] !== undefined && /^\w+(?:\.\w+)*$/.test(named[1]) ? named[1] : undefined;
}

function textOf({ code }: SyntaxNode): string | undefined {
  return stringLiteral(code);
}
