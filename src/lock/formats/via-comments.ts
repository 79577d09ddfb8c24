import { normalizedName } from "../../pyproject/requirements/distribution-name";

/** Why a line of a list of pinned versions is there. */
export interface Via {
  /** Does the project itself ask for it? */
  readonly isAsked: boolean;
  /** Does nothing but requirements files? */
  readonly isAskedByFiles: boolean;
  /** The packages that need it, normalised. */
  readonly names: readonly string[];
}

/** What a line says that says nothing. */
export const unexplained: Via = { isAsked: true, isAskedByFiles: false, names: [] };

const via = /(?:^|\s)#\s*via(?:\s+(.*))?$/;
const furtherVia = /^\s*#\s{2,}(\S.*)$/;

/** `-r requirements.in`. */
const isFile = /^(?:-r|--requirement)[\s=]/;

/** `-c constraints.txt`, which asks for nothing. */
const isConstraint = /^(?:-c|--constraint)[\s=]/;

/** `orders (pyproject.toml)`. */
const isProject = /\s\(.+\)$/;

/**
 * Why the lines of a requirements file are there, as pip-compile and uv say in comments: `# via flask`, a list of such
 * lines, or `# via -r requirements.in`. The keys are the numbers of the lines, of a continued one that of the first.
 *
 * @see https://pip-tools.readthedocs.io/en/stable/cli/pip-compile/
 * @see https://docs.astral.sh/uv/pip/compile/
 */
export function viaComments(text: string): ReadonlyMap<number, Via> {
  const found = new Map<number, string[]>();
  let current: string[] | undefined;
  let isList = false;
  let isContinued = false;
  for (const [at, line] of text.split(/\r\n|\r|\n/).entries()) {
    const isComment = /^\s*#/.test(line);
    if (!isComment && !isContinued && line.trim() !== "") {
      current = [];
      found.set(at + 1, current);
    }
    isContinued = line.endsWith("\\") && !isComment;
    const [isFirst, named] = line.includes("#") ? (via.exec(line) ?? []) : [];
    const further: string | undefined = isList && isFirst === undefined ? furtherVia.exec(line)?.[1] : undefined;
    isList = isFirst !== undefined || further !== undefined;
    // A comma between extras is none between packages.
    current?.push(...(named ?? further ?? "").split(/,(?![^[]*\])/).map((each) => each.trim()));
  }
  return new Map([...found].map(([line, entries]) => [line, viaOf(entries.filter((entry) => entry !== ""))]));
}

/** A line that says nothing of it may be one that the project itself asks for. */
function viaOf(entries: readonly string[]): Via {
  const asking = entries.filter((entry) => !isConstraint.test(entry));
  const names = asking.flatMap((entry) => /^([A-Za-z0-9][\w.-]*)(?:\[[^\]]*\])?$/.exec(entry)?.[1] ?? []);
  return {
    isAsked: names.length === 0 || asking.some((entry) => isFile.test(entry) || isProject.test(entry)),
    isAskedByFiles: asking.length > 0 && asking.every((entry) => isFile.test(entry)),
    names: names.map(normalizedName),
  };
}
