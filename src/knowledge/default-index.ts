const host = ["pypi", "org"].join(".");
/** Its name until 2018, which leads to the new one. */
const formerHost = ["pypi", "python", "org"].join(".");

/** The address of the index from which Python packages come where nothing else is said. */
export const defaultIndex = `https://${host}/simple`;

/** Is this the address of the default index, in any of its spellings? */
export function isDefaultIndex(url: string): boolean {
  const [, found = "", path = ""] = /^https?:\/\/(?:www\.)?([^/:@]+)(?::\d+)?(\/.*)?$/i.exec(url.trim()) ?? [];
  return [host, formerHost].includes(found.toLowerCase()) && /^\/(?:simple\/?|pypi\/?)?$/.test(path || "/");
}
