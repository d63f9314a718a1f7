import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import { STAMP_SHEETS } from '../../../../../modules/stamp-sheets/index.ts';
import type { StampSheetsService } from '../../../../../modules/stamp-sheets/service.ts';
import { refuse } from '../../refusals.ts';
import { jobAnswer } from '../answer.ts';

/** How far a file of stamps is, whichever server writes it. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const id = req.params.id ?? '';
  const job = await req.scope.resolve<StampSheetsService>(STAMP_SHEETS).job(id);
  if (!job) return refuse(res, 'unknown-sheet', { sheet: id });
  res.setHeader('cache-control', 'private, no-store');
  res.json(jobAnswer(job));
}
