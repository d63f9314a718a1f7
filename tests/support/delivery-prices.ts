import type { DeliveryPricesAnswer } from '@ocop/contract/delivery-prices';
import type { DeliveryTable, ZonePrices } from '@ocop/rules/delivery-price';
import { z } from 'zod';
import type { AdminApi } from '../../scripts/commerce/admin-api.ts';

export const DELIVERY_PRICES = '/admin/delivery-prices';
const answer = z.custom<DeliveryPricesAnswer>();

const near: ZonePrices = {
  steps: [
    { upTo: 1_000, price: 20_000 },
    { upTo: 3_000, price: 35_000 },
  ],
  furtherKilogram: 5_000,
  freeFrom: 1_000_000,
};

/** By the parcel: to Tuyên Quang and Cao Bằng 60,000 a kilogram, elsewhere 20,000, free from a million. */
export const zonedTable: DeliveryTable = {
  charged: 'parcel',
  zones: [
    {
      ...{ name: 'Miền núi phía Bắc', provinces: ['08', '04'] },
      ...{ steps: [{ upTo: 1_000, price: 60_000 }], furtherKilogram: 10_000, freeFrom: null },
    },
  ],
  elsewhere: near,
};

/** Puts a table in force, as staff would who have just looked at the one before. */
export async function saveTable(admin: AdminApi, table: DeliveryTable): Promise<void> {
  const { version } = await admin.get(answer, DELIVERY_PRICES);
  await admin.post(z.unknown(), DELIVERY_PRICES, { version, table });
}

export const tableNow = (admin: AdminApi) => admin.get(answer, DELIVERY_PRICES);
