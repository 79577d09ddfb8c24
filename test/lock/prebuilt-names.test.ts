import type { InstallKind } from "../../src/lock/installs";
import type { LockedDistribution } from "../../src/lock/locked-distributions";
import { prebuiltNames } from "../../src/lock/prebuilt-names";

/** A distribution with what it depends on: `extra:name` for what an extra adds that is asked for. */
function distribution(name: string, kind: InstallKind, ...needs: string[]): LockedDistribution {
  const edge = (each: string) => ({ name: each.replace(/^extra:/, ""), extras: [] });
  const ofExtra = needs.filter((each) => each.startsWith("extra:"));
  return {
    package: {
      name,
      source: { kind: "index" },
      wheels: [],
      sdists: [],
      dependencies: needs.filter((each) => !ofExtra.includes(each)).map(edge),
      extras: new Map([["asked", ofExtra.map(edge)]]),
    },
    extras: ["asked"],
    chain: [name],
    kinds: new Map([["linux/amd64", kind]]),
  };
}

test.each<[string, LockedDistribution[], string[]]>([
  ["wheels are", [distribution("a", "wheel", "b"), distribution("b", "wheel")], ["a", "b"]],
  [
    "what is built is not",
    [distribution("a", "wheel"), distribution("b", "source", "c"), distribution("c", "wheel")],
    ["a", "c"],
  ],
  [
    "what needs it is not, over others too",
    [distribution("a", "wheel", "b"), distribution("b", "wheel", "c"), distribution("c", "source")],
    [],
  ],
  [
    "nor what needs it by an extra",
    [
      distribution("psycopg", "wheel", "extra:psycopg-c"),
      distribution("psycopg-c", "source"),
      distribution("web", "wheel"),
    ],
    ["web"],
  ],
  [
    "what is built of pure Python takes nothing away from others",
    [distribution("a", "wheel", "docopt"), distribution("docopt", "source")],
    ["a", "docopt"],
  ],
  ["what is untold may be built", [distribution("a", "untold")], []],
  [
    "where nothing tells what depends on what, all may need what is built",
    [distribution("a", "wheel"), distribution("b", "source")],
    [],
  ],
  [
    "one version that is built is enough",
    [distribution("a", "wheel"), distribution("a", "source", "b"), distribution("b", "wheel")],
    ["b"],
  ],
  [
    "a circle ends",
    [distribution("a", "wheel", "b"), distribution("b", "wheel", "a"), distribution("c", "source", "a")],
    ["a", "b"],
  ],
])("%s", (_, distributions, expected) => expect([...prebuiltNames(distributions)]).toEqual(expected));
