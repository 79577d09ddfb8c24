import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** What every planted secret starts with; the path of its file follows. */
export const PLANTED = "planted-4c1d9e-in-";

/** Files that people have in their projects, and that hold secrets. */
const PATHS = [
  ".env",
  ".env.production",
  "deploy/.env",
  ".git/config",
  "vendor/rules/.git/config",
  ".netrc",
  ".pypirc",
  "pip.conf",
  "auth.toml",
  ".npmrc",
  ".git-credentials",
  "server.pem",
  "server.key",
  "id_rsa",
  "deploy/id_ed25519",
  ".ssh/config",
  ".aws/credentials",
  "deploy/terraform.tfstate",
  "terraform.tfstate.backup",
  ".vscode/settings.json",
  ".devcontainer/secrets.json",
];

/** Plants a secret of its own in each of them. */
export function plantSecrets(folder: string): void {
  for (const path of PATHS) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `secret = ${PLANTED}${path.replaceAll("/", "-")}\n`, { flag: "a" });
  }
}
