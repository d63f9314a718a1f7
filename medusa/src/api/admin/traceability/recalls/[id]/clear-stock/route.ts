import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import type { Recall } from '@ocop/contract/recalls';
import type { EndRequest } from '@ocop/contract/stamps';
import { TRACEABILITY, type TraceabilityService } from '../../../../../../modules/traceability/service.ts';
import { refuse } from '../../../refusals.ts';

/** Lets a recalled product be sold again: staff say that the stock on sale is not of the recalled goods. */
export async function POST(req: AuthenticatedMedusaRequest<EndRequest>, res: MedusaResponse): Promise<void> {
  const traceability = req.scope.resolve<TraceabilityService>(TRACEABILITY);
  const recall = req.params.id ?? '';
  const { note } = req.validatedBody;
  const answer = await traceability.recalls.clearStock(recall, note, req.auth_context.actor_id);
  if (!answer.ok) return refuse(res, answer.reason, { recall });
  res.json(answer.recall satisfies Recall);
}
