import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import type {
  StampOrder,
  StampOrderList,
  StampOrderRequest,
  StampOrdersQuery,
} from '@ocop/contract/stamp-orders';
import { TRACEABILITY, type TraceabilityService } from '../../../../modules/traceability/service.ts';
import { refuse } from '../refusals.ts';

/** Orders of stamps, newest first. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const traceability = req.scope.resolve<TraceabilityService>(TRACEABILITY);
  const { limit, offset, ...query } = req.validatedQuery as StampOrdersQuery;
  const { items, count } = await traceability.stamps.findOrders(query, { limit, offset });
  res.json({ orders: items, count } satisfies StampOrderList);
}

/** Issues stamps under the current key; they are worth nothing until printed and activated. */
export async function POST(
  req: AuthenticatedMedusaRequest<StampOrderRequest>,
  res: MedusaResponse,
): Promise<void> {
  const traceability = req.scope.resolve<TraceabilityService>(TRACEABILITY);
  const request = req.validatedBody;
  const answer = await traceability.stamps.order(request, req.auth_context.actor_id);
  if (!answer.ok) return refuse(res, answer.reason, { ...request, ...answer });
  res.status(201).json(answer.order satisfies StampOrder);
}
