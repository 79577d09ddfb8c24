import type { ComposeFile } from "../../compose/compose-file";
import type { ComposeService } from "../../compose/compose-service";

/**
 * The ports of the host on which the services of a compose file are published where no variable says another: two
 * applications that listen on 8000 in their containers can't both have it.
 */
export class HostPorts {
  /** Those of the file. */
  public static of(compose: ComposeFile): HostPorts {
    const there = byFile.get(compose) ?? new HostPorts(compose);
    byFile.set(compose, there);
    return there;
  }

  private readonly wishes = new Map<object, Wish>();
  private readonly later = new Map<object, Wish>();

  private constructor(private readonly compose: ComposeFile) {}

  /**
   * Notes on which port a service is to be published; one that was noted before goes first.
   *
   * @param wish the port on which it listens in its container; it is asked when the file is rendered
   */
  public note(service: ComposeService, wish: () => number | undefined): void {
    this.wishes.set(service, { wish, isThere: () => true });
  }

  /**
   * Notes the same for development: it takes what the others leave.
   *
   * @param listener what listens: a service, or another program in its container
   * @param isThere whether it is in the file, so that it takes its port from others
   */
  public noteLater(listener: object, wish: () => number | undefined, isThere: () => boolean = () => true): void {
    this.later.set(listener, { wish, isThere });
  }

  /** The port of what listens: the one that it wishes, or the next that is free. */
  public portOf(listener: object): number | undefined {
    const taken = this.givenByUser();
    for (const [each, { wish, isThere }] of [...this.wishes, ...this.later]) {
      const wished = wish();
      const port = wished === undefined ? undefined : nextFree(wished, taken);
      if (each === listener) return port;
      if (port !== undefined && isThere()) taken.add(port);
    }
    return undefined;
  }

  private givenByUser(): Set<number> {
    const ports = this.compose.services.flatMap(({ _givenPorts }) => _givenPorts);
    return new Set(ports.map(({ published }) => Number(published?._literalText())));
  }
}

interface Wish {
  readonly wish: () => number | undefined;
  readonly isThere: () => boolean;
}

const byFile = new WeakMap<ComposeFile, HostPorts>();

function nextFree(wished: number, taken: ReadonlySet<number>): number {
  return taken.has(wished) ? nextFree(wished + 1, taken) : wished;
}
