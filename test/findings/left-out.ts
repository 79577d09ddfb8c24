/** What the index says of what is no rule. */
export const leftOut = `A rule of a Dockerfile also holds for raw text, scripts and what an ONBUILD has run. It is left out for one instruction by
hadolint's own comment right above it (\`comment: "hadolint ignore=DL3004"\`), and for a file, where BuildKit has it, by the option
\`skippedBuildChecks\`.

## What is no rule

Left out on purpose:

| Elsewhere | Why |
|---|---|
| hadolint DL3008, DL3018 | Debian's and Alpine's mirrors keep the newest version alone: a pinned one is gone with the next security update, and the build fails |
| hadolint DL3059 | Several RUN are several layers in the cache, so that a change runs one of them again; \`addRunSequence\` makes one of what belongs together |
| hadolint DL3010, DL3047 | \`addArchive\` unpacks where it is wanted; what a download prints is a matter of taste |
| hadolint DL3056 | Versions of Python are no SemVer |
| BuildKit InvalidBaseImagePlatform | Only a registry knows the platforms of an image |
| BuildKit CopyIgnoredFile | [FileIgnored](FileIgnored.md) and [CopySourceMissing](CopySourceMissing.md) look at the same, with patterns that begin with \`!\` too |

Refused by the method itself, so that only raw text can have it:

| Method | Refuses |
|---|---|
| \`addStage\` | names with capitals, reserved ones, names that are there |
| \`StageBase.image\` | what is no name of an image |
| \`addWorkdir\`, \`addVolume\` | relative paths |
| \`addCopy\`, \`addArchive\` | several paths to what is no folder |
| \`addArchive\` | addresses; there are \`addDownload\` and \`addGitRepository\` |
| \`addExpose\` | what is no port |
| \`addCommand\`, \`addEntrypoint\`, \`addHealthCheck\` | a second one in the stage |
| \`addEnv\`, \`addArg\`, \`addLabel\` | a name twice with two values; keys and names that can't be |
| \`onBuild().addRaw\` | FROM, ONBUILD and MAINTAINER |
`;
