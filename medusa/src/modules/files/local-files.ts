import { chmod, open, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { extname } from 'node:path/posix';
import type { Readable, Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type {
  Logger,
  ProviderDeleteFileDTO,
  ProviderFileResultDTO,
  ProviderGetFileDTO,
  ProviderGetPresignedUploadUrlDTO,
  ProviderUploadFileDTO,
  ProviderUploadStreamDTO,
} from '@medusajs/framework/types';
import { AbstractFileProviderService, MedusaError } from '@medusajs/framework/utils';
import { createFile, dateFile, erasePrivateFiles, isFileName, isPrivateName, newName } from './folder.ts';
import { contentOf, isTable, notAPicture, pictureOf } from './kind.ts';
import { linkKey, privateLink } from './private-link.ts';

export interface LocalFilesOptions {
  /** Served to everybody below `/static`. */
  publicFolder: string;
  /** Served to staff by a signed link. */
  privateFolder: string;
  /** Public address of this server. */
  medusaUrl: string;
  cookieSecret: string;
}

const ERASE_EVERY_MS = 10 * 60_000;

/**
 * Files on this server's disk. Everybody may read pictures, and a picture is what its content says; all
 * else (orders and products written out, tables to import) is private: a name nobody guesses, a file only
 * this user reads, a link that lasts an hour and wants a member of staff, and gone after a day.
 */
export class LocalFiles extends AbstractFileProviderService {
  static identifier = 'local-files';

  readonly #options: LocalFilesOptions;
  readonly #logger: Logger;
  readonly #key: Buffer;

  constructor({ logger }: { logger: Logger }, options: LocalFilesOptions) {
    super();
    this.#logger = logger;
    this.#options = options;
    this.#key = linkKey(options.cookieSecret);
    this.#keepErasing();
  }

  /** Keeps a picture for everybody, a table or what Medusa asks to keep private for staff. */
  override async upload(file: ProviderUploadFileDTO): Promise<ProviderFileResultDTO> {
    const content = contentOf(file);
    const name = await this.#nameFor(file, content);
    const handle = await createFile(this.#folderOf(name), name);
    try {
      await handle.writeFile(content);
    } catch (error) {
      await rm(this.#path(name), { force: true });
      throw error;
    } finally {
      await handle.close();
    }
    await dateFile(this.#folderOf(name), name, Date.now());
    return { key: name, url: this.#url(name) };
  }

  /** A stream to write a private file by: what is not there yet cannot be judged as a picture. */
  override async getUploadStream(file: ProviderUploadStreamDTO): Promise<{
    writeStream: Writable;
    promise: Promise<ProviderFileResultDTO>;
    url: string;
    fileKey: string;
  }> {
    const name = newName(endingOf(file.filename), true);
    const handle = await createFile(this.#folderOf(name), name);
    const writeStream = handle.createWriteStream();
    const url = this.#url(name);
    const promise = finished(writeStream).then(async () => {
      await dateFile(this.#folderOf(name), name, Date.now());
      return { key: name, url };
    });
    // Whoever writes may have stopped for another reason, and then asks no more how it ended.
    promise.catch(() => rm(this.#path(name), { force: true }));
    return { writeStream, promise, url, fileKey: name };
  }

  override async delete(files: ProviderDeleteFileDTO | ProviderDeleteFileDTO[]): Promise<void> {
    for (const { fileKey } of [files].flat()) await rm(this.#path(fileKey), { force: true });
  }

  override async getDownloadStream({ fileKey }: ProviderGetFileDTO): Promise<Readable> {
    const handle = await open(this.#path(fileKey)).catch(() => null);
    if (!handle) throw this.#missing(fileKey);
    return handle.createReadStream();
  }

  override async getAsBuffer({ fileKey }: ProviderGetFileDTO): Promise<Buffer> {
    const content = await readFile(this.#path(fileKey)).catch(() => null);
    if (!content) throw this.#missing(fileKey);
    return content;
  }

  /** The address of a picture, or a new link to a private file. */
  override async getPresignedDownloadUrl({ fileKey }: ProviderGetFileDTO): Promise<string> {
    const found = await stat(this.#path(fileKey)).catch(() => null);
    if (!found) throw this.#missing(fileKey);
    return this.#url(fileKey);
  }

  /** Where a browser sends a file that is to be kept: to this server. */
  getPresignedUploadUrl(file: ProviderGetPresignedUploadUrlDTO): Promise<ProviderFileResultDTO> {
    return Promise.resolve({ url: '/admin/uploads', key: file.filename });
  }

  async #nameFor(file: ProviderUploadFileDTO, content: Buffer): Promise<string> {
    if (file.access !== 'public') return newName(endingOf(file.filename), true);
    const picture = await pictureOf(content);
    if (picture) return newName(picture.ending, false);
    if (isTable(content, file)) return newName('csv', true);
    throw notAPicture(file.filename);
  }

  #folderOf(name: string): string {
    return isPrivateName(name) ? this.#options.privateFolder : this.#options.publicFolder;
  }

  #path(name: string): string {
    if (!isFileName(name)) throw this.#missing(name);
    return join(this.#folderOf(name), name);
  }

  #url(name: string): string {
    const path = isPrivateName(name)
      ? privateLink(this.#key, name, Date.now())
      : `/static/${encodeURIComponent(name)}`;
    return new URL(path, this.#options.medusaUrl).href;
  }

  #missing(name: string): MedusaError {
    return new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `There is no file ${name.slice(0, 100)} on this server. Files written out are erased after a day: write it out again.`,
    );
  }

  /** Also where it was served to everybody: releases before 0.2 wrote private files there. */
  #keepErasing(): void {
    const { publicFolder, privateFolder } = this.#options;
    const erase = () => {
      const work = async () => {
        await chmod(privateFolder, 0o700).catch(() => undefined);
        for (const folder of [privateFolder, publicFolder]) await erasePrivateFiles(folder, Date.now());
      };
      work().catch((error: unknown) => this.#logger.error(`Old private files were not erased: ${error}`));
    };
    erase();
    setInterval(erase, ERASE_EVERY_MS).unref();
  }
}

const endingOf = (filename: string) => extname(filename).slice(1).toLowerCase();
