import type { StampKeyring } from '@ocop/rules/stamps/stamp-keys';
import { stampsOfRange, type Stamp, type StampForm } from '@ocop/rules/stamps/stamp-range';
import type { AdminApi } from '../../scripts/commerce/admin-api.ts';
import {
  activateStamps,
  orderStamps,
  productOfLot,
  stepSheets,
  type StampOrder,
} from '../../scripts/commerce/stamp-issue.ts';

/** Brings new stamps of a registered lot onto its goods in one go: ordered, printed, activated. */
export async function issueStamps(
  admin: AdminApi,
  { lot, count, form }: { lot: string; count: number; form?: StampForm | undefined },
): Promise<StampOrder> {
  const product = await productOfLot(admin, lot);
  const { range } = await orderStamps(admin, { product, lot, count, form });
  await stepSheets(admin, range, 'print');
  return activateStamps(admin, range, lot);
}

/** The stamps of an order one by one, as {@link stampsOfRange} writes them. */
export function stampsOf(order: StampOrder, keyring: StampKeyring, origin: string): Generator<Stamp> {
  return stampsOfRange({ ...order, number: order.range }, keyring, origin);
}
