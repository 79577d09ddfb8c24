import type { ComposeFile } from "../compose-file";
import type { ComposeServiceOptions } from "../compose-service-options";
import { ComposeValue } from "../compose-value";
import { ServiceVolume } from "../service/service-volume";
import { BackingService } from "./backing-service";
import { publishLocally } from "./publish-locally";
import type { KeyValueStoreOptions } from "./ready-service-options";
import { Release } from "./release";
import type { PasswordInFile } from "./service-password";

const PORT = 6379;

/** What Redis and Valkey differ in. */
export interface RedisProgram {
  readonly image: string;
  readonly server: string;
  readonly client: string;
}

/**
 * Redis 8 with a volume; applications find it by REDIS_URL.
 *
 * Each write is kept (`--appendonly yes`), so that a queue survives a restart.
 *
 * @see https://github.com/docker-library/docs/blob/master/redis/content.md
 */
export class Redis extends BackingService {
  /** The address of the first of its databases: `redis://…/0`. */
  public readonly url: ComposeValue;

  /**
   * A Redis server.
   *
   * @param file the compose file
   * @param name the service's name, which is its host name for applications
   * @throws where a name is none or is taken, or an option is wrong
   */
  constructor(file: ComposeFile, name: string, options: KeyValueStoreOptions = {}) {
    const { version = "8", hostPort, password, ...rest } = options;
    const { tag } = new Release(file, name, version);
    const inFile = password?._in(file, name);
    const account = inFile === undefined ? [] : [":", inFile.value, "@"];
    const url = ComposeValue.join("redis://", ...account, `${name}:${PORT}/0`);
    super(file, name, { connection: { REDIS_URL: url }, ...rest });
    this.url = url;
    publishLocally(this, PORT, hostPort);
    const data = file.addVolume(`${name}-data`, { omitIfUnused: true });
    this.addDefaults({
      applyDefaults: (service) => {
        service.configure({ image: this._program(tag).image, volumes: [ServiceVolume.named(data, "/data")] });
        service.configure(this.settings(tag, inFile));
      },
    });
  }

  /** @internal */
  protected _program(tag: string): RedisProgram {
    return { image: `redis:${tag}`, server: "redis-server", client: "redis-cli" };
  }

  private settings(tag: string, password: PasswordInFile | undefined): ComposeServiceOptions {
    const { server, client } = this._program(tag);
    // The client ends with 0 where the server refuses it.
    const ping = `${client} ping | grep -q PONG`;
    const check = { intervalSeconds: 5, startPeriodSeconds: 30 };
    const command = [server, "--appendonly", "yes"];
    if (password === undefined) return { command, healthCheck: { shell: ping, ...check } };
    const { value, secret } = password;
    if (secret === undefined) {
      return {
        command: [...command, "--requirepass", value],
        environment: { REDISCLI_AUTH: value },
        healthCheck: { shell: ping, ...check },
      };
    }
    // The server reads no file of this kind itself.
    const read = `"$(cat ${secret.containerPath})"`;
    return {
      command: ["sh", "-c", `exec docker-entrypoint.sh ${command.join(" ")} --requirepass ${read}`],
      secrets: [{ secret }],
      healthCheck: { shell: `REDISCLI_AUTH=${read} ${ping}`, ...check },
    };
  }
}
