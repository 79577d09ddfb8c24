import { fileTable } from "../../../src/compose/render/render-compose";
import { leftToOverrides } from "./left-to-overrides";
import { sinceOf, valuesSince } from "./since";
import { tablePaths } from "./table-paths";

/** The methods of a compose file and its services whose options, or arguments, the tables name by the property. */
const METHODS: readonly (readonly [RegExp, string])[] = [
  [/^name$/, "`ComposeFileOptions.name`"],
  [/^extensions$/, "`addExtension`"],
  [/^include(?:\.(.*))?$/, "`addInclude`"],
  [/^services(?:\.(.*))?$/, "`addService`"],
  [/^networks(?:\.(.*))?$/, "`addNetwork`"],
  [/^volumes(?:\.(.*))?$/, "`addVolume`"],
  [/^secrets(?:\.(.*))?$/, "`addSecret`"],
  [/^configs(?:\.(.*))?$/, "`addConfig`"],
  [/^models(?:\.(.*))?$/, "`addModel`"],
];

/** What lies elsewhere in a service than the tables say. */
const ELSEWHERE: readonly (readonly [RegExp, string])[] = [
  [/^volumes\.volume$/, "`volumes`: options of `ServiceVolume.named` and `ServiceVolume.anonymous`"],
  [/^volumes\.volume\.(.*)$/, "`volumes`: `$1` of `ServiceVolume.named` and `ServiceVolume.anonymous`"],
  [/^volumes\.(bind|tmpfs|image)$/, "`volumes`: options of `ServiceVolume.$1`"],
  [/^volumes\.(bind|tmpfs|image)\.(.*)$/, "`volumes`: `$2` of `ServiceVolume.$1`"],
  [/^volumes\.(readOnly|extensions)$/, "`volumes`: `$1` of each kind of `ServiceVolume`"],
  [/^volumes\.(type|source|target)$/, "`volumes`: `ServiceVolume`"],
  [/^watch\.watch\.(.*)$/, "`watch.$1`"],
  [/^watch\.watch$/, "`watch`"],
  [/^deploy\.resources\.reservations\.genericResources\.spec$/, "`deploy.resources.reservations.genericResources`"],
  [/^.*\.genericResources\.spec\.(.*)$/, "`deploy.resources.reservations.genericResources.$1`"],
];

/** The page that says of each property of the specification where it is. */
export function composePage(): string {
  const typed = new Map<string, string[]>();
  for (const { path, option } of tablePaths(fileTable)) typed.set(path, [...(typed.get(path) ?? []), place(option)]);
  const rows = new Map([
    ...[...typed].map(([path, places]) => {
      const newer = [sinceOf(path)?.replace(/^/, "Compose "), valuesSince[path]].filter(Boolean).join("; ");
      return [path, `${[...new Set(places)].join(", ")}${newer === "" ? "" : ` (${newer})`}`] as const;
    }),
    ...Object.entries(leftToOverrides).map(([path, reason]) => [path, `left to \`addOverride\`: ${reason}`] as const),
  ]);
  const sections = [
    section(
      "The file",
      [...rows].filter(([path]) => !/^(?:services|include|networks|volumes|secrets|configs|models)\./.test(path)),
    ),
    section("Services, by `addService` and `configure`", below(rows, "services.")),
    ...["include", "networks", "volumes", "secrets", "configs", "models"].map((name) =>
      section(`${name}, by ${METHODS.find(([pattern]) => pattern.test(name))?.[1]}`, below(rows, `${name}.`)),
    ),
  ];
  const intro =
    "Each property of the [compose specification](https://github.com/compose-spec/compose-spec/blob/main/spec.md), and " +
    "the option or method that gives it; in brackets the Compose that first knew it, where that is newer than 2.26, which refuses such a property or passes over it. What is left out on purpose is set by `addOverride` of the file, with the names " +
    'of the specification: `compose.file.addOverride("services.app.mem_limit", "1g")`. The test ' +
    "`test/compose/specification.test.ts` keeps this page.";
  return `${["# Where the compose specification is", intro, ...sections].join("\n\n")}\n`;
}

function below(rows: ReadonlyMap<string, string>, prefix: string): [string, string][] {
  return [...rows].flatMap(([path, place]) => (path.startsWith(prefix) ? [[path.slice(prefix.length), place]] : []));
}

function section(title: string, rows: readonly (readonly [string, string])[]): string {
  const sorted = [...rows].sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    `## ${title}`,
    ["| property | where |", "|---|---|", ...sorted.map(([path, place]) => `| \`${path}\` | ${place} |`)].join("\n"),
  ].join("\n\n");
}

function place(option: string): string {
  for (const [pattern, method] of METHODS) {
    const inner = pattern.exec(option);
    if (inner !== null) return inner[1] === undefined ? method : placeInside(inner[1], option.startsWith("services."));
  }
  throw new Error(`no method gives ${option}`);
}

function placeInside(option: string, isService: boolean): string {
  const elsewhere = isService ? ELSEWHERE.find(([pattern]) => pattern.test(option)) : undefined;
  return elsewhere === undefined ? `\`${option}\`` : option.replace(...(elsewhere as [RegExp, string]));
}
