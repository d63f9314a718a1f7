import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import { TRACEABILITY } from '../../../../modules/traceability/index.ts';
import type { TraceabilityService } from '../../../../modules/traceability/service.ts';
import type { JournalQuery } from '../schemas.ts';

/** Who did what to lots, ranges and stamps, the latest first. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const traceability = req.scope.resolve<TraceabilityService>(TRACEABILITY);
  const { limit, offset, ...query } = req.validatedQuery as JournalQuery;
  const { items, count } = await traceability.readJournal(query, { limit, offset });
  res.json({ journal: items, count });
}
