/**
 * The identifiers of licenses that Python projects use. A license outside this list is left out of the image's labels:
 * "AGPL" or "BSD" look like identifiers and are none.
 *
 * @see https://spdx.org/licenses/
 */
export const spdxLicenses: readonly string[] = [
  ...["0BSD", "AFL-3.0", "Apache-1.1", "Apache-2.0", "Artistic-1.0", "Artistic-2.0", "Beerware", "BlueOak-1.0.0"],
  ...["BSD-1-Clause", "BSD-2-Clause", "BSD-2-Clause-Patent", "BSD-3-Clause", "BSD-3-Clause-Clear"],
  ...["BSD-3-Clause-LBNL", "BSD-4-Clause", "BSL-1.0", "BUSL-1.1", "CAL-1.0", "CC-BY-3.0", "CC-BY-4.0"],
  ...["CC-BY-NC-4.0", "CC-BY-NC-ND-4.0", "CC-BY-NC-SA-4.0", "CC-BY-ND-4.0", "CC-BY-SA-3.0", "CC-BY-SA-4.0"],
  ...["CC0-1.0", "CDDL-1.0", "CDDL-1.1", "CECILL-2.1", "CECILL-B", "CECILL-C", "CNRI-Python", "CPL-1.0", "curl"],
  ...["ECL-2.0", "Elastic-2.0", "EPL-1.0", "EPL-2.0", "EUPL-1.1", "EUPL-1.2", "FSL-1.1-ALv2", "FSL-1.1-MIT", "FTL"],
  ...["AGPL-1.0-only", "AGPL-1.0-or-later", "AGPL-3.0", "AGPL-3.0-only", "AGPL-3.0-or-later"],
  ...["GPL-2.0", "GPL-2.0+", "GPL-2.0-only", "GPL-2.0-or-later"],
  ...["GPL-3.0", "GPL-3.0+", "GPL-3.0-only", "GPL-3.0-or-later"],
  ...["LGPL-2.0", "LGPL-2.0-only", "LGPL-2.0-or-later", "LGPL-2.1", "LGPL-2.1+", "LGPL-2.1-only"],
  ...["LGPL-2.1-or-later", "LGPL-3.0", "LGPL-3.0+", "LGPL-3.0-only", "LGPL-3.0-or-later"],
  ...["HPND", "ICU", "IJG", "ISC", "JSON", "Libpng", "LPPL-1.3c", "MIT", "MIT-0", "MIT-CMU", "MIT-Modern-Variant"],
  ...["MPL-1.1", "MPL-2.0", "MPL-2.0-no-copyleft-exception", "MS-PL", "MS-RL", "MulanPSL-2.0", "NCSA", "NTP"],
  ...["ODbL-1.0", "OFL-1.1", "OpenSSL", "OSL-3.0", "PHP-3.01", "PolyForm-Noncommercial-1.0.0", "PostgreSQL"],
  ...["PSF-2.0", "Python-2.0", "Python-2.0.1", "Ruby", "SSPL-1.0", "TCL", "Unicode-3.0", "Unlicense", "UPL-1.0"],
  ...["Vim", "W3C", "WTFPL", "X11", "Zlib", "ZPL-2.0", "ZPL-2.1"],
];

/** The identifiers that may follow WITH. */
export const spdxExceptions: readonly string[] = [
  ...["Autoconf-exception-3.0", "Classpath-exception-2.0", "GCC-exception-3.1", "LLVM-exception"],
  "Swift-exception",
];
