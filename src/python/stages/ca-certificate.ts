import { posix } from "node:path";
import type { DockerfileBlock } from "../../dockerfile/block";
import { shellWord } from "../../dockerfile/quote";
import type { ProjectPlace } from "../../values/project-place";
import type { TrustedFile } from "./trusted-file";

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

/** The certificate that the option names, whose file has to be one that builds can trust. */
export const CA_CERTIFICATE: TrustedFile = {
  rule: "CertificateInvalid",
  option: "caCertificate",
  isMissing: ["is not there", "it is a file of the project", "copy the authority's certificate there"],
  isNoFile: [
    "is no file",
    "it is one file with all certificates in it",
    "name the file in it, or join several into one",
  ],
  outsideFix: "copy the certificate into the project",
  privateKeyFix: "leave the certificates alone in it",
  flawIn: (text, path) =>
    text.includes("-----BEGIN CERTIFICATE-----")
      ? undefined
      : [
          "holds no certificate in PEM",
          "such a file has a line -----BEGIN CERTIFICATE-----",
          `make one of a binary file with: openssl x509 -inform der -in ${shellWord(posix.basename(path))} -outform pem`,
        ],
};
