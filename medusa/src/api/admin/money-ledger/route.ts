import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import type { z } from 'zod';
import type { ledgerQuery } from '@ocop/contract/money-ledger';
import { readLedger } from '../../../payment/ledger.ts';

/** The shop's book of money for some days: every sum that moved, and the accounts of its orders. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  res.setHeader('cache-control', 'private, no-store');
  res.json(await readLedger(req.scope, req.validatedQuery as z.output<typeof ledgerQuery>));
}
