import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import { STAMP_SHEETS } from '../../../../../../modules/stamp-sheets/index.ts';
import type { StampSheetsService } from '../../../../../../modules/stamp-sheets/service.ts';
import { stampsIn } from '../../../../../../modules/stamp-sheets/sheet.ts';
import { refuse } from '../../../refusals.ts';
import { jobAnswer } from '../../../sheet-jobs/answer.ts';
import { sheetTask } from '../sheet-task.ts';

/**
 * Has a file of stamps written, by the same query as `…/sheet`; the same question again answers the
 * same job. 202 with the job, whose progress is asked for at `/admin/traceability/sheet-jobs/{id}`.
 */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const task = await sheetTask(req, res);
  if (!task) return;
  const taken = await req.scope.resolve<StampSheetsService>(STAMP_SHEETS).take(task);
  if (taken.ok) {
    res.status(202).json(jobAnswer(taken.job));
    return;
  }
  const reasons = {
    'too-many-stamps': 'too-many-stamps',
    busy: 'sheets-busy',
    'no-room': 'no-room',
  } as const;
  if (taken.reason !== 'too-many-stamps') res.setHeader('retry-after', '60');
  refuse(res, reasons[taken.reason], { range: task.order.range, count: stampsIn(task), most: taken.most });
}
