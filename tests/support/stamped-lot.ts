import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { StampOrder } from '../../scripts/commerce/stamp-issue.ts';
import { testAdmin } from './goods.ts';
import { issueStamps } from './issued-stamps.ts';
import { testStack } from './stack.ts';

/** What a test may want to be different about a lot. */
export interface LotFields {
  code?: string;
  product?: string;
  gtin?: string | null;
  useBy?: string | null;
  quantity?: number;
}

const counts = z.object({ created: z.number(), corrected: z.number(), unchanged: z.number() });

/** A lot of a product nobody else uses. */
export function lotWith(fields: LotFields = {}) {
  return {
    code: `T-${randomUUID().slice(0, 12)}`,
    product: 'san-pham-thu',
    gtin: null,
    madeOn: '2025-01-10',
    useBy: null,
    quantity: 100,
    rawMaterial: { vi: 'Nguyên liệu thử', en: 'Test material' },
    sample: true,
    ...fields,
  };
}

/** Registers lots as staff would. */
export function registerLots(lots: object[]): Promise<z.output<typeof counts>> {
  return testAdmin(testStack()).post(counts, '/admin/traceability/lots', { lots });
}

/** A new lot with `count` stamps that are activated with it. */
export async function stampedLot(count: number, fields: LotFields = {}): Promise<StampOrder> {
  const lot = lotWith({ quantity: Math.max(100, count), ...fields });
  await registerLots([lot]);
  return issueStamps(testAdmin(testStack()), { lot: lot.code, count });
}
