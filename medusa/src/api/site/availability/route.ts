import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import { ContainerRegistrationKeys } from '@medusajs/framework/utils';
import type { AvailabilityAnswer } from '@ocop/contract/availability';
import { currentOffers } from './offers.ts';

/** Price and stock of every pack on sale, in one query. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const database = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  res.json({ offers: await currentOffers(database) } satisfies AvailabilityAnswer);
}
