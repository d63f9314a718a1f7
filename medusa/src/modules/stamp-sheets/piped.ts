import { extname } from 'node:path';
import { Readable } from 'node:stream';
import { Worker } from 'node:worker_threads';
import type { SheetTask } from './sheet.ts';
import { MEMORY } from './writer.ts';

/** A piece of the file, or its end; after each piece the thread waits until it is asked for the next. */
export type PipeMessage = { piece: Uint8Array } | { end: true };

/** Files made for an answer at the same time in one process; more are told to come again. */
const MOST_AT_ONCE = 4;

let open = 0;

/**
 * The file of a few thousand stamps as a byte stream, made in a worker thread with bounded memory and only
 * as fast as it is read; null when enough are being made. Closing the stream ends the thread.
 */
export function pipedSheet(task: SheetTask): Readable | null {
  if (open >= MOST_AT_ONCE) return null;
  open += 1;
  // Compiled, this file and the worker's end alike.
  const worker = new Worker(new URL(`./pipe-worker${extname(import.meta.filename)}`, import.meta.url), {
    workerData: task,
    resourceLimits: MEMORY,
  });
  const stream = new Readable({
    read: () => worker.postMessage('next'),
    destroy: (error, done) => void worker.terminate().then(() => done(error), done),
  });
  worker.on('message', (message: PipeMessage) => stream.push('piece' in message ? message.piece : null));
  worker.on('error', (error) => stream.destroy(error));
  worker.on('exit', () => {
    open -= 1;
    if (!stream.destroyed) stream.destroy(new Error('The thread that made a sheet of stamps ended early.'));
  });
  return stream;
}
