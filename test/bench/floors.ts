/**
 * Why a target can't be reached: the floor and what it consists of, by the number of the target. Shown where the target is
 * missed.
 */
export const FLOORS: Readonly<Record<number, string>> = {
  2: `a build in which nothing is new takes 0.3 s on this machine, and an edit adds three steps, each in a container or layer of
its own, of 0.1 to 0.15 s. The rest is the project: the frontend 0.15 s, the build backend 0.15 s, the installation 0.15 s.`,
  3: `a build in which nothing is new takes 0.3 s on this machine, and such an edit adds five steps, each in a container or
layer of its own, of 0.1 to 0.15 s: two derive what the dependencies depend on, beside those that build and install the project,
of which frontend, build backend and installation take 0.15 s each. None starts pip or poetry.`,
  4: `both install a pinned package manager inside of the build, which keeps nothing but downloads: pip 3.3 s, pipx and poetry
10 s, and on two cores little runs beside it. b takes the pip that its base image has, checks no lock and leaves the project out;
a installs the same poetry, but compiles nothing and leaves the project out. What remains is pip's or poetry's own installation
of the packages, and 2.4 s for their bytecode, on all cores.`,
  6: `no single cause is left. Of a warm synth of one project two thirds are facts, the Dockerfile and the compose file, and the
checks that read them, spread over some 34,000 calls; writing the four files takes 0.4 ms each.`,
  8: `what projects share is built once, and with uv that takes so little that the steps which each project has of its own weigh
more: context, manifest, source, installation and image, 0.5 s of both cores for each further project. On more cores they run
side by side.`,
};
