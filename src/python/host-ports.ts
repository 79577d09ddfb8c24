import type { ComposeFile } from "../compose/compose-file";
import type { ComposeService } from "../compose/compose-service";

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

  private readonly wishes = new Map<ComposeService, () => number | undefined>();

  private constructor(private readonly compose: ComposeFile) {}

  /**
   * Notes on which port a service is to be published; one that was noted before goes first.
   *
   * @param wish the port on which it listens in its container; it is asked when the file is rendered
   */
  public note(service: ComposeService, wish: () => number | undefined): void {
    this.wishes.set(service, wish);
  }

  /** The port of the service: the one that it wishes, or the next that is free. */
  public portOf(service: ComposeService): number | undefined {
    const taken = this.givenByUser();
    for (const [each, wish] of this.wishes) {
      const wished = wish();
      const port = wished === undefined ? undefined : nextFree(wished, taken);
      if (each === service) return port;
      if (port !== undefined) taken.add(port);
    }
    return undefined;
  }

  private givenByUser(): Set<number> {
    const ports = this.compose.services.flatMap(({ _givenPorts }) => _givenPorts);
    return new Set(ports.map(({ published }) => Number(published?._literalText())));
  }
}

const byFile = new WeakMap<ComposeFile, HostPorts>();

function nextFree(wished: number, taken: ReadonlySet<number>): number {
  return taken.has(wished) ? nextFree(wished + 1, taken) : wished;
}
