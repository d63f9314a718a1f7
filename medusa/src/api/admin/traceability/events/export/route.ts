import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import type { ExportQuery } from '@ocop/contract/trace-events';
import { epcisDocument } from '@ocop/rules/epcis/document';
import { TRACEABILITY, type TraceabilityService } from '../../../../../modules/traceability/service.ts';
import { sendEpcis } from '../answers.ts';

/** More than any lot has. */
const WHOLE_HISTORY = { limit: 100_000, offset: 0 };

/** The whole history of a lot as an EPCISDocument to download. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const traceability = req.scope.resolve<TraceabilityService>(TRACEABILITY);
  const { lot } = req.validatedQuery as ExportQuery;
  const { items } = await traceability.traceEvents.find({ lot, ...WHOLE_HISTORY });
  const name = `epcis-${lot.replace(/[^\w.-]/g, '-')}.jsonld`;
  res.setHeader('content-disposition', `attachment; filename="${name}"`);
  sendEpcis(res, epcisDocument(items, new Date().toISOString()));
}
