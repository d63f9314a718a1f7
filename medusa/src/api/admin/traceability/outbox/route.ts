import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import { TRACEABILITY, type TraceabilityService } from '../../../../modules/traceability/service.ts';

/** How many domain events wait for the event bus, since when, and how many of them it refused. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const traceability = req.scope.resolve<TraceabilityService>(TRACEABILITY);
  res.json(await traceability.outbox.status());
}
