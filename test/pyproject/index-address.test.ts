import { parseIndexAddress } from "../../src/pyproject/index-address";

test.each([
  ["a folder", "./wheels"],
  ["a file", "file:///wheels"],
])("%s is no address that is asked", (_, url) => expect(parseIndexAddress(url)).toBeUndefined());

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: it is the syntax that pip, pdm and pipenv read
test.each([
  ["https://ada:secret@example.com/simple", true],
  ["https://token@example.com/simple", true],
  ["https://:secret@example.com/simple", true],
  ["https://${USER}:secret@example.com/simple", true],
  ["https://${USER}x@example.com/simple", true],
  ["https://ada:p@ss@example.com/simple", true],
  ["https://example.com/simple", false],
  ["https://example.com/simple?a=b@c", false],
  ["https://oauth2accesstoken@example.com/simple", false],
  ["https://${USER}:${PASSWORD}@example.com/simple", false],
  ["https://ada:${PASSWORD}@example.com/simple", false],
  ["https://${TOKEN}@example.com/simple", false],
])("%s holds credentials: %s", (url, hasCredentials) =>
  expect(parseIndexAddress(url)).toMatchObject({ hasCredentials }),
);

test("the place is the address without them", () =>
  expect(parseIndexAddress("https://ada:secret@example.com:8443/simple/")?.place).toBe(
    "https://example.com:8443/simple/",
  ));

test("variables are found wherever they stand, each once", () =>
  expect(parseIndexAddress("https://${A}:${B}@${C}/${A}")?.variables).toEqual(["A", "B", "C"]));

test.each([
  ["https://example.com/simple?token=secret", true],
  ["https://example.com/simple?secret#a", true],
  ["https://example.com/simple?a=${TOKEN}&b=secret", true],
  ["https://example.com/simple?token=${TOKEN}", false],
  ["https://example.com/simple?", false],
  ["https://example.com/simple#egg?a=b", false],
])("%s holds a query: %s", (url, hasQuery) => expect(parseIndexAddress(url)).toMatchObject({ hasQuery }));

test("the place is the address without its query", () =>
  expect(parseIndexAddress("https://example.com/simple?token=secret")?.place).toBe("https://example.com/simple"));
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: above

test.each([
  ["https://download.pytorch.org/whl/cpu", true],
  ["https://DOWNLOAD.pytorch.org:443/whl/cpu", true],
  ["https://download.pytorch.org.example.com/whl/cpu", false],
  ["https://example.com/download.pytorch.org", false],
  ["https://aws@download.pytorch.org/whl", false],
])("%s is public: %s", (url, isPublic) => expect(parseIndexAddress(url)).toMatchObject({ isPublic }));
