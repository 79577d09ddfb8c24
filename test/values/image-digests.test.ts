import { parseImageDigests, renderImageDigests } from "../../src/values/image-digests";

const one = `sha256:${"1".repeat(64)}`;
const two = `sha256:${"2".repeat(64)}`;

test("digests are written one a line, sorted by image", () =>
  expect(
    renderImageDigests(
      new Map([
        ["python:3.13", one],
        ["debian:trixie", two],
      ]),
    ),
  ).toBe(`{\n  "debian:trixie": "${two}",\n  "python:3.13": "${one}"\n}\n`));
test("what is written is read again", () => {
  const digests = new Map([["python:3.13", one]]);
  expect(parseImageDigests(renderImageDigests(digests))).toEqual(digests);
});
test("without images there is an empty object", () => expect(renderImageDigests(new Map())).toBe("{}\n"));

test.each([
  ["[]", "image-digests.json: it is []; it is a JSON object"],
  ["null", "image-digests.json: it is null"],
  ["{", "image-digests.json: "],
  [`{ "python:3.13": "${one.slice(0, -1)}" }`, 'image-digests.json "python:3.13": image reference'],
  ['{ "python:3.13": 1 }', 'image-digests.json "python:3.13": the digest is 1; a digest is sha256:'],
  ['{ "python:3.13": "latest" }', 'the digest is "latest"'],
  [`{ "python:3.13@${one}": "${one}" }`, "the name of the image has a digest in it"],
  [`{ "Python": "${one}" }`, 'has the repository "Python"'],
])("%s is refused", (text, message) => expect(() => parseImageDigests(text)).toThrow(message));
