/** The socket of a container engine, by which whoever reaches it is root on the host. */
const SOCKET = /(?:^|\/)(?:docker|containerd|podman|crio)(?:\/\w+)?\.sock$/;

/** Whether the path is that of an engine's socket. */
export function isEngineSocket(path: string): boolean {
  return SOCKET.test(path);
}
