import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import type { LotList, LotsQuery, LotsRegistered, LotsRequest } from '@ocop/contract/lots';
import type { LotRegistration } from '../../../../modules/traceability/lots/register.ts';
import { TRACEABILITY, type TraceabilityService } from '../../../../modules/traceability/service.ts';

/** Lots, the latest made first. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const traceability = req.scope.resolve<TraceabilityService>(TRACEABILITY);
  const { limit, offset, ...query } = req.validatedQuery as LotsQuery;
  const { items, count } = await traceability.lots.find(query, { limit, offset });
  res.json({ lots: items, count } satisfies LotList);
}

/** Creates lots, and corrects registered ones where a reason is given, all or none; 409 says what differs. */
export async function POST(req: AuthenticatedMedusaRequest<LotsRequest>, res: MedusaResponse): Promise<void> {
  const traceability = req.scope.resolve<TraceabilityService>(TRACEABILITY);
  const { lots, reason = null } = req.validatedBody;
  const answer = await traceability.lots.register(lots, reason, req.auth_context.actor_id);
  if (!answer.ok) {
    const { ok: _, ...refused } = answer;
    res.status(409).json({ ...refused, message: `${sayRefused(answer)} Nothing was saved.` });
    return;
  }
  const { ok: _, ...counts } = answer;
  res.json(counts satisfies LotsRegistered);
}

function sayRefused(answer: Extract<LotRegistration, { ok: false }>): string {
  const lots = answer.lots.join(', ');
  switch (answer.reason) {
    case 'product-differs':
      return `Lot ${lots} is already registered for another product. Give the new goods a lot code of their own.`;
    case 'code-characters':
      return `${lots} cannot be the code of a lot: letters without marks, digits and signs, no spaces (GS1, AI 10).`;
    case 'unlisted-product':
      return (
        `The record holds no product ${answer.product} (lot ${lots}). Choose one of its products; ` +
        'one that was added just now is known here after the next synchronisation.'
      );
    case 'lot-differs': {
      const said = answer.changes.map(({ lot, fact, from, to }) => `${lot}: ${fact} ${from} → ${to}`);
      return `Lot ${lots} is registered already, with other facts (${said.join('; ')}). Say why it changes as reason.`;
    }
  }
}
