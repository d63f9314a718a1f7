import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import type { LotList, LotsQuery, LotsRegistered, LotsRequest } from '@ocop/contract/lots';
import { TRACEABILITY, type TraceabilityService } from '../../../../modules/traceability/service.ts';

/** Lots, the latest made first. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const traceability = req.scope.resolve<TraceabilityService>(TRACEABILITY);
  const { limit, offset, ...query } = req.validatedQuery as LotsQuery;
  const { items, count } = await traceability.lots.find(query, { limit, offset });
  res.json({ lots: items, count } satisfies LotList);
}

/** Creates lots and corrects changed ones, all or none; 409 when a code is another product's. */
export async function POST(req: AuthenticatedMedusaRequest<LotsRequest>, res: MedusaResponse): Promise<void> {
  const traceability = req.scope.resolve<TraceabilityService>(TRACEABILITY);
  const answer = await traceability.lots.register(req.validatedBody.lots, req.auth_context.actor_id);
  if (!answer.ok) {
    res.status(409).json({
      reason: answer.reason,
      message:
        `Lot ${answer.lots.join(', ')} is already registered for another product. ` +
        'Nothing was saved: give the new goods a lot code of their own.',
    });
    return;
  }
  const { ok: _, ...counts } = answer;
  res.json(counts satisfies LotsRegistered);
}
