import { type Fact, fact } from "../fact";
import type { Extra } from "../facts";
import type { ProjectFolder } from "../files/project-folder";
import { joinedMarkers } from "../managers/joined-markers";
import { extrasWithPurpose } from "../metadata/extras";
import type { PythonValue } from "./python-source/value";
import {
  type FoundRequirements,
  joinedRequirements,
  noRequirements,
  requirementsOf,
  unreadNote,
} from "./setup-requirements";

/** An extra with what was found of it. */
export interface FoundExtra {
  readonly name: string;
  readonly source: string;
  readonly found: FoundRequirements;
}

/** What `extras_require` says. */
export interface SetupExtras {
  readonly extras: readonly FoundExtra[];
  /** Main dependencies that stand there because of their marker. */
  readonly main: FoundRequirements;
  readonly notes: readonly string[];
}

/**
 * The extras of `extras_require`. A key can be `test`, `test:python_version < "3.12"`, or `:python_version < "3.12"`
 * for the main dependencies.
 *
 * @see https://setuptools.pypa.io/en/latest/userguide/dependency_management.html#optional-dependencies
 */
export function setupExtras(given: Fact<PythonValue> | undefined, folder: ProjectFolder): SetupExtras {
  if (given === undefined) return { extras: [], main: noRequirements, notes: [] };
  const { value, source } = given;
  if (value.kind !== "dict") return { extras: [], main: noRequirements, notes: [unreadNote(value, source)] };
  const read = [...value.entries].map(([key, each]) => {
    const [, name, marker] = /^([^:]*):?(.*)$/s.exec(key) ?? ["", key, ""];
    return { name: name.trim(), found: withMarker(requirementsOf(fact(each, source), folder), marker.trim()) };
  });
  const of = (name: string) => joinedRequirements(read.flatMap((each) => (each.name === name ? [each.found] : [])));
  const names = [...new Set(read.map(({ name }) => name))].filter((name) => name !== "");
  return {
    extras: names.map((name) => ({ name, source, found: of(name) })),
    main: of(""),
    notes: value.rest === undefined ? [] : [unreadNote(value.rest, source)],
  };
}

/** The extras as facts. */
export function extraFacts(extras: readonly FoundExtra[], project: string | undefined): Fact<Extra>[] {
  const listed = extras.map(({ name, found }) => ({
    name,
    requirements: found.requirements.map(({ value }) => value),
  }));
  return extrasWithPurpose(listed, project).map((extra, at) => fact(extra, extras[at].source));
}

function withMarker(found: FoundRequirements, marker: string): FoundRequirements {
  if (marker === "") return found;
  const requirements = found.requirements.map(({ value, source }) =>
    fact({ ...value, marker: joinedMarkers(value.marker, marker) }, source),
  );
  return { ...found, requirements };
}
