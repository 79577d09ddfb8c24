import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { mustDocker } from "./engine";
import { runFolder } from "./locations";
import { mustRun, run } from "./run";

/** Unpacks the image in `image.tar` and each of its layers, whether it is compressed or not; the index tells of all files. */
const UNPACK = `set -eu
mkdir image layers
tar -xf image.tar -C image
count=0
for file in $(find image -type f); do
  if gzip -t "$file" 2>/dev/null; then gzip -dc "$file" >layer.tar; else cp "$file" layer.tar; fi
  if tar -tf layer.tar >/dev/null 2>&1; then
    count=$((count + 1))
    mkdir "layers/$count"
    tar -xf layer.tar -C "layers/$count" --no-same-owner --no-same-permissions --delay-directory-restore --exclude 'dev/*'
    chmod -R u+rwX "layers/$count"
  fi
done
rm -f layer.tar image.tar
echo $count
`;

/** The layers of an image as they are saved, each unpacked into a folder, and what describes them. */
export class Layers {
  /** @throws where the image can't be saved, or a layer of it is in a format that is not read here */
  public static async of(image: string): Promise<Layers> {
    const parent = join(runFolder(), "layers");
    mkdirSync(parent, { recursive: true });
    const folder = mkdtempSync(join(parent, "image-"));
    await mustDocker(["save", "--output", join(folder, "image.tar"), image], { seconds: 300 });
    writeFileSync(join(folder, "unpack.sh"), UNPACK);
    const { stdout } = await mustRun(["sh", "unpack.sh"], { cwd: folder, seconds: 300 });
    const expected = JSON.parse(await mustDocker(["image", "inspect", "--format", "{{json .RootFS.Layers}}", image]));
    const found = Number.parseInt(stdout, 10);
    // Layers with the same content are saved once.
    if (found < new Set(expected).size)
      throw new Error(`${image} has ${expected.length} layers, ${found} were unpacked`);
    return new Layers(folder);
  }

  private constructor(private readonly folder: string) {}

  /** The files, those of lower layers too, that hold the text. */
  public async filesWith(text: string): Promise<string[]> {
    const { stdout, exitCode, stderr } = await run(["grep", "-rlaF", "--", text, "image", "layers"], {
      cwd: this.folder,
    });
    if (exitCode > 1) throw new Error(stderr);
    return stdout.split("\n").filter(Boolean);
  }

  public remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** An image on top of another one, in which a file with the text was made and removed again. */
export async function withRemovedTrace(image: string, text: string, name: string): Promise<void> {
  const folder = join(runFolder(), "layers", "trace");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "Dockerfile"), `FROM ${image}\nUSER 0\nCOPY trace /trace\nRUN --network=none rm /trace\n`);
  writeFileSync(join(folder, "trace"), text);
  await mustDocker(["build", "--tag", name, folder]);
}
