import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import { STAMP_SHEETS } from '../../../../../../modules/stamp-sheets/index.ts';
import type { StampSheetsService } from '../../../../../../modules/stamp-sheets/service.ts';
import { sheetFiles } from '../../../../../../modules/stamp-sheets/sheet.ts';
import { refuse } from '../../../refusals.ts';
import { sendFile } from '../../../send-file.ts';
import { jobAnswer } from '../../answer.ts';

/** The finished file of a job; 409 while it is not finished, or where another server holds it. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const id = req.params.id ?? '';
  const found = await req.scope.resolve<StampSheetsService>(STAMP_SHEETS).file(id);
  if (!found.ok) return refuse(res, reasons[found.reason], { sheet: id, host: found.host });
  const { type } = sheetFiles[found.job.format];
  const { fileName } = jobAnswer(found.job).job;
  await sendFile(res, found.stream, { type, name: fileName, bytes: found.bytes });
}

const reasons = {
  'unknown-job': 'unknown-sheet',
  'not-ready': 'sheet-not-ready',
  elsewhere: 'sheet-elsewhere',
} as const;
