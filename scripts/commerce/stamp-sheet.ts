import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { setTimeout as sleep } from 'node:timers/promises';
import { sheetJobAnswer, STAMPS_IN_AN_ANSWER, type SheetJob } from '@ocop/contract/stamp-sheets';
import type { SheetLayoutName } from '@ocop/stamp-sheet/layout';
import { CommerceError, type AdminApi } from './admin-api.ts';

const at = '/admin/traceability';
const ASK_EVERY_MS = 1_000;

/** What a file of stamps should be; `name` is the product's on the label, else the shop's own. */
export interface SheetChoice {
  format: 'pdf' | 'csv' | 'svg';
  layout?: SheetLayoutName;
  dpi?: 203 | 300 | 600;
  cropMarks?: boolean;
  startAt?: number;
  name?: string | undefined;
}

/** Told while Medusa writes a large file: stamps done, of how many. */
type OnProgress = (done: number, total: number) => void;

/**
 * Downloads stamps of a range as Medusa makes them. A few thousand come at once; for more Medusa
 * writes a file, which is waited for.
 * @param stamps how many the file will hold: those of the range that are not void
 * @throws CommerceError where Medusa refuses or the file could not be written
 */
export async function downloadSheet(
  admin: AdminApi,
  { range, stamps }: { range: number; stamps: number },
  choice: SheetChoice,
  to: NodeJS.WritableStream,
  onProgress: OnProgress,
): Promise<void> {
  const order = `${at}/stamp-orders/${range}`;
  if (stamps <= STAMPS_IN_AN_ANSWER) return save(admin, `${order}/sheet`, choice, to);
  const { job } = await admin.post(sheetJobAnswer, `${order}/sheet-jobs`, {}, { ...choice });
  await untilDone(admin, job, onProgress);
  return save(admin, `${at}/sheet-jobs/${job.id}/file`, {}, to);
}

async function save(
  admin: AdminApi,
  path: string,
  query: Partial<SheetChoice>,
  to: NodeJS.WritableStream,
): Promise<void> {
  const { body } = await admin.download(path, { ...query });
  if (!body) throw new CommerceError(`Medusa answered GET ${path} without a file.`, null);
  // Standard output stays open for what is said after. The types of Node and of the web differ by a hair.
  await pipeline(Readable.fromWeb(body as ReadableStream), to, { end: to !== process.stdout });
}

async function untilDone(admin: AdminApi, begun: SheetJob, onProgress: OnProgress): Promise<void> {
  for (let job = begun; ; { job } = await admin.get(sheetJobAnswer, `${at}/sheet-jobs/${begun.id}`)) {
    onProgress(job.done, job.total);
    if (job.state === 'done') return;
    if (job.state === 'failed') {
      throw new CommerceError(
        `Medusa could not write the file of ${job.total} stamps (${job.problem}). ` +
          'Its log says more; order the file again with --range, or in parts in Medusa Admin.',
        null,
      );
    }
    await sleep(ASK_EVERY_MS);
  }
}
