import { mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';

/** What became of items handed over: `sent`, `refused` (never to be taken), or `later`. */
export type Delivery = 'sent' | 'refused' | 'later';

/** A file that grew past this is closed and another begun: each is read back whole. */
const FILE_BYTES = 4 * 1024 * 1024;

/** Past this the disk matters more than the history of scans: about two million of them. */
const LARGEST_BYTES = 512 * 1024 * 1024;

/** Things to be sent a little later, one JSON document a line, in files that survive a crash. */
export interface Journal<T> {
  /**
   * Resolves once the item is on the disk itself; `false` when the journal is full and it was not
   * kept. Items that come together share one flush, so a crowd waits no longer than one.
   */
  append(item: T): Promise<boolean>;
  /**
   * Hands everything over, oldest first, until something has to wait. A crash in the middle hands
   * some items over again: taking one twice must do no harm. A batch that is refused is handed over
   * item by item, so that one bad item costs no other.
   * @returns whether nothing is left
   */
  deliver(hand: (items: T[]) => Promise<Delivery>, most: number): Promise<boolean>;
}

interface Line {
  text: string;
  kept(onDisk: boolean): void;
  failed(error: unknown): void;
}

/**
 * Opens a journal in `dir`, its files named `{name}-{when}.jsonl`. One process at a time may do so
 * under one name: two would hand over each other's items.
 * @param read brings a parsed line back to an item, `null` for a line that is none (a torn write)
 */
export function openJournal<T>(dir: string, name: string, read: (line: unknown) => T | null): Journal<T> {
  let waiting: Line[] = [];
  let writeSoon = false;
  let last: Promise<unknown> = Promise.resolve();
  let delivering: Promise<boolean> | null = null;
  let current: { file: string; handle: FileHandle; bytes: number } | null = null;
  let lastNumber = 0;
  /** Files closed for writing, oldest first, with how many of their items went already. */
  let closed: { file: string; bytes: number; done: number }[] | null = null;

  async function closedFiles(): Promise<{ file: string; bytes: number; done: number }[]> {
    if (closed) return closed;
    await mkdir(dir, { recursive: true });
    const own = (await readdir(dir)).filter((file) => file.startsWith(`${name}-`)).sort();
    const found = await Promise.all(
      own.map(async (file) => ({ file, bytes: (await stat(join(dir, file))).size, done: 0 })),
    );
    closed ??= found;
    return closed;
  }

  async function openFile(): Promise<{ file: string; handle: FileHandle; bytes: number }> {
    lastNumber = Math.max(lastNumber + 1, Date.now());
    const file = `${name}-${String(lastNumber).padStart(15, '0')}.jsonl`;
    const handle = await open(join(dir, file), 'ax', 0o600);
    // The folder's own entry must be on the disk too, or the file is gone after a power cut.
    const folder = await open(dir, 'r');
    await folder.sync().finally(() => folder.close());
    return { file, handle, bytes: 0 };
  }

  async function closeCurrent(): Promise<void> {
    if (!current) return;
    const { file, handle, bytes } = current;
    current = null;
    (await closedFiles()).push({ file, bytes, done: 0 });
    await handle.close();
  }

  async function writeWaiting(): Promise<void> {
    writeSoon = false;
    const lines = waiting;
    waiting = [];
    try {
      const held = (await closedFiles()).reduce((sum, { bytes }) => sum + bytes, 0);
      if (held > LARGEST_BYTES) {
        for (const { kept } of lines) kept(false);
        return;
      }
      current ??= await openFile();
      const bytes = Buffer.from(lines.map(({ text }) => text).join(''));
      await current.handle.appendFile(bytes);
      await current.handle.datasync();
      current.bytes += bytes.length;
      for (const { kept } of lines) kept(true);
      if (current.bytes > FILE_BYTES) await closeCurrent();
    } catch (error) {
      for (const { failed } of lines) failed(error);
    }
  }

  /** The file that is written to is touched by one of these at a time. */
  function alone(work: () => Promise<void>): Promise<void> {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  }

  async function run(hand: (items: T[]) => Promise<Delivery>, most: number): Promise<boolean> {
    // Nobody writes to a file that is being handed over.
    await alone(closeCurrent);
    const files = await closedFiles();
    for (let oldest = files[0]; oldest; oldest = files[0]) {
      const items = (await linesOf(join(dir, oldest.file))).flatMap((line) => read(line) ?? []);
      while (oldest.done < items.length) {
        const some = items.slice(oldest.done, oldest.done + most);
        const answer = await hand(some);
        if (answer === 'later') return false;
        if (answer === 'refused' && some.length > 1) {
          for (const item of some) if ((await hand([item])) === 'later') return false;
        }
        oldest.done += some.length;
      }
      await rm(join(dir, oldest.file), { force: true });
      files.shift();
    }
    return waiting.length === 0 && current === null;
  }

  return {
    append(item) {
      return new Promise((kept, failed) => {
        waiting.push({ text: `${JSON.stringify(item)}\n`, kept, failed });
        if (writeSoon) return;
        writeSoon = true;
        void alone(writeWaiting);
      });
    },
    deliver(hand, most) {
      delivering ??= run(hand, most).finally(() => {
        delivering = null;
      });
      return delivering;
    },
  };
}

async function linesOf(file: string): Promise<unknown[]> {
  const text = await readFile(file, 'utf8');
  return text.split('\n').flatMap((line): unknown[] => {
    try {
      return line === '' ? [] : [JSON.parse(line)];
    } catch {
      return [];
    }
  });
}
