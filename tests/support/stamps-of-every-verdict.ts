import { randomBytes, randomInt } from 'node:crypto';
import { plainStampKeys } from '@ocop/rules/stamps/stamp-keyring-json';
import { z } from 'zod';
import { orderStamps, stepSheets, voidStamps } from '../../scripts/commerce/stamp-issue.ts';
import type { StampOrder } from '../../scripts/commerce/stamp-issue.ts';
import { readEnv } from '../../src/config/env.ts';
import type { StampVerdict } from '../../src/stamps/verify/verdict.ts';
import { testAdmin } from './goods.ts';
import { issueStamps, stampsOf } from './issued-stamps.ts';
import { copiedScans, handOver } from './scans.ts';
import { startOwnSite, type OwnSite } from './own-site.ts';
import { testStack } from './stack.ts';
import { lotWith, registerLots } from './stamped-lot.ts';

/** What a recall in these tests says. */
export const recallWords = {
  reason: { vi: 'Kiểm nghiệm lại thấy histamin vượt mức.', en: 'A second test found too much histamine.' },
  advice: { vi: 'Đừng ăn; mang đến nơi mua để được hoàn tiền.', en: '' },
};

/** A page that gives each verdict, and what has to run for it. */
export interface EveryVerdict {
  urls: Record<StampVerdict, string>;
  /** Address of a good stamp anybody can check. */
  signed: string;
  stop(): Promise<void>;
}

const product = 'mam-nem-thu';
const admin = () => testAdmin(testStack());
const path = '/admin/traceability';

async function newLot(fields: { useBy?: string } = {}): Promise<string> {
  const lot = lotWith({ product, useBy: '2040-01-31', ...fields });
  await registerLots([lot]);
  return lot.code;
}

async function active(fields: { useBy?: string; form?: 'signed' } = {}): Promise<StampOrder> {
  const { form, ...rest } = fields;
  return issueStamps(admin(), { lot: await newLot(rest), count: 1, form });
}

/** Makes, as staff would, a stamp for each verdict, and starts the sites that cannot ask or check. */
export async function stampsOfEveryVerdict(): Promise<EveryVerdict> {
  const stack = testStack();
  const keyring = readEnv(stack.env).STAMP_KEYS;
  if (!keyring) throw new Error('The stack of this run has no stamp keys');
  const pathOf = (order: StampOrder) =>
    new URL([...stampsOf(order, keyring, stack.siteUrl)][0]?.url ?? '').pathname;
  const here = (order: StampOrder) => stack.siteUrl + pathOf(order);

  const good = await active();
  const voided = await active();
  await voidStamps(admin(), voided.range, 'Tờ tem bị ướt');
  const reserved = await orderStamps(admin(), { product, lot: null, count: 1 });
  const printed = await orderStamps(admin(), { product, lot: null, count: 1 });
  await stepSheets(admin(), printed.range, 'print');
  const recalled = await active();
  const recall = { scope: 'lot', lot: recalled.lot, ...recallWords };
  const { id } = await admin().post(z.object({ id: z.string() }), `${path}/recalls`, recall);
  // Other tests go on buying the product.
  await admin().post(z.unknown(), `${path}/recalls/${id}/clear-stock`, { note: 'Đã kiểm kho' });
  const copied = await active();
  await handOver(...copiedScans(copied, 0));

  const [silent, keyless, cutOff] = await Promise.all([
    startOwnSite({ STAMPS_DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none' }),
    startOwnSite({ STAMP_KEYS: '' }),
    startOwnSite({ STAMP_KEYS: JSON.stringify(leakedKeys(keyring)) }),
  ]);
  const sites: OwnSite[] = [silent, keyless, cutOff];
  const wrong = pathOf(good).replace(/.$/, (last) => (last === '0' ? '1' : '0'));
  return {
    urls: {
      active: here(good),
      suspicious: here(copied),
      expired: here(await active({ useBy: '2025-06-30' })),
      recalled: here(recalled),
      'not-activated': here(printed),
      'not-printed': here(reserved),
      voided: here(voided),
      'key-cut-off': cutOff.url + pathOf(good),
      unknown: silent.url + pathOf(good),
      'not-asked': here(good),
      'not-issued': stack.siteUrl + wrong,
      malformed: `${stack.siteUrl}/T/1ABCDE`,
      'no-keys': keyless.url + pathOf(good),
    },
    signed: here(await active({ form: 'signed' })),
    stop: async () => {
      await Promise.all(sites.map((site) => site.kill()));
    },
  };
}

/** The same keys after a theft that came to light before any stamp of this run was activated. */
function leakedKeys(keyring: NonNullable<ReturnType<typeof readEnv>['STAMP_KEYS']>): object {
  const fresh = [...'ZYX'].find((epoch) => !(epoch in keyring.epochs)) ?? 'W';
  const stolen = Object.entries(keyring.epochs).map(([epoch, key]) => [
    epoch,
    { ...key, cutOff: '2020-01-01T00:00:00.000Z' },
  ]);
  const next = { secret: randomBytes(32), from: null, until: null, cutOff: null };
  return plainStampKeys({ current: fresh, epochs: { ...Object.fromEntries(stolen), [fresh]: next } });
}

/** A network nobody else in this run comes from, so that wrong codes of other tests count apart. */
export function someNetwork(): Record<string, string> {
  return { 'x-forwarded-for': `100.${randomInt(64, 128)}.${randomInt(256)}.7` };
}
