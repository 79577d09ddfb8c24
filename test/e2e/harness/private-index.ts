import { createHash } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { mustDocker } from "./engine";

/** The distribution that the index has, and no other one. */
export const distribution = "acme-greeting";

/** Writes a wheel to standard output, in base64. */
const WHEEL = `
import base64, io, zipfile
info = "acme_greeting-1.0.dist-info"
files = {
    "acme_greeting.py": "TEXT = 'hello from the private index'\\n",
    f"{info}/METADATA": "Metadata-Version: 2.1\\nName: acme-greeting\\nVersion: 1.0\\n",
    f"{info}/WHEEL": "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n",
}
files[f"{info}/RECORD"] = "".join(f"{name},,\\n" for name in [*files, f"{info}/RECORD"])
wheel = io.BytesIO()
with zipfile.ZipFile(wheel, "w") as archive:
    for name, text in files.items():
        archive.writestr(name, text)
print(base64.b64encode(wheel.getvalue()).decode())
`;

/** A package index on this machine that builds reach, with one small wheel. */
export class PrivateIndex {
  /** The user's name, and a password that stands nowhere else. */
  public static readonly user = "ada";
  public static readonly password = "pw-9f8d2c71e6a3";

  /** Texts by which the password would be found in a file. */
  public static readonly traces = [
    PrivateIndex.password,
    Buffer.from(`${PrivateIndex.user}:${PrivateIndex.password}`).toString("base64"),
  ];

  /**
   * Starts one at Docker's bridge.
   *
   * @param isOpen whether it answers without a password, and refuses an empty one
   */
  public static async start(isOpen = false): Promise<PrivateIndex> {
    const gateway = "{{(index .IPAM.Config 0).Gateway}}";
    const host = await mustDocker(["network", "inspect", "bridge", "--format", gateway]);
    const python = ["python:3.13-slim-trixie", "python", "-c", WHEEL];
    const wheel = Buffer.from(await mustDocker(["run", "--rm", "--network", "none", ...python]), "base64");
    const server = serverOf(wheel, isOpen);
    await new Promise<void>((resolve, reject) => server.once("error", reject).listen(0, host, resolve));
    return new PrivateIndex(server, host, (server.address() as AddressInfo).port);
  }

  private constructor(
    private readonly server: Server,
    public readonly host: string,
    private readonly port: number,
  ) {}

  /** The address that a project declares. */
  public get url(): string {
    return `http://${this.host}:${this.port}/simple`;
  }

  public stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}

function serverOf(wheel: Buffer, isOpen: boolean): Server {
  const file = "acme_greeting-1.0-py3-none-any.whl";
  const hash = createHash("sha256").update(wheel).digest("hex");
  const [, expected] = PrivateIndex.traces;
  return createServer((request, response) => {
    const given = request.headers.authorization;
    const isAllowed = isOpen ? given === undefined : given === `Basic ${expected}`;
    if (!isAllowed) response.writeHead(401, { "WWW-Authenticate": 'Basic realm="private"' }).end();
    else if (request.url === `/simple/${distribution}/`) {
      response.writeHead(200, { "Content-Type": "text/html" }).end(`<a href="/${file}#sha256=${hash}">${file}</a>`);
    } else if (request.url === `/${file}`) response.writeHead(200).end(wheel);
    else response.writeHead(404).end();
  });
}
