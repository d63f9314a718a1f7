/** Orders of stamps for tests: real codes under a key of no value. */
import { stampsOfRange, type StampForm } from '@ocop/rules/stamps/stamp-range';
import type { SheetText } from '../label-text.ts';
import { planSheet, type SheetOptions, type SheetPlan, type StampLabel } from '../plan.ts';

const secret = new Uint8Array(32).fill(7);
const keyring = { current: '1', epochs: { 1: { secret, from: null, until: null, cutOff: null } } };

export interface OrderLook {
  origin?: string;
  gtin?: string | null;
  form?: StampForm;
}

export function stamps(count: number, look: OrderLook = {}): StampLabel[] {
  const { origin = 'https://tem.example.vn', gtin = '09506000011196', form = 'tagged' } = look;
  return [...stampsOfRange({ number: 7, first: 0, count, epoch: '1', gtin, form }, keyring, origin)];
}

export const TEXT: SheetText = {
  product: 'Chả mực giã tay Hạ Long',
  lot: 'MAU-CM-261005',
  useBy: '2026-10-05',
  range: 7,
  orderedOn: '2026-01-05',
  site: 'tem.example.vn',
  sample: false,
};

export function plan(options: SheetOptions, text: Partial<SheetText> = {}, look: OrderLook = {}): SheetPlan {
  const planned = planSheet(stamps(1, look)[0] as StampLabel, { ...TEXT, ...text }, options);
  if (!planned.ok) throw new Error(planned.message.en);
  return planned.plan;
}
