import { mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** What is set aside: a scan with the reason it was rejected for, or a line that was no scan. */
export type SetAside = { reason: string; detail?: string | undefined } & (
  { scan: { at: string } } | { line: string }
);

const NAME = 'scans-rejected.jsonl';

/** About thirty thousand scans; past this the oldest half goes. */
const MAX_BYTES = 8 * 1024 * 1024;

/** The privacy page promises that a scan's own line goes after this. */
const MAX_AGE_MS = 90 * 86_400_000;

/**
 * The file of scans that Medusa would not count, one JSON document a line, so that an operator can see
 * why and hand them over again (docs/operations.md). Bounded in size and in age.
 */
export class RejectedScans {
  readonly #dir: string;
  readonly #maxBytes: number;
  readonly #now: () => number;

  constructor(dir: string, { maxBytes = MAX_BYTES, now = Date.now } = {}) {
    this.#dir = dir;
    this.#maxBytes = maxBytes;
    this.#now = now;
  }

  /**
   * Resolves once all are on the disk.
   * @returns how many older ones went for want of room
   */
  async add(entries: readonly SetAside[]): Promise<number> {
    const rejectedAt = new Date(this.#now()).toISOString();
    const lines = entries.map((entry) => `${JSON.stringify({ rejectedAt, ...entry })}\n`).join('');
    await mkdir(this.#dir, { recursive: true });
    const file = await open(this.#path, 'a', 0o600);
    try {
      const { size } = await file.stat();
      // A line break first ends a line that an earlier failure may have torn; empty lines are skipped.
      await file.appendFile(size > 0 ? `\n${lines}` : lines);
      await file.datasync();
    } finally {
      await file.close();
    }
    return this.prune();
  }

  /**
   * Drops what is past its time, and the oldest half where the file is too large.
   * @returns how many lines went for want of room
   */
  async prune(): Promise<number> {
    const text = await readFile(this.#path, 'utf8').catch(() => '');
    const lines = text.split('\n').filter((line) => line !== '');
    let fresh = lines.filter((line) => !this.#isPastItsTime(line));
    const large = fresh.reduce((bytes, line) => bytes + Buffer.byteLength(line) + 1, 0) > this.#maxBytes;
    const dropped = large ? Math.ceil(fresh.length / 2) : 0;
    fresh = fresh.slice(dropped);
    if (fresh.length === lines.length) return 0;
    if (fresh.length === 0) await rm(this.#path, { force: true });
    else {
      const next = `${this.#path}.new`;
      await writeFile(next, `${fresh.join('\n')}\n`, { mode: 0o600 });
      await rename(next, this.#path);
    }
    return dropped;
  }

  get #path(): string {
    return path.join(this.#dir, NAME);
  }

  #isPastItsTime(line: string): boolean {
    try {
      const entry = JSON.parse(line) as { rejectedAt?: string; scan?: { at?: string } };
      const rejectedAt = Date.parse(entry.rejectedAt ?? '');
      // A clock that was ahead when the scan happened must not keep it for longer.
      const at = Math.min(rejectedAt, Date.parse(entry.scan?.at ?? '') || rejectedAt);
      return !(this.#now() - at <= MAX_AGE_MS);
    } catch {
      return true;
    }
  }
}
