import {
  hasPasswordGiven,
  hasPasswordInUrl,
  isSecretGiven,
  isSecretName,
  knownSecretIn,
  writtenSecret,
} from "../../src/values/secret-look";

test.each(["API_KEY", "DB_PASSWORD", "auth", "GITHUB_TOKEN", "aws_credentials", "APIKEY_OLD"])(
  "%s is a name of secrets",
  (name) => expect(isSecretName(name)).toBe(true),
);

test.each([
  "PUBLIC_KEY",
  "DB_PASSWORD_FILE",
  "TOKEN_VERSION",
  "KEYBOARD",
  "AUTHOR",
  "TOKENIZERS",
  "PASSWORDS",
  "MONKEY",
])("%s is none", (name) => expect(isSecretName(name)).toBe(false));

/** Put together here, so that no scanner takes this file's text for a secret. */
const made = (...parts: string[]) => parts.join("");
test.each([
  [made("-----BEGIN RSA PRIVATE ", "KEY-----"), "a private key"],
  [made("-----BEGIN PRIVATE ", "KEY-----"), "a private key"],
  [made("AKIA", "QWERTYUIOPASDFGH"), "an access key of AWS"],
  [made("token ghp", "_", "abcdefghij0123456789ABCDEFGHIJ456789"), "a token of GitHub"],
  [made("glpat", "-", "abcdefghij0123456789"), "a token of GitLab"],
  [made("xoxb", "-", "12345678901-abc"), "a token of Slack"],
  [made("https://hooks.slack", ".com/services/", "T0123ABCD/B0123ABCD/abcdefghij0123456789"), "a webhook of Slack"],
  [made("AccountName=x;Account", "Key=", "abcdefghij".repeat(8), "abcdef=="), "a key of Azure"],
])("%s holds %s", (text, kind) => expect(knownSecretIn(text)).toBe(kind));

test.each([made("AKIA", "IOSFODNN7EXAMPLE"), "-----BEGIN PUBLIC KEY-----", "AKIA", "ghp_short", "eyJ"])(
  "%s is no secret for certain",
  (text) => expect(knownSecretIn(text)).toBeUndefined(),
);

test.each([
  ["DB_PASSWORD", "hunter2"],
  ["dbPassword", "hunter2"],
  ["com.example.api-token", "q8Zt4"],
  ["AUTH", "a1b2c3d4e5f6a7b8c9"],
  ["SIGNING_KEY", "a1b2c3d4e5f6a7b8c9"],
  ["SECRET_KEY", "correct horse"],
  ["DB_PASS", "hunter2"],
  ["MYSQL_PWD", "hunter2"],
  ["PGPASSWORD", "hunter2"],
  ["GITHUB_PAT", "a1b2c3d4e5f6a7b8c9"],
])("%s=%s gives a secret away", (name, value) => expect(isSecretGiven(name, value)).toBe(true));

const variable = "$" + "{DB_PASSWORD}";
test.each([
  ["DB_PASSWORD", ""],
  ["DB_PASSWORD", variable],
  ["DB_PASSWORD", "changeme"],
  ["DB_PASSWORD", "development"],
  ["DB_PASSWORD", "postgres"],
  ["DB_PASSWORD", "my-secret"],
  ["DB_PASSWORD_FILE", "/run/secrets/db"],
  ["DB_PASSWORD", "/run/secrets/db"],
  ["ACCESS_TOKEN_EXPIRE_MINUTES", "30"],
  ["TOKEN_URL", "https://login.example.com"],
  ["AUTH", "basic"],
  ["SORT_KEY", "created_at"],
  ["PUBLIC_KEY", "a1b2c3d4e5f6a7b8c9"],
  ["NAME", "hunter2"],
  ["SECRET_KEY", "build"],
  ["DJANGO_SECRET_KEY", "collectstatic"],
  ["DJANGO_SECRET_KEY", "unused"],
  ["DJANGO_SECRET_KEY", "not-used"],
  ["DJANGO_SECRET_KEY", "temporary-build-key"],
  ["JWT_SECRET", "ci"],
  ["SESSION_SECRET", "unset"],
  ["TOKEN_MODEL", "gpt-4o"],
  ["SECRET_MANAGER", "aws"],
  ["SECRET_PROVIDER", "env"],
  ["AUTH_TOKEN_SCHEME", "Bearer"],
  ["CSRF_TOKEN", "csrftoken"],
  ["TOKEN", "foo"],
  ["KEYCLOAK_ADMIN_PASSWORD", "keycloak"],
  ["POSTGRES_PASSWORD", "local-dev-only"],
  ["FILE_PAT", "*.csv"],
])("%s=%s gives none away", (name, value) => expect(isSecretGiven(name, value)).toBe(false));

test.each([
  ["postgres://app:hunter2@db/app", true],
  ["see redis://:s3cr3t-value@cache:6379/0", true],
  [`postgres://app:${variable}@db/app`, false],
  ["postgres://app:development@db/app", false],
  ["postgres://orders:orders@db/orders", false],
  ["https://example.com:8080/@scope", false],
  ["https://user@example.com/", false],
])("whether %s holds a password: %s", (url, held) => expect(hasPasswordInUrl(url)).toBe(held));

test.each([
  ["celery --password hunter22x", true],
  ["redis-server --requirepass hunter22x", true],
  ["mysql -u root -phunter22x", true],
  ["curl -u bob:hunter22x https://example.com", true],
  ["curl -H 'Authorization: Bearer abc123def' https://example.com", true],
  ["export DB_PASSWORD=hunter22x && ./load", true],
  ["[db]\nuser = app\npassword = hunter22x", true],
  ["db:\n  password: hunter22x", true],
  ["requirepass hunter22x", true],
  ["docker login --password-stdin", false],
  ["docker build --secret id=token .", false],
  ["mysqladmin ping -p$MYSQL_ROOT_PASSWORD", false],
  ["mysql -P 3306 -p -u root", false],
  ["curl -H 'Authorization: Bearer $TOKEN' https://example.com", false],
  ["password = os.environ.get(name)", false],
  ["password = settings.password", false],
  ["export DB_PASSWORD=$(cat /run/secrets/db)", false],
  ["sed -i 's/^password=.*/x/' /etc/app.ini", false],
])("whether %j gives a password: %s", (text, given) => expect(hasPasswordGiven(text)).toBe(given));

test("a password that is the user's name again is none", () => {
  expect(writtenSecret("POSTGRES_PASSWORD", "shop", ["shop"])).toBeUndefined();
  expect(writtenSecret("POSTGRES_PASSWORD", "shop")?.isCertain).toBe(false);
});
