/** Makes one file of stamps in a thread of its own and hands it over by the piece, each when it is asked for. */
import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { giveWayToOthers } from '../../low-priority.ts';
import type { PipeMessage } from './piped.ts';
import { sheetStream, type SheetTask } from './sheet.ts';

giveWayToOthers();
const port = parentPort;
if (port) {
  // Listened to before the first stamp is made: a question that comes meanwhile waits in the port.
  let asked = once(port, 'message');
  const hand = async (message: PipeMessage) => {
    await asked;
    asked = once(port, 'message');
    port.postMessage(message);
  };
  for await (const piece of sheetStream(workerData as SheetTask) as AsyncIterable<Buffer | string>) {
    await hand({ piece: new Uint8Array(Buffer.from(piece as string)) });
  }
  await hand({ end: true });
}
