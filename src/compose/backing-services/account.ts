import type { ComposeFile } from "../compose-file";
import { ComposeValue } from "../compose-value";
import { parseFilled } from "../properties/parse-text";
import { Place } from "../properties/place";
import type { ServiceSecret } from "../service/service-secret";
import type { AccountOptions } from "./ready-service-options";
import { type PasswordInFile, ServicePassword } from "./service-password";

/** The account that applications have on a server. */
export class Account {
  public readonly user: string;
  private readonly password: PasswordInFile;

  constructor(
    private readonly file: ComposeFile,
    private readonly host: string,
    { userName = "app", password = ServicePassword.variable() }: Pick<AccountOptions, "userName" | "password">,
  ) {
    this.user = this.filled(userName);
    this.password = password._in(file, host);
  }

  /** The name of a database or the like, which is not empty. */
  public filled(name: string): string {
    const place = new Place(`${this.file.fileName} service ${JSON.stringify(this.host)}`, this.file);
    return parseFilled(name, place)._literalText() ?? name;
  }

  /** The address of the server with the account. */
  public url(scheme: string, port: number, path: string, query = ""): ComposeValue {
    const { host, user, password } = this;
    const name = `${scheme}://${encodeURIComponent(user)}:`;
    return ComposeValue.join(name, password.value, `@${host}:${port}/${encodeURIComponent(path)}${query}`);
  }

  /** The variable by which the server has the password, or the one that names the password's file. */
  public variable(name: string): { [name: string]: string | ComposeValue } {
    const { value, secret } = this.password;
    return secret === undefined ? { [name]: value } : { [`${name}_FILE`]: secret.containerPath };
  }

  /** The file that holds the password; undefined where the environment does. */
  public get passwordFile(): string | undefined {
    return this.password.secret?.containerPath;
  }

  /** The secrets that the server reads. */
  public get secrets(): ServiceSecret[] {
    return this.password.secret === undefined ? [] : [{ secret: this.password.secret }];
  }
}
