import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Cell } from '@ocop/rules/epcis/event-table';

/**
 * `table-too-large`: more rows, columns or cells than a table may have, or more time or memory than reading
 * one takes. `tables-busy`: enough files wait already.
 */
export type TableRead =
  { ok: true; rows: Cell[][] } | { ok: false; reason: 'not-a-table' | 'table-too-large' | 'tables-busy' };

/** The largest table within the bounds takes a tenth of it. */
const MEMORY = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 };
const MOST_MS = 20_000;
/** Files waiting their turn in one process, the one being read included. */
const MOST_WAITING = 5;

let waiting = 0;
let last: Promise<unknown> = Promise.resolve();

/** The cells of a CSV or XLSX file, read in a worker thread with bounded memory and time, one at a time. */
export async function readTableFile(file: Buffer): Promise<TableRead> {
  if (waiting >= MOST_WAITING) return { ok: false, reason: 'tables-busy' };
  waiting += 1;
  const read = last.then(() => inWorker(file));
  last = read;
  try {
    return await read;
  } finally {
    waiting -= 1;
  }
}

function inWorker(file: Buffer): Promise<TableRead> {
  return new Promise((resolve) => {
    // Compiled, this file and the worker's end alike.
    const worker = new Worker(new URL(`./worker${extname(import.meta.filename)}`, import.meta.url), {
      workerData: new Uint8Array(file),
      resourceLimits: MEMORY,
    });
    let read: TableRead = { ok: false, reason: 'table-too-large' };
    const overdue = setTimeout(() => void worker.terminate(), MOST_MS);
    worker.on('message', (message: TableRead) => {
      read = message;
      // What it laid out goes with the thread.
      void worker.terminate();
    });
    worker.on('error', () => undefined);
    worker.on('exit', () => {
      clearTimeout(overdue);
      resolve(read);
    });
  });
}
