import { compiler, ldap, sodium, ssl } from "./debian-names";
import type { SystemPackageRow } from "./system-package-row";

const directory = { build: [compiler, "libldap2-dev", "libsasl2-dev"], run: [ldap, "libsasl2-2"] };
const git = { build: [], run: ["git"] };
const kerberos = { build: [compiler, "libkrb5-dev"], run: ["libgssapi-krb5-2", "libkrb5-3"] };
const openssh = { build: [], run: ["openssh-client"] };
const smartCard = { build: [compiler, "libpcsclite-dev", "swig"], run: ["libpcsclite1"] };
const xmlsec = { build: [], run: ["xmlsec1"] };
const sshConnection = "https://docs.ansible.com/ansible/latest/collections/ansible/builtin/ssh_connection.html";

/** Signing in, encrypting, and what talks to other machines. */
export const network: readonly SystemPackageRow[] = [
  { distribution: "ansible", ...openssh, source: sshConnection },
  { distribution: "ansible-core", ...openssh, source: sshConnection },
  { distribution: "ansible-runner", ...openssh, source: sshConnection },
  { distribution: "copier", ...git, source: "https://copier.readthedocs.io/en/stable/#installation" },
  {
    distribution: "django-auth-ldap",
    ...directory,
    source: "https://django-auth-ldap.readthedocs.io/en/latest/install.html",
  },
  {
    distribution: "djangosaml2",
    ...xmlsec,
    source: "https://djangosaml2.readthedocs.io/contents/setup.html#prepare-environment",
  },
  {
    distribution: "fido2",
    extras: ["pcsc"],
    ...smartCard,
    source: "https://github.com/Yubico/python-fido2#dependencies",
  },
  {
    distribution: "easysnmp",
    build: [compiler, "libsnmp-dev"],
    run: [{ bullseye: "libsnmp40", bookworm: "libsnmp40", trixie: "libsnmp40t64" }],
    source: "https://easysnmp.readthedocs.io/en/latest/#installation",
  },
  { distribution: "gitpython", ...git, source: "https://gitpython.readthedocs.io/en/stable/intro.html#requirements" },
  { distribution: "gssapi", ...kerberos, source: "https://github.com/pythongssapi/python-gssapi#requirements" },
  { distribution: "kerberos", ...kerberos, source: "https://github.com/apple/ccs-pykerberos#readme" },
  { distribution: "krb5", ...kerberos, source: "https://github.com/jborean93/pykrb5#requirements" },
  { distribution: "libnacl", build: [], run: [sodium], source: "https://libnacl.readthedocs.io/en/latest/" },
  {
    distribution: "m2crypto",
    build: [compiler, "libssl-dev", "swig"],
    run: [ssl],
    source: "https://sr.ht/~mcepl/m2crypto/",
  },
  {
    distribution: "matrix-nio",
    extras: ["e2e"],
    build: [compiler, "cmake", "libolm-dev"],
    run: ["libolm3"],
    source: "https://github.com/matrix-nio/matrix-nio#installation",
  },
  { distribution: "netifaces", build: [compiler], run: [], source: "https://github.com/al45tair/netifaces#readme" },
  { distribution: "pydriller", ...git, source: "https://pydriller.readthedocs.io/en/latest/intro.html#requirements" },
  { distribution: "pykerberos", ...kerberos, source: "https://github.com/02strich/pykerberos#readme" },
  {
    distribution: "pysaml2",
    ...xmlsec,
    source: "https://github.com/IdentityPython/pysaml2#external-dependencies",
  },
  {
    distribution: "pyscard",
    ...smartCard,
    source: "https://github.com/LudovicRousseau/pyscard/blob/master/INSTALL.md",
  },
  { distribution: "pyshark", build: [], run: ["tshark"], source: "https://github.com/KimiNewt/pyshark#installation" },
  {
    distribution: "pysmbc",
    build: [compiler, "libsmbclient-dev", "pkg-config"],
    run: [{ bullseye: "libsmbclient", bookworm: "libsmbclient", trixie: "libsmbclient0" }],
    source: "https://github.com/hamano/pysmbc#readme",
  },
  {
    distribution: "pyspnego",
    extras: ["kerberos"],
    ...kerberos,
    source: "https://github.com/jborean93/pyspnego#kerberos-authentication",
  },
  {
    distribution: "python-gnupg",
    build: [],
    run: ["gnupg"],
    source: "https://gnupg.readthedocs.io/en/latest/#deployment-requirements",
  },
  {
    distribution: "python-ldap",
    ...directory,
    source: "https://www.python-ldap.org/en/latest/installing.html#debian",
  },
  { distribution: "python-nmap", build: [], run: ["nmap"], source: "https://xael.org/pages/python-nmap-en.html" },
  {
    distribution: "pywinrm",
    extras: ["kerberos"],
    ...kerberos,
    source: "https://github.com/diyan/pywinrm#installation",
  },
  {
    distribution: "requests-gssapi",
    ...kerberos,
    source: "https://github.com/pythongssapi/requests-gssapi#installation",
  },
  { distribution: "requests-kerberos", ...kerberos, source: "https://github.com/requests/requests-kerberos#readme" },
  {
    distribution: "sasl",
    build: [compiler, "libsasl2-dev"],
    run: ["libsasl2-2"],
    source: "https://github.com/cloudera/python-sasl#readme",
  },
  {
    distribution: "yubikey-manager",
    ...smartCard,
    source: "https://github.com/Yubico/yubikey-manager#installation",
  },
];
