import { spdxExceptions, spdxLicenses } from "../../knowledge/spdx-licenses";

const identifiers = new Map([...spdxLicenses, ...spdxExceptions].map((id) => [id.toLowerCase(), id]));
const ownLicense = /^(?:DocumentRef-[A-Za-z0-9.-]+:)?LicenseRef-[A-Za-z0-9.-]+$/;

/**
 * The license as an SPDX expression in its usual spelling; undefined where it is none, such as "MIT license".
 *
 * @see https://spdx.github.io/spdx-spec/v2.3/SPDX-license-expressions/
 */
export function spdxExpression(text: string): string | undefined {
  const words = text.match(/[()]|[^\s()]+/g)?.map(spelled) ?? [];
  const shape = words.map((word) => (/^(?:[()]|AND|OR|WITH)$/.test(word ?? "") ? word : word && "L")).join(" ");
  let reduced = shape.replaceAll("L WITH L", "L");
  for (let before = ""; before !== reduced; ) {
    before = reduced;
    reduced = reduced.replace(/\( L \)|L (?:AND|OR) L/, "L");
  }
  if (reduced !== "L") return undefined;
  return words.join(" ").replaceAll("( ", "(").replaceAll(" )", ")");
}

function spelled(word: string): string | undefined {
  if (/^(?:[()]|and|or|with)$/i.test(word)) return word.toUpperCase();
  return ownLicense.test(word) ? word : identifiers.get(word.toLowerCase());
}
