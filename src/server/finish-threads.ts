import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { contentHash } from './built-files.ts';
import type { FileKind, FinishedFile, PageRules } from './finish-file.ts';
import type { FinishAnswer, FinishTask } from './finish-thread.ts';

/** Files waiting beyond which a page is left for the end: together some twenty megabytes. */
const mostWaiting = 500;

interface Thread {
  worker: Worker;
  waiting: number;
}

interface Early {
  copies: string;
  file: Promise<FinishedFile>;
}

/**
 * Threads that check and compress the files of a build on the cores that rendering leaves idle. A page may
 * be handed over as soon as it is rendered; what was found out about it counts only for the very same
 * content, so a file that is something else in the end is looked at anew.
 */
export class FinishThreads {
  readonly #draftDir: string;
  readonly #threads: Thread[];
  readonly #answers = new Map<number, PromiseWithResolvers<FinishedFile>>();
  /** By kind and content hash. */
  readonly #early = new Map<string, Early>();
  #tasks = 0;

  /** @param draftDir a folder of its own on the disk of the build, removed in the end */
  constructor(draftDir: string, rules: PageRules) {
    this.#draftDir = draftDir;
    rmSync(draftDir, { recursive: true, force: true });
    mkdirSync(draftDir, { recursive: true });
    // One core is for whoever hands the files over.
    const count = Math.max(1, availableParallelism() - 1);
    this.#threads = Array.from({ length: count }, () => this.#start(rules));
  }

  /** Begins with a file whose content is known before it is written. */
  handOver(content: Uint8Array, kind: FileKind): void {
    const key = keyOf(contentHash(content), kind);
    if (this.#answers.size >= mostWaiting || this.#early.has(key)) return;
    const copies = path.join(this.#draftDir, String(this.#tasks));
    const file = this.#run(content, kind, copies);
    // Whoever asks for it is told; without this the build would end before the question.
    file.catch(() => undefined);
    this.#early.set(key, { copies, file });
  }

  /**
   * What the thread found in a file of the build; its compressed copies lie beside it afterwards.
   * @param location where the file is
   */
  async finish(location: string, content: Uint8Array, hash: string, kind: FileKind): Promise<FinishedFile> {
    // Nothing but these threads' answers may be left to wait for.
    for (const { worker } of this.#threads) worker.ref();
    const key = keyOf(hash, kind);
    const early = this.#early.get(key);
    if (!early) return this.#run(content, kind, location);
    this.#early.delete(key);
    const file = await early.file;
    if (file.br !== null) renameSync(`${early.copies}.br`, `${location}.br`);
    if (file.gz !== null) renameSync(`${early.copies}.gz`, `${location}.gz`);
    return file;
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map(({ worker }) => worker.terminate()));
    rmSync(this.#draftDir, { recursive: true, force: true });
  }

  #start(rules: PageRules): Thread {
    const worker = new Worker(new URL('finish-thread.ts', import.meta.url), { workerData: rules });
    const thread = { worker, waiting: 0 };
    // A build that fails for another reason is not kept waiting.
    worker.unref();
    worker.on('message', (answer: FinishAnswer) => {
      thread.waiting -= 1;
      const waiter = this.#answers.get(answer.id);
      this.#answers.delete(answer.id);
      if ('file' in answer) waiter?.resolve(answer.file);
      else waiter?.reject(answer.error);
    });
    worker.on('error', (error) => {
      for (const waiter of this.#answers.values()) waiter.reject(error);
    });
    return thread;
  }

  #run(content: Uint8Array, kind: FileKind, copies: string): Promise<FinishedFile> {
    const id = this.#tasks;
    this.#tasks += 1;
    const waiter = Promise.withResolvers<FinishedFile>();
    this.#answers.set(id, waiter);
    const idlest = this.#threads.reduce((a, b) => (b.waiting < a.waiting ? b : a));
    idlest.waiting += 1;
    idlest.worker.postMessage({ id, content, kind, copies } satisfies FinishTask);
    return waiter.promise;
  }
}

function keyOf(hash: string, kind: FileKind): string {
  return `${kind} ${hash}`;
}
