import { appendFile, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What became of one item: `sent`, `refused` (it will never be taken), or `later`. */
export type Delivery = 'sent' | 'refused' | 'later';

/** Past this the disk matters more than the history of scans: about forty thousand of them. */
const LARGEST_BYTES = 8 * 1024 * 1024;

/** A file of things to be sent later, one JSON document a line; survives a restart. */
export interface Spool<T> {
  /** Appends and flushes to disk. `false` when the spool is full and the item was not kept. */
  append(item: T): Promise<boolean>;
  /**
   * Hands the kept items over, oldest first, until one has to wait. A crash in the middle hands
   * some of them over again, so taking an item twice must do no harm.
   * @returns how many are left
   */
  deliver(hand: (item: T) => Promise<Delivery>): Promise<number>;
}

/**
 * Opens a spool. Two files: `{name}.jsonl` collects, `{name}.sending.jsonl` is being handed over.
 * @param read brings a parsed line back to an item, `null` for a line that is none (a torn write)
 */
export function openSpool<T>(
  dir: string,
  name: string,
  read: (line: unknown) => T | null,
): Spool<T> {
  const collecting = join(dir, `${name}.jsonl`);
  const sending = join(dir, `${name}.sending.jsonl`);
  let underway: Promise<number> | null = null;

  async function run(hand: (item: T) => Promise<Delivery>): Promise<number> {
    let left = await handOver(sending, read, hand);
    if (left > 0 || (await sizeOf(collecting)) === 0) return left;
    await rename(collecting, sending);
    left = await handOver(sending, read, hand);
    return left;
  }

  return {
    async append(item) {
      await mkdir(dir, { recursive: true });
      if ((await sizeOf(collecting)) > LARGEST_BYTES) return false;
      await appendFile(collecting, `${JSON.stringify(item)}\n`, { mode: 0o600, flush: true });
      return true;
    },
    deliver(hand) {
      underway ??= run(hand).finally(() => {
        underway = null;
      });
      return underway;
    },
  };
}

async function handOver<T>(
  file: string,
  read: (line: unknown) => T | null,
  hand: (item: T) => Promise<Delivery>,
): Promise<number> {
  const items = (await linesOf(file)).flatMap((line) => read(line) ?? []);
  let done = 0;
  for (const item of items) {
    if ((await hand(item)) === 'later') break;
    done += 1;
  }
  const left = items.slice(done);
  if (left.length === 0) await rm(file, { force: true });
  else if (done > 0) await replace(file, left.map((item) => `${JSON.stringify(item)}\n`).join(''));
  return left.length;
}

async function linesOf(file: string): Promise<unknown[]> {
  const text = await readFile(file, 'utf8').catch(absent(''));
  return text.split('\n').flatMap((line): unknown[] => {
    try {
      return line === '' ? [] : [JSON.parse(line)];
    } catch {
      return [];
    }
  });
}

async function replace(file: string, text: string): Promise<void> {
  await writeFile(`${file}.new`, text, { mode: 0o600, flush: true });
  await rename(`${file}.new`, file);
}

async function sizeOf(file: string): Promise<number> {
  return stat(file).then(({ size }) => size, absent(0));
}

/** A file that is not there yet reads as `value`; any other trouble is a bug of the set-up. */
function absent<T>(value: T): (error: unknown) => T {
  return (error) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return value;
    throw error;
  };
}
