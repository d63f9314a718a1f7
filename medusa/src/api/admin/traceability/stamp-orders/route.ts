import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import { TRACEABILITY } from '../../../../modules/traceability/index.ts';
import type { TraceabilityService } from '../../../../modules/traceability/service.ts';
import { stampSettings } from '../../../../stamp-settings.ts';
import { refuse } from '../refusals.ts';
import type { StampOrderBody, StampOrdersQuery } from '../schemas.ts';

/** Orders of stamps, newest first. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const traceability = req.scope.resolve<TraceabilityService>(TRACEABILITY);
  const { limit, offset, ...query } = req.validatedQuery as StampOrdersQuery;
  const { items, count } = await traceability.stampOrders(query, { limit, offset });
  res.json({ orders: items, count });
}

/** Issues stamps under the current key; they are worth nothing until printed and activated. */
export async function POST(
  req: AuthenticatedMedusaRequest<StampOrderBody>,
  res: MedusaResponse,
): Promise<void> {
  const settings = stampSettings();
  if (!settings) return refuse(res, 'no-keys', {});
  const traceability = req.scope.resolve<TraceabilityService>(TRACEABILITY);
  const wanted = { ...req.validatedBody, epoch: settings.keyring.current };
  const answer = await traceability.orderStamps(wanted, req.auth_context.actor_id);
  if (!answer.ok) return refuse(res, answer.reason, { ...wanted, ...answer });
  res.status(201).json(answer.order);
}
