import { cdk, JsonFile, javascript, typescript } from "projen";
import { dependencyRules } from "./projenrc/import-table";

const project = new cdk.JsiiProject({
  name: "projen-python-container",
  description:
    "Dockerfile, compose file, dev container and .dockerignore of a Python project as projen constructs, in line with pyproject.toml",
  keywords: ["projen", "python", "docker", "dockerfile", "compose", "devcontainer", "uv", "poetry"],
  author: "The projen-python-container maintainers",
  authorAddress: "https://example.com/projen-python-container",
  authorOrganization: true,
  repositoryUrl: "https://example.com/projen-python-container.git",
  defaultReleaseBranch: "main",
  license: "Apache-2.0",

  packageManager: javascript.NodePackageManager.NPM,
  minNodeVersion: "20.16.0",
  jsiiVersion: "~6.0.0",
  typescriptVersion: "~6.0.0",
  peerDeps: ["projen@>=0.103.25 <1", "constructs@^10.5.0"],
  devDeps: [
    "projen@0.103.25",
    "constructs@10.8.1",
    "@balena/dockerignore@^1.0.2",
    "@devcontainers/cli@0.89.0",
    "@types/node@^20",
    "@xmldom/xmldom@^0.9.12",
    "ajv@^8.20.0",
    "ajv-formats@^3.0.1",
    "dependency-cruiser@~17.4.0",
    "fast-check@^4.0.0",
    "jest-diff@^30.5.2",
  ],
  // Bundled, as jsii asks of every dependency that is not a jsii module itself.
  bundledDeps: [
    "@lezer/python@^1.1.19",
    "@renovatebot/pep440@~4.2.4",
    "diff@^9.0.0",
    "dockerfile-ast@^0.7.1",
    "jsonc-parser@^3.3.1",
    "smol-toml@^1.9.1",
    "yaml@^2.9.0",
  ],
  bin: { "python-container": "lib/cli/python-container.js" },

  projenrcTs: true,
  projenrcTsOptions: {
    runner: typescript.TypeScriptRunner.tsNode({ typeCheck: false, tsconfig: "projenrc/tsconfig.json" }),
  },
  sampleCode: false,
  clobber: false,
  depsUpgrade: false,
  release: false,
  github: false,
  biome: true,
  biomeOptions: {
    biomeConfig: {
      formatter: { lineWidth: 120, indentStyle: javascript.biome_config.IndentStyle.SPACE, indentWidth: 2 },
    },
  },
  jestOptions: {
    junitReporting: false,
    updateSnapshot: javascript.UpdateSnapshot.NEVER,
    jestConfig: { collectCoverage: false, testPathIgnorePatterns: ["/node_modules/", "/test/e2e/"] },
  },
});

for (const path of [
  "/.ci/",
  "/.dependency-cruiser.json",
  "/biome.jsonc",
  "/scripts/",
  // The report is linked from the README, what it is made of is not.
  "/docs/benchmark/results.json",
  "/ARCHITECTURE.md",
  "/CONTRIBUTING.md",
]) {
  project.addPackageIgnore(path);
}
new JsonFile(project, ".dependency-cruiser.json", { obj: dependencyRules(), marker: false });
project.tsconfigDev.addInclude("../scripts/**/*.ts");
project.biome?.addFilePattern("scripts/**");

// `npm test` only looks: types of sources and tests, the import table, the style, then the tests. Nothing is rewritten.
project.testTask.reset();
project.testTask.exec("tsc --noEmit -p test/tsconfig.json");
project.testTask.exec("tsc --noEmit -p projenrc/tsconfig.json");
project.testTask.exec("depcruise --config .dependency-cruiser.json --output-type err src");
project.testTask.exec("biome check --error-on-warnings");
// Every core: left alone, jest keeps one for itself, which is half of a small machine.
project.testTask.exec("jest --ci --maxWorkers=100%", { receiveArgs: true });

// A link that projen's own options bring along, to a page of a package index.
project.tasks.tryFind("docgen")?.exec("sed -i.bak '/classifiers\\/)$/d' API.md && rm API.md.bak");

project.addTask("quickstart", {
  description: "Makes a new project with this module and, where a Docker engine answers, builds and runs its image",
  exec: "ts-node --transpileOnly --project test/tsconfig.json scripts/quickstart.ts",
  receiveArgs: true,
});
project.addTask("corpus", {
  description:
    "Asks `python-container facts` about real projects and compares the answers: npm run corpus -- <folder of cases>",
  exec: "ts-node --transpileOnly --project test/tsconfig.json test/corpus/run.ts",
  receiveArgs: true,
});
project.addTask("fuzz", {
  description:
    "Gives hostile texts to every place of the generated files, and counts those that are more than a text there: npm run fuzz -- [--inputs 100000] [--seed 1] [--target COPY]",
  exec: "ts-node --transpileOnly --project test/tsconfig.json test/fuzz/run.ts",
  receiveArgs: true,
});
project.addTask("bench", {
  description:
    "Measures images, synth and commands against what people would have otherwise, and writes the report: npm run bench -- [--only SUITE,…] [--runs 5] [--out docs/benchmark] [--report-only]",
  exec: "ts-node --transpileOnly --project test/tsconfig.json test/bench/run.ts",
  receiveArgs: true,
});
project.addTask("adopt", {
  description:
    "Adopts copies of repositories and tells what is lost, missing or refused: npm run adopt -- [--told] <folder of them>",
  exec: "ts-node --transpileOnly --project test/tsconfig.json test/corpus/adopt.ts",
  receiveArgs: true,
});
project.addTask("e2e", {
  description: "The end-to-end tests, on a Docker engine that is installed where none answers; --all runs all of them",
  exec: "test/e2e/run.sh",
  receiveArgs: true,
});

project.synth();
