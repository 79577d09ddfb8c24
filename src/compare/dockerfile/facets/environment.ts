import type { Difference } from "../../difference";
import { isSecret, isSecretName } from "../../secrets";
import type { ImagePair } from "../image-pair";
import { APP, appSection, argumentCalls, wordExpression } from "../word-expression";

/** Variables that matter while the image is built. */
const BUILDING =
  /^(?:UV|POETRY|PIP|PDM|PIPENV|PIPX|HATCH)_|^(?:DEBIAN_FRONTEND|VIRTUAL_ENV|PYSETUP_PATH|VENV_PATH|VENV|PYTHON_VERSION|UID|GID|UNAME)$/;
/** Folders in which package managers and environments lie. */
const KNOWN_PATH = /\$|venv|\.local\/bin|poetry|pipx|\/uv\b|\.cargo|PYSETUP|^\/usr\/|^\/(?:s?bin)$|^$/i;

const SECRET =
  "a secret does not belong into an image, where everybody can read it: give it when the container starts; its value is masked here";

/** The environment of the container, and the labels of the image. */
export function compareEnvironment(pair: ImagePair): Difference[] {
  const { yours, generated, here } = pair;
  const differing = [...yours.environment].filter(
    ([name, { value }]) => !isSame(name, here(value), generated.environment.get(name)?.value),
  );
  const isPath = ([name]: (typeof differing)[number]) => name === "PATH" || name === "PYTHONPATH";
  const isForBuilding = ([name]: (typeof differing)[number]) => BUILDING.test(name) && !isNamed(name, pair);
  const building = differing.filter((each) => isForBuilding(each) && !isPath(each));
  const others = differing.filter((each) => !isForBuilding(each) && !isPath(each));
  return [
    ...others.map(([name, { value, line }]): Difference => {
      const word = wordExpression(here(value));
      const shown = {
        topic: `environment ${name}`,
        line,
        yours: value,
        generated: generated.environment.get(name)?.value,
      };
      if (isSecret(name, value)) return { ...shown, way: { kind: "none", why: SECRET } };
      if (word === undefined)
        return { ...shown, way: { kind: "none", why: "a method takes plain references to variables alone" } };
      const calls = [...argumentCalls(here(value), yours), APP.calling("addEnv", name, word)];
      const note =
        isSecretName(name) && value !== ""
          ? "whoever has the image can read it: better given when the container starts"
          : undefined;
      return { ...shown, way: { kind: "carry", calls, note } };
    }),
    ...comparePath(pair),
    ...comparePythonPath(pair),
    ...summary(
      "environment for building",
      building.map(([name, { line }]) => ({ name, line })),
    ),
    ...added(pair),
    ...compareLabels(pair),
  ];
}

/** Whether something that is carried over names the variable. */
function isNamed(name: string, { yours }: ImagePair): boolean {
  const { command, entrypoint, health, others } = yours;
  const texts = [
    ...yours.steps.filter(({ value }) => value.isFinal).flatMap(({ value }) => value.commands),
    ...(command?.value.words ?? []),
    ...(entrypoint?.value.words ?? []),
    ...(health?.value.program?.words ?? []),
    ...others.map(({ value }) => value),
  ];
  return texts.some((text) => new RegExp(`\\$\\{?${name}\\b`).test(text));
}

function isSame(name: string, mine: string, other: string | undefined): boolean {
  if (mine === other) return true;
  // The base image sets it.
  if (name === "LANG" && mine === "C.UTF-8") return true;
  // Python asks of these whether they are set at all.
  return /^PYTHON(?:UNBUFFERED|DONTWRITEBYTECODE|FAULTHANDLER)$/.test(name) && mine !== "" && (other ?? "") !== "";
}

function summary(topic: string, found: readonly { name: string; line: number }[]): Difference[] {
  if (found.length === 0) return [];
  const yours = found.map(({ name }) => name).join(", ");
  const why = "the generated stages that build have their own settings, and the image needs none of them";
  return [{ topic, line: found[0].line, yours, way: { kind: "nothing", why } }];
}

/** What the written file does not set is no loss; it is told, since a program may see it. */
function added({ yours, generated }: ImagePair): Difference[] {
  const names = [...generated.environment.keys()].filter(
    (name) => !yours.environment.has(name) && name !== "PATH" && name !== "VIRTUAL_ENV",
  );
  if (names.length === 0) return [];
  const values = names.map((name) => `${name}=${generated.environment.get(name)?.value}`).join(", ");
  return [
    {
      topic: "environment that is added",
      generated: values,
      way: { kind: "nothing", why: "comments in the generated Dockerfile say what for" },
    },
  ];
}

function comparePath({ yours, generated, here }: ImagePair): Difference[] {
  const mine = yours.environment.get("PATH");
  const other = generated.environment.get("PATH");
  if (mine === undefined || other === undefined) return [];
  const there = other.value.split(":");
  const more = here(mine.value)
    .split(":")
    .filter((each) => !there.includes(each) && !KNOWN_PATH.test(each));
  if (more.length === 0) return [];
  const word = wordExpression([...there.slice(0, 1), ...more, ...there.slice(1)].join(":"));
  return [
    {
      topic: "environment PATH",
      line: mine.line,
      yours: mine.value,
      generated: other.value,
      way:
        word === undefined
          ? { kind: "none", why: "a method takes plain references to variables alone" }
          : { kind: "carry", calls: [APP.calling("addEnv", "PATH", word)] },
    },
  ];
}

function comparePythonPath({ yours, generated, here, project }: ImagePair): Difference[] {
  const mine = yours.environment.get("PYTHONPATH");
  if (mine === undefined) return [];
  const plain = (text: string) =>
    text
      .split(":")
      .filter((each) => each !== "" && !/^\$/.test(each))
      .map((each) => each.replace(/(?<=.)\/$/, ""));
  const other = generated.environment.get("PYTHONPATH")?.value;
  const there = plain(other ?? "");
  const more = plain(here(mine.value)).filter((each) => !there.includes(each));
  if (more.length === 0) return [];
  const shown = { topic: "environment PYTHONPATH", line: mine.line, yours: mine.value, generated: other };
  if (
    project.facts.installsProject.value &&
    more.every((each) => /^\/app(?:\/src)?$/.test(each) || each === yours.folder?.value)
  ) {
    return [
      { ...shown, way: { kind: "nothing", why: "the project is installed in the environment, where Python finds it" } },
    ];
  }
  const word = wordExpression([...there, ...more].join(":"));
  if (word === undefined)
    return [{ ...shown, way: { kind: "none", why: "a method takes plain references to variables alone" } }];
  return [{ ...shown, way: { kind: "carry", calls: [APP.calling("addEnv", "PYTHONPATH", word)] } }];
}

function compareLabels({ yours, generated }: ImagePair): Difference[] {
  return [...yours.labels].flatMap(([key, { value, line }]): Difference[] => {
    const other = generated.labels.get(key)?.value;
    if (other === value) return [];
    const shown = { topic: `label ${key}`, line, yours: value, generated: other };
    const word = wordExpression(value);
    if (word === undefined)
      return [{ ...shown, way: { kind: "none", why: "a method takes plain references to variables alone" } }];
    const calls = [...argumentCalls(value, yours), appSection("labels").calling("addLabel", key, word)];
    return [{ ...shown, way: { kind: "carry", calls } }];
  });
}
