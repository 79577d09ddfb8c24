import { parseRequirement } from "../../src/pyproject/requirements/requirement";

const parse = (text: string) => parseRequirement(text, "pyproject.toml [project].dependencies");

test.each([
  ["requests", { name: "requests", extras: [], specifier: "" }],
  ["Flask ==2.2.5", { name: "flask", specifier: "==2.2.5" }],
  ["ruamel.yaml>=0.18", { name: "ruamel-yaml" }],
  ["types_pyOpenSSL", { name: "types-pyopenssl" }],
  ["celery (>=5.6.3,<5.7)", { name: "celery", specifier: ">=5.6.3,<5.7" }],
  ["uvicorn[standard]>=0.30", { extras: ["standard"], specifier: ">=0.30" }],
  ["pwdlib[ argon2 , Bcrypt_2 ] ~= 0.3", { extras: ["argon2", "bcrypt-2"], specifier: "~=0.3" }],
  ["empty[]", { name: "empty", extras: [] }],
  ['tomli>=2; python_version < "3.11"', { specifier: ">=2", marker: 'python_version < "3.11"' }],
  ["lxml;sys_platform=='linux'", { name: "lxml", specifier: "", marker: "sys_platform=='linux'" }],
  ["a @ https://example.com/a-1.0.zip", { name: "a", url: "https://example.com/a-1.0.zip" }],
  ["a@git+https://example.com/a.git@v1", { url: "git+https://example.com/a.git@v1" }],
  ["a @ file:///a.whl ; os_name == 'nt'", { url: "file:///a.whl", marker: "os_name == 'nt'" }],
  ["a @ https://example.com/a;b", { url: "https://example.com/a;b", marker: undefined }],
])("%s", (text, parts) => expect(parse(text)).toMatchObject({ ...parts, written: text }));

test.each(["", "-r requirements.txt", "a b", "a.", "a[b", "a @", "./a", "a>=1 <2", "a=1", "a>=1.*"])(
  "%p is refused",
  (text) => expect(() => parse(text)).toThrow("pyproject.toml [project].dependencies"),
);

test.each([
  ["requests==>=2", 'the dependency "requests@>=2"', 'write "requests@^2" or "requests@2"'],
  ["urllib3==>=2.1,<3", '"urllib3@>=2.1,<3"', '"urllib3>=2.1,<3" into uvOptions.project.dependencies'],
  ["a==!=1.5", '"a@!=1.5"', '"a!=1.5" into'],
  ["a====1.0", '"a@==1.0"', 'or "a@1.0"'],
])("%s, which projen makes, is explained", (text, spec, mend) => {
  expect(() => parse(text)).toThrow(spec);
  expect(() => parse(text)).toThrow(mend);
});
test("arbitrary equality is no such thing", () => expect(parse("a===1.0").specifier).toBe("===1.0"));
