/** A variable that an installer puts in: what stands there is not the secret. */
const variable = /^\$(?:\{\w+\}|\w+)$/;

/**
 * The text with `***` in place of the user and the password of every URL in it. A variable such as `${TOKEN}` is kept:
 * who reads it learns what to set.
 *
 * @see https://pip.pypa.io/en/stable/reference/requirements-file-format/#using-environment-variables
 */
export function maskCredentials(text: string): string {
  return text.replaceAll(/\b([a-z][a-z0-9+.-]*:\/\/)([^\s/?#"']+)@/gi, (_, scheme: string, account: string) => {
    const [user, ...password] = account.split(":");
    const parts = password.length === 0 ? [user] : [user, password.join(":")];
    return `${scheme}${parts.map((part) => (variable.test(part) ? part : "***")).join(":")}@`;
  });
}
