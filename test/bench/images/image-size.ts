import { mustDocker } from "../../e2e/harness/engine";

const BASE = "python:3.13-slim-trixie";

/** The image's size, and what of it is neither base nor production environment nor own files. */
export interface ImageSize {
  readonly bytes: number;
  readonly aboveFloor: number;
}

/**
 * Adds up what an image has to hold: the files of the production distributions and of the project, which the image's own
 * metadata lists, and the bytecode that is there of them.
 *
 * @param requirements what is locked for production
 */
export async function imageSize(image: string, requirements: string): Promise<ImageSize> {
  const production = [...requirements.matchAll(/^([\w.-]+)==\S+.*$/gm)].map(([, name]) => name);
  const words = ["run", "--rm", "--network", "none", "--user", "0", "--env", `PRODUCTION=${production.join(" ")}`];
  const output = await mustDocker([...words, "--entrypoint", "python", image, "-c", NEEDED], { seconds: 60 });
  const { needed, distributions } = JSON.parse(output);
  // Of what another platform needs there may be nothing here.
  if (distributions.length < production.length * 0.8) throw new Error(`${image} has ${distributions} of ${production}`);
  const bytes = await sizeOf(image);
  return { bytes, aboveFloor: bytes - (await sizeOf(BASE)) - needed };
}

async function sizeOf(image: string): Promise<number> {
  return Number(await mustDocker(["image", "inspect", "--format", "{{.Size}}", image]));
}

const NEEDED = `
import importlib.metadata as metadata, importlib.util, json, os, pathlib, re
names = {*os.environ["PRODUCTION"].split(), "orders"}
paths, found = set(), []
def add(path):
    path = pathlib.Path(path)
    if path.is_file():
        paths.add(path.resolve())
    if path.suffix == ".py":
        paths.update(path.resolve() for path in path.parent.glob(f"__pycache__/{path.stem}.*.pyc"))
for distribution in metadata.distributions():
    name = re.sub(r"[-_.]+", "-", distribution.metadata["Name"]).lower()
    if name in names:
        found.append(f"{name}=={distribution.version}")
        for file in distribution.files or []:
            add(distribution.locate_file(file))
# Where the project is not installed, its files are those of its package.
for path in pathlib.Path(importlib.util.find_spec("orders").origin).parent.rglob("*"):
    add(path)
print(json.dumps({"needed": sum(path.stat().st_size for path in paths), "distributions": sorted(found)}))
`;
