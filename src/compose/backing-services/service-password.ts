import { Mistake } from "../../values/mistake";
import type { ComposeFile } from "../compose-file";
import { ComposeValue } from "../compose-value";
import type { ComposeSecret } from "../file/compose-secret";
import { variableOf } from "../properties/names";

/** A password as the services of a file have it. */
export interface PasswordInFile {
  /** As an application has it, in a URL. */
  readonly value: ComposeValue;
  /** As the server reads it, from a file; undefined where it has it in its environment. */
  readonly secret?: ComposeSecret;
}

/**
 * Where the password of a ready-made service comes from.
 *
 * A URL takes it as it is: compose can't encode what a variable holds. Letters, digits and `-._~` need no encoding.
 */
export class ServicePassword {
  /**
   * A variable that compose reads where it runs, with a password for development where it is not set: `up` works in a
   * fresh clone.
   *
   * @param name the variable; the service's name and `_PASSWORD` where it is left out: `DB_PASSWORD` of `db`
   * @param fallback the password where the variable is not set; `development` where it is left out
   * @throws where the fallback has a character that a URL would have to encode
   */
  public static variable(name?: string, fallback: string = "development"): ServicePassword {
    if (!/^[\w.~-]+$/.test(fallback)) throw unfitForUrls();
    return new ServicePassword((_, service) => ({
      value: ComposeValue.variable(name ?? variableOf(service, "PASSWORD"), fallback),
    }));
  }

  /**
   * A secret of the compose file, which takes it from a variable where compose runs; compose stops where it is not set.
   * The server reads it from a file instead of its environment.
   *
   * The secret's name is the service's and `-password`.
   *
   * @param variable the service's name and `_PASSWORD` where it is left out: `DB_PASSWORD` of `db`
   */
  public static secret(variable?: string): ServicePassword {
    return new ServicePassword((file, service) => {
      const environment = variable ?? variableOf(service, "PASSWORD");
      return {
        value: ComposeValue.required(environment, `set it to the password of ${service}`),
        secret: file.addSecret(`${service}-password`, { environment }),
      };
    });
  }

  private constructor(private readonly read: (file: ComposeFile, service: string) => PasswordInFile) {}

  /**
   * The password in a file.
   *
   * @internal
   */
  public _in(file: ComposeFile, service: string): PasswordInFile {
    return this.read(file, service);
  }
}

function unfitForUrls(): Mistake {
  return new Mistake({
    where: "ServicePassword.variable",
    what: "the fallback is empty or has a character that the URL of the service can't hold",
    allowed: "a password has letters, digits and -._~",
    fix: "use another fallback; a variable's own value has to keep to it too",
  });
}
