import { parser } from "@lezer/python";

/** A part of a Python source, without comments. */
export interface SyntaxNode {
  /** What it is, in the words of the grammar, for example `CallExpression`. */
  readonly kind: string;
  /** The source of it. */
  readonly code: string;
  readonly children: readonly SyntaxNode[];
  /** Where it begins in the source. */
  readonly start: number;
}

/** The tree that the parser makes; its own types are not exported. */
type Tree = ReturnType<typeof parser.parse>["topNode"];

/** How deep a source may be nested; what is deeper has no parts, so that no text can exhaust the stack. */
const depth = 250;

/**
 * Parses a Python source, without running anything of it. A text with mistakes gives a tree with gaps, one that is nested
 * beyond what the parser takes a tree without parts.
 *
 * @see https://github.com/lezer-parser/python
 */
export function parsePython(source: string): SyntaxNode {
  const read = (node: Tree, levels: number): SyntaxNode => {
    const children: SyntaxNode[] = [];
    for (let child = levels > 0 ? node.firstChild : null; child !== null; child = child.nextSibling) {
      if (child.name !== "Comment") children.push(read(child, levels - 1));
    }
    return { kind: node.name, code: source.slice(node.from, node.to), children, start: node.from };
  };
  try {
    return read(parser.parse(source).topNode, depth);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { kind: "Script", code: source, children: [], start: 0 };
  }
}

/** The first child of that kind. */
export function childOf(node: SyntaxNode, kind: string): SyntaxNode | undefined {
  return node.children.find((child) => child.kind === kind);
}

/** All parts of that kind, however deep, in the order of the source. */
export function partsOf(node: SyntaxNode, kind: string): SyntaxNode[] {
  return [...(node.kind === kind ? [node] : []), ...node.children.flatMap((child) => partsOf(child, kind))];
}

/** The parts between the commas, without the brackets around them. */
export function separated(nodes: readonly SyntaxNode[]): SyntaxNode[][] {
  const groups: SyntaxNode[][] = [[]];
  for (const node of nodes) {
    if (node.kind === ",") groups.push([]);
    else if (!/^[[\](){}]$/.test(node.kind)) groups[groups.length - 1].push(node);
  }
  return groups.filter((group) => group.length > 0);
}

/** The name of a function or of a value in a module, for example `os.path.join`; undefined where it is no such name. */
export function dottedName(node: SyntaxNode | undefined): string | undefined {
  if (node?.kind === "VariableName") return node.code;
  if (node?.kind !== "MemberExpression") return undefined;
  const [object, , property] = node.children;
  const before = property?.kind === "PropertyName" ? dottedName(object) : undefined;
  return before && `${before}.${property.code}`;
}
