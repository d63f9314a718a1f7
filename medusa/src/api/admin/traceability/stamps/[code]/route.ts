import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import type { StampQuery } from '@ocop/contract/stamps';
import { toGtin14 } from '@ocop/rules/digital-link/gtin';
import type { StampHistory } from '../../../../../modules/traceability/stamps/history.ts';
import { stampOfRequest, type RequestedStamp } from '../../stamp-of-request.ts';
import { refuse } from '../../refusals.ts';

/** What staff are told of a stamp they asked for. */
export type StampFound = StampHistory & Pick<RequestedStamp, 'foreignHost'>;

/** Everything known of the stamp with this code, typed or as the address in its QR. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const code = req.params.code ?? '';
  const requested = await stampOfRequest(req, res, code);
  if (!requested) return;
  const { traceability, stamp, foreignHost } = requested;
  const { gtin } = req.validatedQuery as StampQuery;
  if (gtin !== undefined && toGtin14(gtin) !== stamp.order.gtin) {
    return refuse(res, 'not-issued', { code: `${code} for GTIN ${gtin}` });
  }
  res.json({ ...(await traceability.stamps.history(stamp)), foreignHost } satisfies StampFound);
}
