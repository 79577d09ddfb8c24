import type { ImageReference } from "../values/image-reference";
import type { PlacedFiles } from "./instruction";
import type {
  DockerfileArchiveOptions,
  DockerfileCopyOptions,
  DockerfileDownloadOptions,
  DockerfileFileOptions,
  DockerfileGitOptions,
} from "./instruction-options";
import { DockerfileRunBlock } from "./run-block";
import type { IDockerfileStage } from "./stage-reference";
import type { DockerfileWord, Word } from "./word";

/** The COPY and ADD instructions of a block. */
export abstract class DockerfileFileBlock extends DockerfileRunBlock {
  /**
   * Copies files of the build context.
   *
   * @throws where there is no path, or several go to what is not a folder
   */
  public addCopy(
    paths: (string | DockerfileWord)[],
    destination: string | DockerfileWord,
    options: DockerfileCopyOptions = {},
  ): void {
    this.addCopyInstruction(undefined, paths, destination, options);
  }

  /**
   * Copies files of another stage, or of a named build context: `{ name: "docs" }`.
   *
   * @throws where there is no path, or several go to what is not a folder
   */
  public addCopyFrom(
    stage: IDockerfileStage,
    paths: (string | DockerfileWord)[],
    destination: string | DockerfileWord,
    options: DockerfileCopyOptions = {},
  ): void {
    this._rules.sourceName("COPY --from", stage.name);
    this.addCopyInstruction(stage.name, paths, destination, options);
  }

  /**
   * Copies files of an image.
   *
   * COPY expands no argument in the image's name: an image whose name holds one is the base of a stage of its own.
   *
   * @throws where there is no path, or several go to what is not a folder
   */
  public addCopyFromImage(
    image: ImageReference,
    paths: (string | DockerfileWord)[],
    destination: string | DockerfileWord,
    options: DockerfileCopyOptions = {},
  ): void {
    this.addCopyInstruction(image.toString(), paths, destination, options);
  }

  /**
   * Writes a file of the image whose text stands in the Dockerfile; nothing in it is expanded.
   *
   * @param text the file's text; it ends with a line break, also where that is not given; an empty one stays empty
   * @throws where the destination is a folder, or has white space
   * @see https://docs.docker.com/reference/dockerfile/#here-documents
   */
  public addCopyText(text: string, destination: string | DockerfileWord, options: DockerfileFileOptions = {}): void {
    this._rules.fileName(destination);
    this._rules.sound("COPY", text);
    this._list.add({ kind: "copy", text, parents: false, ...this.placed("COPY", [], destination, options) });
  }

  /**
   * Adds tar archives of the build context, unpacked.
   *
   * @throws where there is no path, or several go to what is not a folder
   * @see https://docs.docker.com/reference/dockerfile/#adding-local-tar-archives
   */
  public addArchives(
    paths: (string | DockerfileWord)[],
    destination: string | DockerfileWord,
    options: DockerfileArchiveOptions = {},
  ): void {
    this._rules.ofContext(paths);
    const files = this.placed("ADD", paths, destination, options);
    this._list.add({ kind: "add", keepGitDir: false, unpack: options.unpack, ...files });
  }

  /**
   * Downloads a file by HTTP.
   *
   * @param url starts with `http://` or `https://`
   * @throws where it is no such address, or a checksum is none of SHA-256
   * @see https://docs.docker.com/reference/dockerfile/#adding-files-from-a-url
   */
  public addDownload(
    url: string | DockerfileWord,
    destination: string | DockerfileWord,
    options: DockerfileDownloadOptions = {},
  ): void {
    this._rules.url(url);
    this._rules.checksum(options.checksum);
    this._rules.flag("ADD --checksum", options.checksum);
    const { checksum, unpack } = options;
    const files = this.placed("ADD", [url], destination, options);
    this._list.add({ kind: "add", checksum, keepGitDir: false, unpack, ...files });
  }

  /**
   * Adds the files of a git repository.
   *
   * @param address for example `https://github.com/moby/buildkit.git#v0.10.1`; one by SSH needs `docker build --ssh default`
   * @throws where it is no address of a repository, or the commit is none
   * @see https://docs.docker.com/reference/dockerfile/#adding-files-from-a-git-repository
   */
  public addGitRepository(
    address: string | DockerfileWord,
    destination: string | DockerfileWord,
    options: DockerfileGitOptions = {},
  ): void {
    this._rules.gitAddress(address);
    this._rules.commit(options.commit);
    this._rules.flag("ADD --checksum", options.commit);
    const { commit: checksum, keepGitDir = false } = options;
    this._list.add({ kind: "add", checksum, keepGitDir, ...this.placed("ADD", [address], destination, options) });
  }

  private addCopyInstruction(
    source: string | undefined,
    paths: Word[],
    destination: Word,
    options: DockerfileCopyOptions,
  ): void {
    this._rules.notEmpty("COPY", paths);
    const { parents = false } = options;
    this._list.add({ kind: "copy", source, parents, ...this.placed("COPY", paths, destination, options) });
  }

  private placed(
    keyword: string,
    paths: readonly Word[],
    destination: Word,
    options: DockerfileArchiveOptions,
  ): PlacedFiles & { readonly comment?: string } {
    const { chown, chmod, link = false, exclude = [], comment } = options;
    this._rules.destination(keyword, paths, destination);
    this._rules.filled(keyword, ...paths, destination);
    this._rules.oneLine(keyword, ...paths, destination);
    this._rules.flag(`${keyword} --chown`, chown);
    this._rules.flag(`${keyword} --chmod`, chmod);
    this._rules.exclude(keyword, exclude);
    this._rules.mode(keyword, chmod);
    return { paths: [...paths], destination, chown, chmod, link, exclude: [...exclude], comment };
  }
}
