import { hasPoppler, readSheet } from '@ocop/stamp-sheet/testing/printed';
import { describe, expect, test } from 'vitest';
import { orderStamps, voidStamps, type StampOrder } from '../../scripts/commerce/stamp-issue.ts';
import { readEnv } from '../../src/config/env.ts';
import { stampsOf } from '../support/issued-stamps.ts';
import { ask, download, orderedStamps, testStaff } from '../support/life-cycle.ts';
import { testStack } from '../support/stack.ts';

const stack = testStack();
const admin = await testStaff();
const { STAMP_KEYS: keyring } = readEnv(stack.env);
const LOT = 'MAU-MN-390415';

function urlsOf(order: StampOrder): string[] {
  return keyring ? [...stampsOf(order, keyring, stack.siteUrl)].map(({ url }) => url) : [];
}

async function newOrder(count: number): Promise<StampOrder> {
  const { body } = await ask(`/lots/${LOT}`);
  return orderStamps(admin, {
    product: (body.lot as { product: string }).product,
    lot: LOT,
    count,
  });
}

const rowsOf = (csv: Uint8Array) => Buffer.from(csv).toString('utf8').trim().split('\r\n').slice(1);

describe('the sheet of an order', () => {
  test.skipIf(!hasPoppler)(
    hasPoppler ? 'holds every stamp, save those that are void' : 'holds every stamp (skipped: no pdftoppm)',
    async () => {
      const order = await newOrder(30);
      await voidStamps(admin, order.range, 'Thử', { first: 10, last: 14 });
      const sheet = await download(`/stamp-orders/${order.range}/sheet?cropMarks=true&startAt=3`);
      expect(sheet.headers.get('content-type')).toBe('application/pdf');
      expect(sheet.headers.get('content-disposition')).toBe(`attachment; filename="tem-${order.range}.pdf"`);
      expect(sheet.headers.get('cache-control')).toMatch(/no-store/);
      const read = (await readSheet(Buffer.from(sheet.body), 200)).map(({ text }) => text);
      expect(read.toSorted()).toEqual(
        urlsOf(order)
          .filter((_, at) => at < 10 || at > 14)
          .toSorted(),
      );
    },
  );

  test('comes as a table, whole or in part, with what the label says', async () => {
    const order = await newOrder(12);
    const whole = await download(`/stamp-orders/${order.range}/sheet?format=csv`);
    const rows = rowsOf(whole.body);
    expect(rows.map((row) => row.split(',')[1])).toEqual(urlsOf(order));
    expect(rows[0]).toContain(LOT);
    const part = await download(`/stamp-orders/${order.range}/sheet?format=csv&first=3&last=5&name=Mắm`);
    expect(rowsOf(part.body).map((row) => row.split(',')[1])).toEqual(urlsOf(order).slice(3, 6));
    expect(rowsOf(part.body)[0]).toContain('Mắm');
  });

  test('comes as drawings in an archive', async () => {
    const order = await newOrder(2);
    const { headers, body } = await download(
      `/stamp-orders/${order.range}/sheet?format=svg&layout=roll-25x35`,
    );
    expect(headers.get('content-type')).toBe('application/zip');
    expect(Buffer.from(body).subarray(0, 4)).toEqual(Buffer.from('PK\u0003\u0004'));
    expect(
      Buffer.from(body)
        .toString('latin1')
        .match(/[0-9A-Z]{20}\.svg/g),
    ).toHaveLength(4);
  });

  test('changes nothing: that it was printed is a step of its own', async () => {
    const order = await newOrder(1);
    await download(`/stamp-orders/${order.range}/sheet?format=csv`);
    expect((await ask(`/stamp-orders/${order.range}`)).body.order).toEqual(order);
  });

  test('is refused where there is nothing to print, or no way to', async () => {
    const order = await newOrder(5);
    const { order: unsold } = await orderedStamps(1);
    const voided = await newOrder(1);
    await voidStamps(admin, voided.range, 'Thử');
    for (const [range, query, status, reason] of [
      [voided.range, '', 409, 'voided'],
      [order.range, '?first=5', 400, 'outside-range'],
      [order.range, '?startAt=66', 409, 'does-not-fit'],
      [order.range, '?layout=a3', 400, 'invalid-query'],
      [unsold.range, '', 409, 'unnamed-product'],
      [2_097_151, '', 404, 'unknown-range'],
    ] as const) {
      const answer = await ask(`/stamp-orders/${range}/sheet${query}`);
      expect(answer).toMatchObject({
        status,
        body: { reason, message: expect.stringMatching(/\.$/) },
      });
    }
  });
});
