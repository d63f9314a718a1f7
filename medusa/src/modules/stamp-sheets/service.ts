import { createHash, randomUUID } from 'node:crypto';
import type { ReadStream } from 'node:fs';
import { mkdir, open, readdir, rm, stat, statfs } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/postgresql';
import type { DAL, Logger } from '@medusajs/framework/types';
import { generateEntityId, MedusaService } from '@medusajs/framework/utils';
import { eraseOldJobs, filesInUse, findJob, findSame, insertJob, touchJobs, updateJob } from './jobs.ts';
import type { JobRow } from './jobs.ts';
import { SheetJob } from './models/sheet-job.ts';
import { BYTES_PER_STAMP, sheetFiles, stampsIn, type SheetFormat, type SheetTask } from './sheet.ts';
import { SheetWriter, type Written } from './writer.ts';

/** `folder`: where the files are written, below DATA_DIR. */
export interface StampSheetsOptions {
  folder: string;
}

/**
 * `too-many-stamps`: more than one file of this format may hold. `busy`: enough files wait already.
 * `no-room`: the disk has no room for it.
 */
export type JobTaken =
  { ok: true; job: JobRow } | { ok: false; reason: 'too-many-stamps' | 'busy' | 'no-room'; most: number };

/** `not-ready`: not written yet, or failed. `elsewhere`: on the disk of another server. */
export type FileFound =
  | { ok: true; job: JobRow; bytes: number; stream: ReadStream }
  | { ok: false; reason: 'unknown-job' | 'not-ready' | 'elsewhere'; host?: string };

/** An archive keeps a line a stamp in memory until its end, a PDF one a page, a table nothing. */
const MOST_STAMPS: Record<SheetFormat, number> = { pdf: 2_000_000, csv: 2 ** 24, svg: 200_000 };
/** Left free for everything else on the disk. */
const SPARE_BYTES = 256 * 1024 * 1024;

const SWEEP_EVERY_MS = 10 * 60_000;
const TOUCH_EVERY_MS = 20_000;
const SAVE_EVERY_MS = 1_000;

/**
 * Files of stamps too large for one answer: written in a worker thread, one after another, under the
 * data folder; told of in PostgreSQL, so that any Medusa process knows how far they are; erased after
 * a day. The file itself lies on the disk of the server that wrote it.
 */
export class StampSheetsService extends MedusaService({ SheetJob }) {
  readonly __hooks = {
    onApplicationStart: () => this.#start(),
    onApplicationShutdown: () => this.#stop(),
  };

  readonly #repository: DAL.RepositoryService;
  readonly #logger: Logger;
  readonly #folder: string;
  readonly #writer = new SheetWriter();
  readonly #own = new Set<string>();
  readonly #timers: NodeJS.Timeout[] = [];

  constructor(
    container: { baseRepository: DAL.RepositoryService; logger: Logger },
    options: StampSheetsOptions,
  ) {
    super(container, options);
    this.#repository = container.baseRepository;
    this.#logger = container.logger;
    this.#folder = options.folder;
  }

  /** Takes a file on, or answers the job that writes the same file already. */
  async take(task: SheetTask): Promise<JobTaken> {
    const { format } = task.sheet;
    const total = stampsIn(task);
    const most = MOST_STAMPS[format];
    if (total > most) return { ok: false, reason: 'too-many-stamps', most };
    const requestHash = hashOf(task);
    const same = await findSame(this.#manager(), requestHash);
    if (same) return { ok: true, job: same };
    await this.erase();
    if (!this.#writer.hasRoom) return { ok: false, reason: 'busy', most };
    if (!(await this.#hasSpace(total * BYTES_PER_STAMP[format])))
      return { ok: false, reason: 'no-room', most };

    const id = generateEntityId(undefined, 'sheet');
    const file = `${randomUUID()}.${sheetFiles[format].ending}`;
    const { range } = task.order;
    await insertJob(this.#manager(), { id, range, format, total, host: hostname(), file, requestHash });
    this.#write(id, file, task);
    const job = await findJob(this.#manager(), id);
    if (!job) throw new Error(`Sheet job ${id} is gone after it was written.`);
    return { ok: true, job };
  }

  /** How far a file is; null when there is no such job, or its day is over. */
  job(id: string): Promise<JobRow | null> {
    return findJob(this.#manager(), id);
  }

  /** The finished file. */
  async file(id: string): Promise<FileFound> {
    const job = await findJob(this.#manager(), id);
    if (!job) return { ok: false, reason: 'unknown-job' };
    if (job.state !== 'done') return { ok: false, reason: 'not-ready' };
    const handle = await open(join(this.#folder, job.file)).catch(() => null);
    if (!handle) return { ok: false, reason: 'elsewhere', host: job.host };
    const { size } = await handle.stat();
    return { ok: true, job, bytes: size, stream: handle.createReadStream() as ReadStream };
  }

  /** Erases files whose day is over, and those no job names: their process ended while it wrote them. */
  async erase(): Promise<void> {
    await eraseOldJobs(this.#manager());
    const names = await readdir(this.#folder).catch(() => []);
    const inUse = await filesInUse(this.#manager(), names);
    for (const name of names) {
      if (!inUse.has(name)) await rm(join(this.#folder, name), { force: true });
    }
  }

  #write(id: string, file: string, task: SheetTask): void {
    let savedAt = 0;
    let done = 0;
    const path = join(this.#folder, file);
    this.#own.add(id);
    this.#writer.write({
      task,
      path,
      onStart: () => this.#save(id, { state: 'writing', done: 0 }),
      onProgress: (now) => {
        done = now;
        if (performance.now() - savedAt < SAVE_EVERY_MS) return;
        savedAt = performance.now();
        this.#save(id, { state: 'writing', done });
      },
      onEnd: (written) => void this.#end(id, path, written, done),
    });
  }

  async #end(id: string, path: string, written: Written, done: number): Promise<void> {
    this.#own.delete(id);
    if (written.ok) {
      const { size } = await stat(path);
      return this.#save(id, { state: 'done', done, bytes: size });
    }
    const { problem, detail } = written;
    this.#logger.error(`Sheet of stamps ${id} was not written: ${problem} (${detail}).`);
    this.#save(id, { state: 'failed', done, problem });
  }

  /** In order, so that an earlier step never overwrites a later one; a failed write is logged. */
  #save(id: string, step: Parameters<typeof updateJob>[2]): void {
    this.#saved = this.#saved
      .then(() => updateJob(this.#manager(), id, step))
      .catch((error: unknown) =>
        this.#logger.error(`Sheet of stamps ${id}: its state was not saved: ${error}`),
      );
  }

  #saved: Promise<void> = Promise.resolve();

  async #start(): Promise<void> {
    const guarded = (work: () => Promise<void>) => () =>
      void work().catch((error: unknown) => this.#logger.error(`Sheets of stamps: ${error}`));
    const sweep = guarded(() => this.erase());
    const touch = guarded(async () => {
      if (this.#own.size > 0) await touchJobs(this.#manager(), [...this.#own]);
    });
    sweep();
    this.#timers.push(setInterval(sweep, SWEEP_EVERY_MS).unref(), setInterval(touch, TOUCH_EVERY_MS).unref());
  }

  async #stop(): Promise<void> {
    for (const timer of this.#timers.splice(0)) clearInterval(timer);
    await this.#writer.stop();
    await this.#saved;
  }

  async #hasSpace(needed: number): Promise<boolean> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    const { bavail, bsize } = await statfs(this.#folder);
    return bavail * bsize > needed + SPARE_BYTES;
  }

  #manager(): SqlEntityManager {
    return this.#repository.getFreshManager<SqlEntityManager>();
  }
}

/** Tells two requests for the same file: a stamp voided in between makes it another. */
function hashOf({ order, segments, text, sheet }: SheetTask): string {
  return createHash('sha256')
    .update(JSON.stringify([order, segments, text, sheet]))
    .digest('hex');
}
