import { lotsRegistered, type LotsRegistered, type LotsRequest } from '@ocop/contract/lots';
import { toGtin14 } from '@ocop/rules/digital-link/gtin';
import type { PublicRecord } from '../../src/record/types.ts';
import { CommerceError, type AdminApi } from './admin-api.ts';
import { slices } from './slices.ts';

/** How many lots of the record were new to Medusa, corrected there, or already so. */
export type LotSummary = LotsRegistered;

const AT_ONCE = 500;

/**
 * Registers the record's lots for tracing. A lot that left the record stays registered: goods with
 * its stamps may be on a shelf.
 */
export async function syncLots(
  admin: AdminApi,
  record: Pick<PublicRecord, 'lots' | 'offerOf'>,
  onProgress: (done: number, total: number) => void,
): Promise<LotSummary> {
  const summary = { created: 0, corrected: 0, unchanged: 0 };
  let done = 0;
  for (const some of slices(record.lots, AT_ONCE)) {
    const lots = some.map((lot) => {
      const gtin = record.offerOf(lot.product)?.gtin ?? null;
      return { ...lot, gtin: gtin === null ? null : toGtin14(gtin) };
    });
    const counts = await register(admin, { lots });
    summary.created += counts.created;
    summary.corrected += counts.corrected;
    summary.unchanged += counts.unchanged;
    done += some.length;
    onProgress(done, record.lots.length);
  }
  return summary;
}

/** A Medusa before 0.3 takes no reason, and corrects without one: it is given where it is asked for. */
async function register(admin: AdminApi, request: LotsRequest): Promise<LotsRegistered> {
  const at = '/admin/traceability/lots';
  try {
    return await admin.post(lotsRegistered, at, request);
  } catch (error) {
    if (!(error instanceof CommerceError) || error.status !== 409) throw error;
    return admin.post(lotsRegistered, at, { ...request, reason: 'Hồ sơ đã đổi, đồng bộ theo hồ sơ.' });
  }
}
