import { compare, satisfies, validRange } from "@renovatebot/pep440";
import { Mistake, shown } from "../../values/mistake";
import { translatedConstraint } from "./poetry-constraint";

const bound = /^(<=?|>=?)(?!=)(.+)$/;

/**
 * A version specifier: which versions are allowed.
 *
 * @see https://packaging.python.org/en/latest/specifications/version-specifiers/
 */
export class Specifier {
  /**
   * Parses a specifier of PEP 440.
   *
   * @param where the key in which it stands
   * @throws where it is none
   */
  public static of(text: string, where: string): Specifier {
    const clauses = clausesOf(text);
    if (clauses.every(isClause)) return Specifier.made([clauses]);
    throw new Mistake({
      where,
      what: `${shown(text)} is not a version specifier`,
      allowed:
        'clauses of ==, !=, >=, <=, >, < or ~= and a version, with commas between (PEP 440), e.g. ">=3.11,<3.14"',
      fix: suggestion(text),
    });
  }

  /**
   * Parses a constraint as poetry writes it: besides PEP 440 with `^`, `~`, `*`, `||`, bare versions and spaces.
   *
   * @param where the key in which it stands
   * @throws where it is none
   * @see https://python-poetry.org/docs/dependency-specification/
   */
  public static ofPoetry(text: string, where: string): Specifier {
    const alternatives = translatedConstraint(text);
    if (alternatives?.every((clauses) => clauses.every(isClause))) {
      return Specifier.made(alternatives.map(withoutLooserBounds));
    }
    throw new Mistake({
      where,
      what: `${shown(text)} is not a version constraint`,
      allowed: "poetry takes clauses such as ^3.9, ~3.9, 3.9.*, >=3.9,<3.13 and || between alternatives",
      fix: 'write one of these, or "*" for any version',
    });
  }

  /** What all of the specifiers allow; an only one stays as it is written. */
  public static ofAll(specifiers: readonly Specifier[]): Specifier {
    if (specifiers.length === 1) return specifiers[0];
    const joined = specifiers.reduce<readonly (readonly string[])[]>(
      (all, { alternatives }) => all.flatMap((clauses) => alternatives.map((more) => [...clauses, ...more])),
      [[]],
    );
    return Specifier.made(joined.map(withoutLooserBounds));
  }

  /** The specifiers by their text: the projects of one repository ask the same, and each answer takes 0.1 ms. */
  private static readonly known = new Map<string, Specifier>();

  private static made(alternatives: readonly (readonly string[])[]): Specifier {
    const allowsAll = alternatives.some((clauses) => clauses.length === 0);
    const specifier = new Specifier(allowsAll ? [[]] : alternatives);
    const known = Specifier.known.get(specifier.toString()) ?? specifier;
    Specifier.known.set(specifier.toString(), known);
    return known;
  }

  private readonly answers = new Map<string, boolean>();

  private constructor(private readonly alternatives: readonly (readonly string[])[]) {}

  /** Does the specifier allow this version? */
  public allows(version: string): boolean {
    const known = this.answers.get(version);
    if (known !== undefined) return known;
    const answer = this.alternatives.some((clauses) => clauses.length === 0 || satisfies(version, clauses.join(",")));
    this.answers.set(version, answer);
    return answer;
  }

  /** The versions that the specifier names, without their operators. */
  public versions(): string[] {
    return this.alternatives.flat().map((clause) => clause.replace(/^[<>=!~]+/, "").replace(/\.\*$/, ""));
  }

  /** The specifier in the words of PEP 440; alternatives, which PEP 440 has not, have `||` between them. */
  public toString(): string {
    return this.alternatives.map((clauses) => clauses.join(",")).join(" || ");
  }
}

/** Clauses that were valid before. */
const validClauses = new Set<string>();

function isClause(text: string): boolean {
  if (validClauses.has(text)) return true;
  const isValid = validRange(text);
  if (isValid) validClauses.add(text);
  return isValid;
}

function clausesOf(text: string): string[] {
  const clauses = text.split(",").map((clause) => clause.trim().replace(/^([<>=!~]+)\s+/, "$1"));
  return clauses.filter((clause) => clause !== "");
}

/** The clauses without the bounds that a tighter one makes superfluous: `>=3.9,<4.0,<3.13` is `>=3.9,<3.13`. */
function withoutLooserBounds(clauses: readonly string[]): string[] {
  const tightest = (sign: "<" | ">") => {
    const bounds = clauses.filter((clause) => clause.startsWith(sign) && bound.test(clause));
    const order = sign === "<" ? 1 : -1;
    const version = (clause: string) => clause.replace(bound, "$2");
    const rank = (a: string, b: string) => order * compare(version(a), version(b)) || a.length - b.length;
    return bounds.sort(rank)[0];
  };
  const kept = [tightest("<"), tightest(">")];
  return [...new Set(clauses)].filter((clause) => !bound.test(clause) || kept.includes(clause));
}

function suggestion(text: string): string {
  const bare = /^\s*v?(\d+\.\d+)\s*$/.exec(text);
  if (bare !== null) return `write "==${bare[1]}.*" for every patch release of ${bare[1]}`;
  const alternatives = translatedConstraint(text);
  const [only] = alternatives ?? [];
  const valid = alternatives?.length === 1 && only.length > 0 && only.every(isClause);
  return valid ? `write ${shown(only.join(","))}` : "write it so";
}
