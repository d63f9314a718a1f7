/**
 * Writes one file of stamps in a thread of its own and after everybody else, so that the server goes on answering. Tells the
 * stamps written so far a few times a second; ends without a word when the file is whole.
 */
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { giveWayToOthers } from '../../low-priority.ts';
import { sheetStream } from './sheet.ts';
import type { WorkerInput, WorkerMessage } from './writer.ts';

giveWayToOthers();
const { task, path } = workerData as WorkerInput;
const TELL_EVERY_MS = 250;

let done = 0;
let toldAt = 0;
const tell = (message: WorkerMessage) => parentPort?.postMessage(message);

try {
  const stamps = sheetStream(task, () => {
    done += 1;
    if (done % 64 !== 0 || performance.now() - toldAt < TELL_EVERY_MS) return;
    toldAt = performance.now();
    tell({ done });
  });
  // A file that exists is somebody else's: names are random.
  await pipeline(stamps, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
  tell({ done });
} catch (error) {
  tell({ failed: error instanceof Error && 'code' in error ? String(error.code) : String(error) });
}
