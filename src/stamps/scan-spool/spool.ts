import { rm } from 'node:fs/promises';
import { begunAt, readLines, SpoolFolder } from './spool-folder.ts';
import type { ClosedFile } from './spool-folder.ts';
import { openNewFile, SpoolFile } from './spool-file.ts';
import type { OpenFile } from './spool-file.ts';

/** A file that grew past this is closed and another begun: each is read back whole. */
const FILE_BYTES = 4 * 1024 * 1024;

/** Past this the disk matters more than the history of scans: about two million of them. */
const MAX_BYTES = 512 * 1024 * 1024;

/** Of what earlier processes left, the newest files up to so many bytes are told to `pending` at start. */
const RECOVERED_BYTES = 32 * 1024 * 1024;

/** A file that another process took over in the middle of a write is begun anew so often. */
const MAX_TRIES = 3;

/** What the spool tells of itself while it works. */
export interface SpoolEvents<T> {
  /** The item is in the spool: before its line is on the disk, so that no reader comes in between. */
  added(item: T): void;
  /** The items left the spool: delivered, or not taken by the disk. */
  removed(items: readonly T[]): void;
  /** After each flush; `lost` items were not written, because of `reason`. */
  flushed(lost: number, reason: string | null): void;
  /** Lines that are no items, before their file is removed. */
  unreadable(lines: readonly string[]): Promise<void>;
}

export interface SpoolOptions<T> {
  /** Brings a parsed line back to an item; null for a line that is none. */
  read(line: unknown): T | null;
  events: SpoolEvents<T>;
  open?: OpenFile;
  maxBytes?: number;
  now?: () => number;
}

/** Items to be sent a little later, one JSON document a line, in files that survive a crash. */
export interface Spool<T> {
  /**
   * Resolves once the item is on the disk itself, to `false` where the disk did not take it. Items that
   * come together share one flush, so a crowd waits no longer than one.
   */
  append(item: T): Promise<boolean>;
  /**
   * Gives everything to `send`, oldest first, in batches of at most `batch`. `send` answers how many of
   * the first of a batch are settled; the rest, and where it is 0 everything, stays. A crash in the
   * middle sends some items again: taking one twice must do no harm.
   * @returns whether nothing is left
   */
  deliver(send: (items: T[]) => Promise<number>, batch: number): Promise<boolean>;
  /** Items on the disk, and when the oldest file was begun (ms). */
  backlog(): { waiting: number; since: number | null };
}

interface QueuedLine<T> {
  item: T;
  line: Buffer;
  done(onDisk: boolean): void;
}

type WaitingFile = ClosedFile & { settled: number };

/** Opens the spool in `dir`; several processes may, while one takes the place of another. */
export function openSpool<T>(dir: string, options: SpoolOptions<T>): Spool<T> {
  const { read, events, open = openNewFile, maxBytes = MAX_BYTES, now = Date.now } = options;
  const folder = new SpoolFolder(dir);
  /** Files closed for writing, oldest first. */
  const closed: WaitingFile[] = [];
  let current: SpoolFile | null = null;
  let queue: QueuedLine<T>[] = [];
  let lastWork: Promise<unknown> = Promise.resolve();
  let delivering: Promise<boolean> | null = null;
  let recovered = false;

  /** The file that is written to is touched by one of these at a time. */
  function alone(work: () => Promise<void>): Promise<void> {
    const done = lastWork.then(work);
    lastWork = done.catch(() => undefined);
    return done;
  }

  async function closeCurrent(): Promise<void> {
    if (!current) return;
    const file = current;
    current = null;
    const { name, bytes, lines } = file;
    if (lines > 0) closed.push({ name, bytes, lines, settled: 0 });
    else await rm(folder.pathOf(name), { force: true });
    await file.close();
  }

  async function writeQueue(): Promise<void> {
    const group = queue;
    queue = [];
    let reason: string | null = null;
    try {
      for (let tries = 0; group.length > 0 && tries < MAX_TRIES; tries += 1) {
        if (heldBytes() > maxBytes) throw new Error(`The spool holds ${maxBytes} bytes already`);
        current ??= await SpoolFile.create(await folder.newPath(now()), open);
        const { written, error, taken } = await current.write(group.map(({ line }) => line));
        for (const { done } of group.splice(0, written)) done(true);
        if (error !== null || taken || current.bytes > FILE_BYTES) await closeCurrent();
        if (error !== null) {
          reason = messageOf(error);
          break;
        }
      }
      if (group.length > 0) reason ??= 'other processes take its files';
    } catch (error) {
      reason = messageOf(error);
    }
    events.removed(group.map(({ item }) => item));
    for (const { done } of group) done(false);
    events.flushed(group.length, reason);
  }

  function heldBytes(): number {
    return closed.reduce((sum, { bytes }) => sum + bytes, current?.bytes ?? 0);
  }

  /** What other processes left joins what is delivered here. */
  async function takeOver(): Promise<void> {
    const taken = await folder.takeOver(now(), !recovered);
    closed.unshift(...taken.map((file) => ({ ...file, settled: 0 })));
    recovered = true;
    let bytes = RECOVERED_BYTES;
    const newest = taken.reverse().filter((file) => (bytes -= file.bytes) > 0);
    for (const { name } of newest.reverse()) {
      for (const item of (await itemsOf(name)).items) events.added(item);
    }
  }

  /** Nothing where another process has taken the file over. */
  async function itemsOf(name: string): Promise<{ items: T[]; unreadable: string[] }> {
    const { parsed, torn } = await readLines(folder.pathOf(name));
    const items: T[] = [];
    const unreadable = [...torn];
    for (const line of parsed) {
      const item = read(line);
      if (item === null) unreadable.push(JSON.stringify(line));
      else items.push(item);
    }
    return { items, unreadable };
  }

  async function run(send: (items: T[]) => Promise<number>, batch: number): Promise<boolean> {
    // Nobody writes to a file that is being delivered.
    await alone(closeCurrent);
    await takeOver();
    for (let oldest = closed[0]; oldest; oldest = closed[0]) {
      const { items, unreadable } = await itemsOf(oldest.name);
      while (oldest.settled < items.length) {
        const some = items.slice(oldest.settled, oldest.settled + batch);
        const settled = await send(some);
        events.removed(some.slice(0, settled));
        oldest.settled += settled;
        if (settled === 0) return false;
      }
      if (unreadable.length > 0) await events.unreadable(unreadable);
      await rm(folder.pathOf(oldest.name), { force: true });
      closed.shift();
    }
    return queue.length === 0 && current === null;
  }

  return {
    append(item) {
      events.added(item);
      return new Promise((done) => {
        queue.push({ item, line: Buffer.from(`${JSON.stringify(item)}\n`), done });
        // After all that has arrived was read, so that items of the same turn share the flush.
        if (queue.length === 1) setImmediate(() => void alone(writeQueue));
      });
    },
    deliver(send, batch) {
      delivering ??= run(send, batch).finally(() => {
        delivering = null;
      });
      return delivering;
    },
    backlog() {
      const waiting = closed.reduce((sum, { lines, settled }) => sum + lines - settled, current?.lines ?? 0);
      const oldest = closed[0]?.name ?? current?.name;
      return { waiting, since: waiting > 0 && oldest !== undefined ? begunAt(oldest) : null };
    },
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
