import { folderSuffixes } from "../../src/workflow/folder-suffixes";

test.each([
  [
    ["", "api", "apps/web"],
    ["", "-api", "-apps-web"],
  ],
  [
    ["a-b", "a/b", "a.b"],
    ["-a-b", "-a-b-2", "-a-b-3"],
  ],
  [
    ["a-b", "a-b-2", "a/b"],
    ["-a-b", "-a-b-2", "-a-b-3"],
  ],
  [
    ["a", "a"],
    ["-a", "-a-2"],
  ],
])("the folders %j have the suffixes %j", (folders, suffixes) => expect(folderSuffixes(folders)).toEqual(suffixes));
