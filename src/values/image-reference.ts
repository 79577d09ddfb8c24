import { Mistake, shown } from "./mistake";

const REGISTRY = /^(?:[a-zA-Z0-9](?:[a-zA-Z0-9.-]*[a-zA-Z0-9])?)(?::[0-9]+)?$/;
const PATH = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$/;
const TAG = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/;
const DIGEST = /^(?:sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/;

/**
 * The name of a container image: `[registry/]repository[:tag][@digest]`.
 *
 * @see https://github.com/distribution/reference
 */
export class ImageReference {
  /**
   * Parses an image reference.
   *
   * @param text for example `python:3.13-slim-trixie` or `ghcr.io/astral-sh/uv:0.13.9`
   * @throws where the text is no image reference
   */
  public static of(text: string): ImageReference {
    const fail = (what: string, allowed: string): never => {
      throw new Mistake({
        where: "image reference",
        what: `${shown(text)} ${what}`,
        allowed,
        fix: 'write it as "[registry/]repository[:tag][@sha256:…]", for example "python:3.13-slim-trixie"',
      });
    };
    if (typeof text !== "string" || text === "") return fail("is empty or no text", "a reference names a repository");
    const [name, digest, ...more] = text.split("@");
    if (more.length > 0) return fail("has more than one @", "at most one digest is allowed");
    if (digest !== undefined && !DIGEST.test(digest)) {
      return fail(`has the digest ${shown(digest)}`, "a digest is sha256: and 64 hexadecimal digits in lower case");
    }
    const colon = name.lastIndexOf(":");
    const hasTag = colon > name.lastIndexOf("/");
    const tag = hasTag ? name.slice(colon + 1) : undefined;
    if (tag !== undefined && !TAG.test(tag)) {
      return fail(
        `has the tag ${shown(tag)}`,
        "a tag has up to 128 letters, digits, _ . - and starts with none of . -",
      );
    }
    const path = hasTag ? name.slice(0, colon) : name;
    const slash = path.indexOf("/");
    const first = path.slice(0, slash);
    const namesRegistry = slash > 0 && (first === "localhost" || /[.:]/.test(first));
    if (namesRegistry && !REGISTRY.test(first)) {
      return fail(`has the registry ${shown(first)}`, "a registry is a host name, with :port where it needs one");
    }
    const registry = namesRegistry ? first : undefined;
    const repository = registry === undefined ? path : path.slice(slash + 1);
    if (!PATH.test(repository)) {
      return fail(
        `has the repository ${shown(repository)}`,
        "a repository has lower-case letters and digits, separated by . _ __ - or /",
      );
    }
    return new ImageReference(repository, registry, tag, digest);
  }

  private constructor(
    /** The repository, without the registry: `library/python`, `astral-sh/uv`. */
    public readonly repository: string,
    /** The registry's host and port; undefined stands for the engine's default. */
    public readonly registry?: string,
    /** The tag; undefined where none is written. */
    public readonly tag?: string,
    /** The digest with its algorithm, `sha256:…`; undefined where none is written. */
    public readonly digest?: string,
  ) {}

  /**
   * The same image pinned by its content.
   *
   * @param digest `sha256:` and 64 hexadecimal digits
   * @throws where it is no digest
   */
  public withDigest(digest: string): ImageReference {
    const name = this.toString().split("@")[0];
    return ImageReference.of(`${name}@${digest}`);
  }

  /** The reference as it is written in a Dockerfile or a compose file. */
  public toString(): string {
    const registry = this.registry === undefined ? "" : `${this.registry}/`;
    const tag = this.tag === undefined ? "" : `:${this.tag}`;
    const digest = this.digest === undefined ? "" : `@${this.digest}`;
    return `${registry}${this.repository}${tag}${digest}`;
  }
}
