import { existsSync, readFileSync, statSync } from "node:fs";
import { join, posix } from "node:path";
import type { DockerfileBlock } from "../../dockerfile/block";
import { shellWord } from "../../dockerfile/quote";
import type { Finding } from "../../findings/finding";
import { shown } from "../../values/mistake";
import type { ProjectPlace } from "../../values/project-place";

/** Debian's bundle of all authorities that are trusted, which apt, git and curl read by themselves. */
const BUNDLE = "/etc/ssl/certs/ca-certificates.crt";

/** Variables of programs that bring authorities of their own: uv and httpx, requests and so poetry, pip, node. */
const VARIABLES = ["SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "PIP_CERT", "NODE_EXTRA_CA_CERTS"];

/**
 * Lets a stage, and what starts from it, trust a further authority.
 *
 * @param path the certificate's path from the project's folder
 */
export function addCaCertificate(block: DockerfileBlock, path: string | undefined, place: ProjectPlace): void {
  if (path === undefined) return;
  const name = posix.basename(path, posix.extname(path));
  block.addCopy([place.inContext(path)], `/usr/local/share/ca-certificates/${name}.crt`, {
    comment: "option caCertificate",
  });
  block.addRun(["update-ca-certificates"]);
  for (const variable of VARIABLES) block.addEnv(variable, BUNDLE);
}

/**
 * Why the certificate can't be trusted: it is missing, is a folder or lies outside of the context, is no certificate in PEM,
 * or holds a private key.
 *
 * @param folder the project's
 */
export function caCertificateFinding(folder: string, path: string, place: ProjectPlace): Finding | undefined {
  const found = (what: string, allowed: string, fix: string): Finding => ({
    rule: "CertificateInvalid",
    where: "PythonContainer",
    what: `caCertificate ${shown(path)} ${what}`,
    allowed,
    fix,
  });
  const file = join(folder, path);
  const inContext = place.inContext(path);
  if (posix.isAbsolute(path) || inContext.startsWith("../")) {
    return found(
      "lies outside of the build context",
      "builds see that folder alone",
      "copy the certificate into the project",
    );
  }
  if (!existsSync(file)) {
    return found("is not there", "it is a file of the project", "copy the authority's certificate there");
  }
  if (!statSync(file).isFile()) {
    return found(
      "is no file",
      "it is one file with all certificates in it",
      "name the file in it, or join several into one",
    );
  }
  const text = readFileSync(file, "latin1");
  if (/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text)) {
    return found(
      "holds a private key",
      "the image gets this file, and whoever has it",
      "leave the certificates alone in it",
    );
  }
  if (!text.includes("-----BEGIN CERTIFICATE-----")) {
    return found(
      "holds no certificate in PEM",
      "such a file has a line -----BEGIN CERTIFICATE-----",
      `make one of a binary file with: openssl x509 -inform der -in ${shellWord(posix.basename(path))} -outform pem`,
    );
  }
  return undefined;
}
