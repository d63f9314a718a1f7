import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, stat } from 'node:fs/promises';
import path from 'node:path';

/** A file of the spool that nobody adds to any more, of `lines` lines. */
export interface ClosedFile {
  name: string;
  bytes: number;
  lines: number;
}

/** When the file was begun (ms), which process it belongs to, and a number that process counts up. */
const NAME = /^scan-spool-(?<begun>\d{15})-(?<owner>[0-9a-f]{8})-\d+\.jsonl$/;

/** Releases before 0.2 named their files after a hash of SITE_KEY. */
const OLD_NAME = /^scans-[0-9a-f]{8}-(?<begun>\d{15})\.jsonl$/;

/** The process a file belongs to closes it far sooner: one left alone for so long has none any more. */
const QUIET_MS = 2 * 60_000;

/**
 * The folder of the spool. A file belongs to the process whose id stands in its name; taking one over,
 * after a crash or in a rolling deploy, is renaming it. So two processes never deliver one file, and a
 * process whose file was taken notices that the name is gone.
 */
export class SpoolFolder {
  readonly #dir: string;
  readonly #owner = randomBytes(4).toString('hex');
  #named = 0;

  constructor(dir: string) {
    this.#dir = dir;
  }

  pathOf(name: string): string {
    return path.join(this.#dir, name);
  }

  /** Path of a file to be begun at `now`; the folder exists then. */
  async newPath(now: number): Promise<string> {
    await mkdir(this.#dir, { recursive: true });
    return this.pathOf(this.#newName(now));
  }

  /**
   * Takes over what other processes left, oldest first. At the start of a process that is everything:
   * its writer is gone as a rule, and where it is not, it notices and writes on in a new file. Later it
   * is what lay quiet for two minutes, and so always with files of older releases, which do not notice.
   */
  async takeOver(now: number, atStart: boolean): Promise<ClosedFile[]> {
    await mkdir(this.#dir, { recursive: true });
    const foreign = (await readdir(this.#dir)).filter((name) => begunAt(name) !== null && !this.#owns(name));
    const taken: ClosedFile[] = [];
    for (const name of foreign.sort((a, b) => (begunAt(a) ?? 0) - (begunAt(b) ?? 0))) {
      if (!(atStart && NAME.test(name)) && !(await this.#isQuiet(name, now))) continue;
      const own = this.#newName(begunAt(name) ?? now);
      // Another process may be faster; that it is gone is no failure.
      if (!(await rename(this.pathOf(name), this.pathOf(own)).then(yes, no))) continue;
      const content = await readFile(this.pathOf(own)).catch(() => Buffer.alloc(0));
      taken.push({ name: own, bytes: content.length, lines: linesIn(content) });
    }
    return taken;
  }

  async #isQuiet(name: string, now: number): Promise<boolean> {
    return stat(this.pathOf(name)).then(({ mtimeMs }) => now - mtimeMs >= QUIET_MS, no);
  }

  #owns(name: string): boolean {
    return NAME.exec(name)?.groups?.owner === this.#owner;
  }

  #newName(begun: number): string {
    this.#named += 1;
    return `scan-spool-${String(begun).padStart(15, '0')}-${this.#owner}-${this.#named}.jsonl`;
  }
}

/** When a file of the spool was begun, ms; null where the name is none of a spool file. */
export function begunAt(name: string): number | null {
  const begun = (NAME.exec(name) ?? OLD_NAME.exec(name))?.groups?.begun;
  return begun === undefined ? null : Number(begun);
}

/**
 * The lines of a file: those that are JSON, parsed, and those a crash has torn, as they are. None where
 * another process has taken the file over.
 */
export async function readLines(file: string): Promise<{ parsed: unknown[]; torn: string[] }> {
  const parsed: unknown[] = [];
  const torn: string[] = [];
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  });
  for (const line of text.split('\n')) {
    if (line === '') continue;
    try {
      parsed.push(JSON.parse(line));
    } catch {
      torn.push(line);
    }
  }
  return { parsed, torn };
}

function linesIn(content: Buffer): number {
  let lines = 0;
  for (let at = content.indexOf(0x0a); at !== -1; at = content.indexOf(0x0a, at + 1)) lines += 1;
  return lines;
}

const yes = () => true;
const no = () => false;
