import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import { STAMPS_IN_AN_ANSWER } from '@ocop/contract/stamp-sheets';
import { pipedSheet } from '../../../../../../modules/stamp-sheets/piped.ts';
import { sheetFiles, stampsIn } from '../../../../../../modules/stamp-sheets/sheet.ts';
import { refuse } from '../../../refusals.ts';
import { sendFile } from '../../../send-file.ts';
import { sheetTask } from '../sheet-task.ts';

/**
 * The stamps of a range, or of a segment of it, to print: sheets (pdf), a table (csv), or one drawing
 * a stamp in an archive (svg). Prints nothing by itself: that sheets were printed is noted by the
 * step. It is made in a thread of its own; more than a few thousand stamps are a job.
 */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const task = await sheetTask(req, res);
  if (!task) return;
  const count = stampsIn(task);
  const { range } = task.order;
  if (count > STAMPS_IN_AN_ANSWER) {
    return refuse(res, 'needs-a-job', { range, count, most: STAMPS_IN_AN_ANSWER });
  }
  const { type, ending } = sheetFiles[task.sheet.format];
  const file = pipedSheet(task);
  if (!file) {
    res.setHeader('retry-after', '60');
    return refuse(res, 'sheets-busy', { range });
  }
  await sendFile(res, file, { type, name: `tem-${range}.${ending}` });
}
