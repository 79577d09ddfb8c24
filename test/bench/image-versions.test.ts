import { imageVersions } from "./image-versions";

const versions = imageVersions();

test("the base image is named with its version", () => expect(versions.base).toMatch(/^python:3\.\d+-slim-\w+$/));

test.each(["uv", "poetry", "pipx"])("%s has a version", (name) => expect(versions[name]).toMatch(/^\d+\.\d+\.\d+$/));
