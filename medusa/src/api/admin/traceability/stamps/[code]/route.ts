import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import { toGtin14 } from '@ocop/rules/digital-link/gtin';
import { meantStamp } from '../../meant-stamp.ts';
import { refuse } from '../../refusals.ts';
import type { StampQuery } from '../../schemas.ts';

/** Everything known of the stamp with this code, typed or as the address in its QR. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const code = req.params.code ?? '';
  const meant = await meantStamp(req, res, code);
  if (!meant) return;
  const { traceability, settings, stamp } = meant;
  const { gtin } = req.validatedQuery as StampQuery;
  if (gtin !== undefined && toGtin14(gtin) !== stamp.order.gtin) {
    return refuse(res, 'not-issued', { code: `${code} for GTIN ${gtin}` });
  }
  res.json(await traceability.stampHistory(stamp, settings));
}
