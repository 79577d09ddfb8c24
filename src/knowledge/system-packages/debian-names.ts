import type { DebianPackage } from "./system-package-row";

/** A C and C++ compiler with make. */
export const compiler = "build-essential";

/** Names that changed with a new version of the library, or with the 64-bit times of trixie. */
export const fuse2: DebianPackage = {
  bullseye: "libfuse2",
  bookworm: "libfuse2",
  trixie: "libfuse2t64",
  forky: null,
};
export const fuse3: DebianPackage = { bullseye: "libfuse3-3", bookworm: "libfuse3-3", trixie: "libfuse3-4" };
export const glib: DebianPackage = {
  bullseye: "libglib2.0-0",
  bookworm: "libglib2.0-0",
  trixie: "libglib2.0-0t64",
};
export const harfbuzzSubset: DebianPackage = { bullseye: "libharfbuzz0b", bookworm: "libharfbuzz-subset0" };
export const ldap: DebianPackage = { bullseye: "libldap-2.4-2", bookworm: "libldap-2.5-0", trixie: "libldap2" };
export const magic: DebianPackage = { bullseye: "libmagic1", bookworm: "libmagic1", trixie: "libmagic1t64" };
export const sodium: DebianPackage = {
  bullseye: "libsodium23",
  bookworm: "libsodium23",
  trixie: "libsodium23",
  forky: "libsodium26",
};
export const ssl: DebianPackage = { bullseye: "libssl1.1", bookworm: "libssl3", trixie: "libssl3t64" };
export const wkhtmltopdf: DebianPackage = { bullseye: "wkhtmltopdf", bookworm: "wkhtmltopdf", trixie: null };
export const zbar: DebianPackage = { bullseye: "libzbar0", bookworm: "libzbar0", trixie: "libzbar0t64" };
