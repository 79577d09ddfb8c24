import fc from "fast-check";
import { stringify } from "yaml";
import { readCompose } from "../../src/compare/compose/read-compose";
import { serviceEntries } from "../../src/compare/compose/read-service";
import { readImage } from "../../src/compare/dockerfile/read-image";
import { parseDockerfile } from "../../src/dockerfile/parsed/parse-dockerfile";
import { Mistake } from "../../src/values/mistake";

const disk = { isFolder: () => false, exists: () => true };

const words = [
  ..."FROM COPY ADD RUN ENV ARG USER WORKDIR CMD ENTRYPOINT EXPOSE LABEL HEALTHCHECK VOLUME ONBUILD SHELL".split(" "),
  ...`AS NONE && || ; | ( ) { } ' " \\ \\\n # $ $A \${A:-b} \${ [ ] , = - -- --from=0 --mount=from=a <<EOF EOF`.split(
    " ",
  ),
  ..."apt-get install pip -r uv sync --extra poetry --with pdm pipenv useradd -u chown a b . / :".split(" "),
  ..."\n \n \n FROM\u0020a\n".split(" "),
];

/** What it does where it is no mistake of the text. */
function orMistake(act: () => unknown): string {
  try {
    act();
    return "read";
  } catch (error) {
    if (error instanceof Mistake) return "mistake";
    throw error;
  }
}

test("any text is an image or a mistake", () => {
  const text = fc.array(fc.constantFrom(...words), { maxLength: 60 }).map((parts) => `FROM a\n${parts.join(" ")}`);
  fc.assert(
    fc.property(text, (each) => {
      orMistake(() => readImage(parseDockerfile(each, "Dockerfile"), "Dockerfile", undefined, disk));
    }),
    { numRuns: 500 },
  );
});

const properties =
  "build command entrypoint environment labels extra_hosts env_file ports expose volumes tmpfs secrets networks depends_on healthcheck restart scale stop_grace_period pull_policy deploy".split(
    " ",
  );

test("any service is read", () => {
  const value = fc.jsonValue({ maxDepth: 3 });
  const service = fc.dictionary(fc.constantFrom(...properties), value);
  fc.assert(
    fc.property(service, (each) => {
      const text = stringify({ services: { app: each } });
      orMistake(() => serviceEntries("app", readCompose(text, "compose.yaml").services.get("app") ?? {}));
    }),
    { numRuns: 500 },
  );
});
