import type { Difference } from "../difference";
import { foreignService, ownService } from "./added-services";
import { compareEntries } from "./compare-entries";
import { COMPOSE_APP } from "./compose-names";
import type { ComposePair } from "./compose-pair";
import { textOf } from "./entry";
import { compareItems } from "./file-items";
import { dependenciesOf } from "./own-services";
import type { WrittenCompose } from "./read-compose";
import { takenNames } from "./taken-names";

/** Where two compose files differ in substance. What others need comes before them, so that the calls can be made in turn. */
export function compareCompose(pair: ComposePair): Difference[] {
  const { yours, own } = pair;
  const names = [...yours.services.keys()];
  const foreign = inOrder(
    names.filter((name) => name !== own.main && !own.others.includes(name)),
    yours,
  );
  return [
    ...compareItems(yours, pair.generated),
    ...renamed(pair),
    ...takenNames(pair),
    ...foreign.flatMap((name) => foreignService(name, pair)),
    ...own.others.flatMap((name) => ownService(name, pair)),
    ...(own.main === undefined ? [] : compareEntries(own.main, "app", COMPOSE_APP, pair)),
    ...restrictions(pair),
  ];
}

/** Each after those that it waits for. */
function inOrder(names: readonly string[], { services }: WrittenCompose): string[] {
  const ordered: string[] = [];
  const visit = (name: string, way: readonly string[]): void => {
    if (ordered.includes(name) || way.includes(name) || !names.includes(name)) return;
    for (const each of dependenciesOf(services.get(name) ?? {})) visit(each, [...way, name]);
    ordered.push(name);
  };
  for (const name of names) visit(name, []);
  return ordered;
}

function renamed({ own, yours }: ComposePair): Difference[] {
  const { main } = own;
  if (main === undefined) {
    const why = "no service is built from this folder: the service app is added";
    return [{ topic: "service app", generated: "app", way: { kind: "nothing", why } }];
  }
  if (main === "app") return [];
  const why = `it is called app here: docker compose up app; whoever reaches it by the name ${main} has to be told`;
  return [
    {
      topic: `service ${main}`,
      line: yours.lineOf("services", main),
      yours: main,
      generated: "app",
      way: { kind: "nothing", why },
    },
  ];
}

/** What app may not do in the generated file, and may in the written one. */
function restrictions({ generated, yours, own }: ComposePair): Difference[] {
  const names = ["read_only", "cap_drop", "security_opt", "tmpfs"];
  const app = generated.services.get("app") ?? {};
  const mine = own.main === undefined ? {} : (yours.services.get(own.main) ?? {});
  const more = names.filter((name) => app[name] !== undefined && mine[name] === undefined);
  if (more.length === 0) return [];
  const why =
    "the image needs nothing of it; where the program writes beside /tmp, give it a volume, or readOnly: false by configure";
  return [
    {
      topic: "app restrictions",
      generated: more.map((name) => `${name}: ${textOf(app[name])}`).join(", "),
      way: { kind: "nothing", why },
    },
  ];
}
