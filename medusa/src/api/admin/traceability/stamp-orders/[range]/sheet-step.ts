import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import type { StampOrder } from '@ocop/contract/stamp-orders';
import type { SheetStep } from '@ocop/rules/stamps/stamp-life-cycle';
import { TRACEABILITY, type TraceabilityService } from '../../../../../modules/traceability/service.ts';
import { refuse } from '../../refusals.ts';

/** A route that moves the sheets of a range on by one step and answers the order as it is then. */
export function sheetStepRoute(step: SheetStep) {
  return async (req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> => {
    const traceability = req.scope.resolve<TraceabilityService>(TRACEABILITY);
    const range = Number(req.params.range);
    const answer = await traceability.stamps.stepSheets(range, step, req.auth_context.actor_id);
    if (!answer.ok) return refuse(res, answer.reason, { ...answer, range });
    res.json(answer.order satisfies StampOrder);
  };
}
