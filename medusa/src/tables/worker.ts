/** Reads one table in a thread of its own, so that a hostile file costs this thread and nobody else. */
import { parentPort, workerData } from 'node:worker_threads';
import { giveWayToOthers } from '../low-priority.ts';
import type { TableRead } from './read-table.ts';
import { rowsOf } from './rows.ts';
import { TableTooLarge } from './sheet-bounds.ts';

giveWayToOthers();
const tell = (read: TableRead) => parentPort?.postMessage(read);

try {
  tell({ ok: true, rows: await rowsOf(workerData as Uint8Array) });
} catch (error) {
  // Both readers tell a damaged file by throwing whatever comes to hand.
  tell({ ok: false, reason: error instanceof TableTooLarge ? 'table-too-large' : 'not-a-table' });
}
