import { mkdir, rm } from 'node:fs/promises';
import { dirname, extname } from 'node:path';
import { Worker, type ResourceLimits } from 'node:worker_threads';
import type { SheetTask } from './sheet.ts';

export interface WorkerInput {
  task: SheetTask;
  /** Where the file is to be; nothing may be there. */
  path: string;
}

/** `failed` holds the error's code where it has one, else its words. */
export type WorkerMessage = { done: number } | { failed: string };

/** `disk-full`, `out-of-memory` (more stamps than the format can hold), `interrupted`, `broken`: a bug. */
export type SheetProblem = 'disk-full' | 'out-of-memory' | 'interrupted' | 'broken';

export type Written = { ok: true } | { ok: false; problem: SheetProblem; detail: string };

/** A sheet keeps no page and no row; what grows is the directory of an archive or a PDF. */
export const MEMORY: ResourceLimits = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 };

/** Files waiting their turn in one process, the one being written included. */
const MOST_WAITING = 4;

interface Waiting extends WorkerInput {
  onStart: () => void;
  onProgress: (done: number) => void;
  onEnd: (written: Written) => void;
}

/** Writes files of stamps one after another, each in a worker thread with bounded memory. */
export class SheetWriter {
  readonly #queue: Waiting[] = [];
  #worker: Worker | null = null;
  #stopped = false;
  readonly #limits: ResourceLimits;

  /** @param limits memory of the worker thread */
  constructor(limits: ResourceLimits = MEMORY) {
    this.#limits = limits;
  }

  /** Whether one more file would be taken. */
  get hasRoom(): boolean {
    return !this.#stopped && this.#queue.length < MOST_WAITING;
  }

  /** Takes a file on; it is begun when those before it are done. */
  write(job: Waiting): void {
    this.#queue.push(job);
    if (this.#queue.length === 1) void this.#work();
  }

  /** Ends the file being written and forgets those that wait: each is told `interrupted`. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#worker?.terminate();
  }

  async #work(): Promise<void> {
    for (let job = this.#queue[0]; job; job = this.#queue[0]) {
      const written: Written = this.#stopped ? interrupted : await this.#writeOne(job);
      if (!written.ok && written.detail !== 'EEXIST') await rm(job.path, { force: true });
      this.#queue.shift();
      job.onEnd(written);
    }
  }

  async #writeOne({ task, path, onStart, onProgress }: Waiting): Promise<Written> {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    onStart();
    return new Promise((resolve) => {
      let failed: string | null = null;
      // Compiled, this file and the worker's end alike.
      const worker = new Worker(new URL(`./worker${extname(import.meta.filename)}`, import.meta.url), {
        workerData: { task, path } satisfies WorkerInput,
        resourceLimits: this.#limits,
      });
      this.#worker = worker;
      worker.on('message', (message: WorkerMessage) => {
        if ('done' in message) onProgress(message.done);
        else failed = message.failed;
      });
      worker.on('error', (error) => {
        failed = 'code' in error ? String(error.code) : String(error);
      });
      worker.on('exit', (code) => {
        this.#worker = null;
        if (failed !== null) resolve({ ok: false, problem: problemOf(failed), detail: failed });
        else if (code !== 0) resolve(interrupted);
        else resolve({ ok: true });
      });
    });
  }
}

const interrupted: Written = { ok: false, problem: 'interrupted', detail: 'the server was stopped' };

function problemOf(failed: string): SheetProblem {
  if (failed === 'ENOSPC' || failed === 'EDQUOT') return 'disk-full';
  return failed === 'ERR_WORKER_OUT_OF_MEMORY' ? 'out-of-memory' : 'broken';
}
