import { connect, type Socket } from "node:net";

// biome-ignore lint/suspicious/noExplicitAny: the messages of the protocol are of any shape
type Message = any;

/**
 * A client of a debugger, as an editor is one.
 *
 * @see https://microsoft.github.io/debug-adapter-protocol/specification
 */
export class Debugger {
  /**
   * Attaches to a debugger that listens on this machine.
   *
   * @param folder the source on the host
   * @param remote the same in the container
   */
  public static async attach(port: number, folder: string, remote: string): Promise<Debugger> {
    const socket = connect(port, "127.0.0.1");
    await new Promise((resolve, reject) => socket.once("connect", resolve).once("error", reject));
    const made = new Debugger(socket);
    made.send("initialize", { adapterID: "test", pathFormat: "path" });
    made.send("attach", { pathMappings: [{ localRoot: folder, remoteRoot: remote }], justMyCode: false });
    await made.until(({ event }) => event === "initialized");
    return made;
  }

  private readonly messages: Message[] = [];
  private rest = Buffer.alloc(0);
  private sent = 0;

  private constructor(private readonly socket: Socket) {
    socket.on("data", (data) => this.take(data));
  }

  /** Sets one breakpoint, by the path on the host. */
  public async breakAt(path: string, line: number): Promise<void> {
    this.send("setBreakpoints", { source: { path }, breakpoints: [{ line }] });
    await this.until(({ command }) => command === "setBreakpoints");
    this.send("configurationDone", {});
    await this.until(({ command }) => command === "configurationDone");
  }

  /** Waits until the program stops; where that is, as the client sees it. */
  public async stopped(): Promise<{ path: string; line: number }> {
    const { body } = await this.until(({ event }) => event === "stopped");
    this.send("stackTrace", { threadId: body.threadId });
    const { stackFrames } = (await this.until(({ command }) => command === "stackTrace")).body;
    this.send("continue", { threadId: body.threadId });
    return { path: stackFrames[0].source.path, line: stackFrames[0].line };
  }

  public close(): void {
    this.socket.destroy();
  }

  private send(command: string, words: object): void {
    this.sent += 1;
    const body = JSON.stringify({ seq: this.sent, type: "request", command, arguments: words });
    this.socket.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  private async until(isIt: (message: Message) => boolean, seconds = 40): Promise<Message> {
    for (const end = Date.now() + seconds * 1000; Date.now() < end; await pause(50)) {
      const at = this.messages.findIndex(isIt);
      if (at !== -1) return this.messages.splice(0, at + 1)[at];
    }
    throw new Error(`the debugger said only ${JSON.stringify(this.messages)}`);
  }

  private take(data: Buffer): void {
    this.rest = Buffer.concat([this.rest, data]);
    for (;;) {
      const end = this.rest.indexOf("\r\n\r\n");
      const length = Number(/Content-Length: (\d+)/i.exec(this.rest.subarray(0, Math.max(end, 0)).toString())?.[1]);
      if (end === -1 || this.rest.length < end + 4 + length) return;
      this.messages.push(JSON.parse(this.rest.subarray(end + 4, end + 4 + length).toString()));
      this.rest = this.rest.subarray(end + 4 + length);
    }
  }
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
