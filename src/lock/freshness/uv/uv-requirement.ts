import { normalizedName } from "../../../pyproject/requirements/distribution-name";
import type { LockTable } from "../../formats/lock-table";
import { canonicalSpecifiers } from "./canonical-specifiers";
import { type Condition, conditionOf } from "./condition";

/** A requirement as uv records it: one for each place it may come from. */
export interface UvRequirement {
  /** The name, normalised. */
  readonly name: string;
  readonly extras: readonly string[];
  readonly condition: Condition;
  /** The versions that are allowed, in one spelling. */
  readonly versions: string;
  /** The place it comes from, in one spelling. */
  readonly origin: string;
  /** The requirement in the words of a message. */
  readonly words: string;
}

/** Where a path of the lock file leads, from the project's folder. */
export type Placed = (path: string) => string;

/** Reads the requirements that the lock file has recorded below the key. */
export function recordedRequirements(table: LockTable, key: string, where: string, placed: Placed): UvRequirement[] {
  return table.tables(key).map((each) => {
    const name = normalizedName(each.text("name") ?? "");
    const extras = each.texts("extras").map(normalizedName);
    const conflict = each.table("conflict");
    const origin = originOf(
      {
        index: each.text("index"),
        conflict: conflict && (conflict.text("extra") ?? conflict.text("group")),
        git: each.text("git"),
        url: each.text("url"),
        subdirectory: each.text("subdirectory"),
        path: each.text("path"),
        directory: each.text("directory"),
        editable: each.text("editable"),
        virtual: each.text("virtual"),
      },
      placed,
    );
    const marker = each.text("marker");
    const place = ["git", "url", "path", "directory", "editable", "virtual"].find((kind) => each.has(kind));
    const version = place === undefined ? (each.text("specifier") ?? "") : `from ${each.text(place)}`;
    return {
      name,
      extras,
      condition: conditionOf(marker, where),
      versions: place === undefined ? canonicalSpecifiers(each.text("specifier") ?? "") : "",
      origin,
      words: inWords(name, extras, version, marker),
    };
  });
}

/** The keys by which the lock file records where a requirement comes from. */
export interface RequirementOrigin {
  readonly index?: string;
  readonly conflict?: string;
  /** With the version as `rev`, `tag` or `branch` and the folder as `subdirectory` in the query. */
  readonly git?: string;
  readonly url?: string;
  readonly subdirectory?: string;
  readonly path?: string;
  readonly directory?: string;
  readonly editable?: string;
  readonly virtual?: string;
}

/** The origin in one spelling. */
export function originOf(origin: RequirementOrigin, placed: Placed): string {
  const { git, url, subdirectory = "" } = origin;
  if (git !== undefined) return `git ${canonicalGit(git)}`;
  if (url !== undefined) return `url ${canonicalUrl(url)} ${subdirectory}`;
  for (const kind of ["path", "directory", "editable", "virtual"] as const) {
    const path = origin[kind];
    if (path !== undefined) return `${kind} ${placed(path)}`;
  }
  const index = origin.index === undefined ? "" : canonicalUrl(origin.index);
  return `index ${index} ${origin.conflict ?? ""}`;
}

/** An address without the user, the password and the fragment. */
export function canonicalUrl(text: string): string {
  if (!URL.canParse(text)) return text;
  const url = new URL(text);
  url.username = "";
  url.password = "";
  url.hash = "";
  return url.href;
}

function canonicalGit(text: string): string {
  const [address, query = ""] = text.replace(/#.*$/s, "").split("?", 2);
  const asked = [...new URLSearchParams(query)].map(([key, value]) => `${key}=${value}`);
  return [canonicalUrl(address), ...asked.sort()].join(" ");
}

/** A requirement in the words of a message. */
export function inWords(name: string, extras: readonly string[], version: string, marker: string | undefined): string {
  const asked = `${name}${extras.length === 0 ? "" : `[${extras.join(",")}]`}`;
  return `${[asked, version].filter(Boolean).join(" ")}${marker === undefined ? "" : `; ${marker}`}`;
}
