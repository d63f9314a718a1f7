import { lotAnswer } from '@ocop/contract/lots';
import { stampOrder, stampOrderHistory, type StampOrder } from '@ocop/contract/stamp-orders';
import type { StampForm } from '@ocop/rules/stamps/stamp-range';
import type { AdminApi } from './admin-api.ts';

export type { StampOrder };

const at = '/admin/traceability';

/** The segment of a range somebody means; an end left out is the end of the range. */
export interface SegmentRequest {
  first?: number | undefined;
  last?: number | undefined;
}

/**
 * Orders stamps for goods of a product; with a lot they carry it in print and are for it alone, and
 * `overReason` says why it gets more than it has packs.
 */
export function orderStamps(
  admin: AdminApi,
  order: {
    product: string;
    lot: string | null;
    count: number;
    form?: StampForm | undefined;
    overReason?: string | undefined;
  },
): Promise<StampOrder> {
  return admin.post(stampOrder, `${at}/stamp-orders`, order);
}

/** Notes that the sheets of a range were printed, or handed to the producer. */
export function stepSheets(admin: AdminApi, range: number, step: 'print' | 'deliver'): Promise<StampOrder> {
  return admin.post(stampOrder, `${at}/stamp-orders/${range}/${step}`, {});
}

/** Puts printed stamps on the goods of a lot; `overReason` where it gets more than it has packs. */
export function activateStamps(
  admin: AdminApi,
  range: number,
  lot: string,
  { overReason, ...segment }: SegmentRequest & { overReason?: string | undefined } = {},
): Promise<StampOrder> {
  const reason = overReason === undefined ? {} : { overReason };
  return admin.post(stampOrder, `${at}/stamp-orders/${range}/activate`, { lot, ...segment, ...reason });
}

/** Takes stamps out of use for good. */
export function voidStamps(
  admin: AdminApi,
  range: number,
  reason: string,
  segment: SegmentRequest = {},
): Promise<StampOrder> {
  return admin.post(stampOrder, `${at}/stamp-orders/${range}/void`, { reason, ...segment });
}

/** The product that a registered lot is of. */
export async function productOfLot(admin: AdminApi, lot: string): Promise<string> {
  const found = await admin.get(lotAnswer, `${at}/lots/${encodeURIComponent(lot)}`);
  return found.lot.product;
}

/** Stamps issued earlier, for printing them once more. */
export async function issuedStamps(admin: AdminApi, range: number): Promise<StampOrder> {
  const answer = await admin.get(stampOrderHistory, `${at}/stamp-orders/${range}`);
  return answer.order;
}
