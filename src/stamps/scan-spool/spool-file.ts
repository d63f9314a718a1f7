import { existsSync } from 'node:fs';
import { open as openOnDisk, rm } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import path from 'node:path';

/** What is used of an open file; a test may bring one that fails. */
export type WritableFile = Pick<FileHandle, 'appendFile' | 'datasync' | 'stat' | 'truncate' | 'close'>;

export type OpenFile = (file: string) => Promise<WritableFile>;

/** A new file that only this user may read; fails where it exists already. */
export const openNewFile: OpenFile = (file) => openOnDisk(file, 'ax', 0o600);

/** What became of lines: the first `written` are on the disk itself, the others nowhere. */
export interface WriteResult {
  written: number;
  error: unknown;
  /** Another process has taken the file over: what was written may have come too late for it. */
  taken: boolean;
}

/** One file of the spool while lines are added to it. After any failure it must be closed. */
export class SpoolFile {
  readonly name: string;
  bytes = 0;
  lines = 0;
  readonly #path: string;
  readonly #handle: WritableFile;

  private constructor(file: string, handle: WritableFile) {
    this.#path = file;
    this.name = path.basename(file);
    this.#handle = handle;
  }

  static async create(file: string, open: OpenFile): Promise<SpoolFile> {
    const handle = await open(file);
    try {
      // The folder's own entry must be on the disk too, or the file is gone after a power cut.
      const folder = await openOnDisk(path.dirname(file), 'r');
      await folder.sync().finally(() => folder.close());
      return new SpoolFile(file, handle);
    } catch (error) {
      await Promise.allSettled([handle.close(), rm(file, { force: true })]);
      throw error;
    }
  }

  /** Adds lines, each ending in a line break, and flushes them to the disk. */
  async write(lines: readonly Buffer[]): Promise<WriteResult> {
    try {
      await this.#handle.appendFile(Buffer.concat(lines));
    } catch (error) {
      return { written: await this.#cutToWholeLines(lines), error, taken: false };
    }
    try {
      await this.#handle.datasync();
      // Whoever takes a file over renames it before reading it: a name that still stands after the
      // bytes were written means that any later reader sees them. Asked at once, because the way through
      // another thread takes ten times as long as the answer.
      if (!existsSync(this.#path)) return { written: 0, error: null, taken: true };
    } catch (error) {
      // Which bytes reached the disk is not known now, and a second flush would not tell the truth.
      return { written: 0, error, taken: false };
    }
    this.#add(lines);
    return { written: lines.length, error: null, taken: false };
  }

  async close(): Promise<void> {
    await this.#handle.close();
  }

  /** A disk that is full may have taken some bytes: the lines that are whole stay, the torn one goes. */
  async #cutToWholeLines(lines: readonly Buffer[]): Promise<number> {
    try {
      const { size } = await this.#handle.stat();
      const whole: Buffer[] = [];
      let end = this.bytes;
      for (const line of lines) {
        if (end + line.length > size) break;
        end += line.length;
        whole.push(line);
      }
      await this.#handle.truncate(end);
      await this.#handle.datasync();
      this.#add(whole);
      return whole.length;
    } catch {
      return 0;
    }
  }

  #add(lines: readonly Buffer[]): void {
    this.bytes += lines.reduce((sum, { length }) => sum + length, 0);
    this.lines += lines.length;
  }
}
