import { debianSuites } from "../../knowledge/debian-suites";

/** What a stage starts from. */
export interface BaseImage {
  /** As it is written, variables replaced. */
  readonly reference: string;
  /** The registry and path before the name of the official image. */
  readonly mirror?: string;
  /** The Python version that it holds, where its name tells. */
  readonly python?: string;
  /** The Debian suite, where its name tells. */
  readonly suite?: string;
  /** The system that it is, where that is not Debian. */
  readonly otherSystem?: string;
  /** Whether it is an official Python image, or a copy of one in another registry. */
  readonly isPython: boolean;
  readonly isSlim: boolean;
}

/** Suites that are no longer supported; files name them all the same. */
const olderSuites = ["buster", "stretch", "jessie"];

const others: readonly (readonly [RegExp, string])[] = [
  [/alpine/, "Alpine"],
  [/ubuntu|jammy|noble|focal|cuda|nvidia/, "Ubuntu"],
  [/ubi\d|rhel|centos|rockylinux|fedora|amazonlinux|lambda/, "a system of Red Hat's family"],
  [/distroless/, "a system without a shell"],
  [/windows|nanoserver/, "Windows"],
];

/** What the name of an image tells. */
export function baseImage(reference: string): BaseImage {
  const plain = reference.replace(/@sha256:\w+$/, "");
  const [, path, tag = ""] = /^(.*?)(?::([^:/]*))?$/.exec(plain) ?? ["", plain];
  const name = path.split("/").at(-1) ?? "";
  const isPython = name === "python";
  const place = path
    .split("/")
    .slice(0, -1)
    .join("/")
    .replace(/^docker\.io(?:\/|$)/, "")
    .replace(/^library$/, "");
  const named = isPython ? /^(\d+(?:\.\d+)*)/.exec(tag) : /python-?(\d+\.\d+(?:\.\d+)*)/.exec(`${name}:${tag}`);
  return {
    reference,
    mirror: isPython && place !== "" && place !== "library" ? place.replace(/\/library$/, "") : undefined,
    python: named?.[1],
    suite: [...debianSuites, ...olderSuites].find((suite) => new RegExp(`(?:^|[-:])${suite}(?:-|$)`).test(tag)),
    otherSystem: others.find(([pattern]) => pattern.test(plain))?.[1],
    isPython,
    isSlim: /(?:^|-)slim(?:-|$)/.test(tag),
  };
}
