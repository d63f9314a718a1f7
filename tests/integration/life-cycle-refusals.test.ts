import pg from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import { activateStamps, orderStamps, stepSheets, voidStamps } from '../../scripts/commerce/stamp-issue.ts';
import { ask, expectRefusal, orderedStamps, registerLots, testStaff } from '../support/life-cycle.ts';
import { testStack } from '../support/stack.ts';
import { lotWith } from '../support/stamped-lot.ts';

const stack = testStack();
const database = new pg.Pool({ connectionString: stack.databaseUrl, max: 2 });
const admin = await testStaff();

afterAll(() => database.end());

describe('a step that makes no sense is refused, and changes nothing', () => {
  const at =
    (range: number, step: string, body: object = {}) =>
    () =>
      ask(`/stamp-orders/${range}/${step}`, body);

  test('before printing', async () => {
    const {
      lot,
      order: { range },
    } = await orderedStamps(10, { printed: false });
    const words = /range \d+ are not printed yet. Print them/;
    await expectRefusal(database, range, at(range, 'activate', { lot }), {
      status: 409,
      reason: 'not-printed',
      words,
    });
    await expectRefusal(database, range, at(range, 'deliver'), { status: 409, reason: 'not-printed', words });
  });

  test('of sheets, twice', async () => {
    const {
      order: { range },
    } = await orderedStamps(10);
    await expectRefusal(database, range, at(range, 'print'), {
      status: 409,
      reason: 'already-printed',
      words: new RegExp(`Range ${range} was noted as printed`),
    });
    await stepSheets(admin, range, 'deliver');
    await expectRefusal(database, range, at(range, 'deliver'), {
      status: 409,
      reason: 'already-delivered',
      words: /noted as delivered/,
    });
  });

  test('with a lot that does not fit', async () => {
    const {
      lot,
      order: { range },
    } = await orderedStamps(10, { gtin: '09506000011196' });
    const others = [
      lotWith({ product: 'san-pham-khac' }),
      lotWith({ gtin: '09506000134352' }),
      lotWith({ gtin: '09506000011196' }),
    ];
    await registerLots(others);
    const [otherProduct, otherGtin, recalled] = others.map(({ code }) => code);
    await ask('/recalls', {
      scope: 'lot',
      lot: recalled,
      reason: { vi: 'Thử', en: 'Test' },
      advice: { vi: 'Thử', en: 'Test' },
    });
    const refusals = [
      ['KHONG-CO', 404, 'unknown-lot', /KHONG-CO is not registered/],
      [
        otherProduct,
        409,
        'lot-of-another-product',
        /is of product san-pham-khac, the stamps are for san-pham-thu/,
      ],
      [otherGtin, 409, 'other-gtin-in-print', /another GTIN/],
      [recalled, 409, 'lot-recalled', /is recalled. Lift the recall first/],
    ] as const;
    for (const [code, status, reason, words] of refusals) {
      await expectRefusal(database, range, at(range, 'activate', { lot: code }), { status, reason, words });
    }
    const printed = await orderStamps(admin, { product: 'san-pham-thu', lot, count: 5 });
    await stepSheets(admin, printed.range, 'print');
    const other = (await orderedStamps(1)).lot;
    await expectRefusal(database, printed.range, at(printed.range, 'activate', { lot: other }), {
      status: 409,
      reason: 'other-lot-in-print',
      words: new RegExp(`another lot in print, not ${other}`),
    });
  });

  test('over stamps that are activated, void or not there', async () => {
    const {
      lot,
      order: { range },
    } = await orderedStamps(10);
    await activateStamps(admin, range, lot, { first: 2, last: 4 });
    await voidStamps(admin, range, 'Thử', { first: 8 });
    const refusals = [
      ['activate', { lot }, 409, 'already-activated', /Stamps 2 to 4 of range \d+ are activated already/],
      ['activate', { lot, first: 8, last: 9 }, 409, 'voided', /void for good/],
      ['activate', { lot, first: 5, last: 10 }, 400, 'outside-range', /no part of range/],
      ['activate', { lot, first: 6, last: 5 }, 400, 'outside-range', /no part of range/],
      [
        'void',
        { reason: 'Thử', first: 7, last: 8 },
        409,
        'already-voided',
        /Stamps 8 to 9 .* are void already/,
      ],
      ['void', { reason: 'Thử', last: 10 }, 400, 'outside-range', /no part of range/],
    ] as const;
    for (const [step, body, status, reason, words] of refusals) {
      await expectRefusal(database, range, at(range, step, body), { status, reason, words });
    }
  });

  test('after the range was voided', async () => {
    const {
      lot,
      order: { range },
    } = await orderedStamps(10);
    expect(await voidStamps(admin, range, 'Mất cuộn tem')).toMatchObject({ state: 'voided', voided: 10 });
    for (const [step, body, reason] of [
      ['activate', { lot }, 'voided'],
      ['print', {}, 'voided'],
      ['deliver', {}, 'voided'],
      ['void', { reason: 'Thử' }, 'already-voided'],
    ] as const) {
      await expectRefusal(database, range, at(range, step, body), { status: 409, reason, words: /void/ });
    }
  });

  test('of a range that was never issued, or asked for in a wrong shape', async () => {
    expect((await ask('/stamp-orders/2097151/print', {})).body).toMatchObject({ reason: 'unknown-range' });
    expect((await ask('/stamp-orders/x/void', { reason: 'Thử' })).body).toMatchObject({
      reason: 'unknown-range',
    });
    const {
      order: { range },
    } = await orderedStamps(1);
    for (const [step, body] of [
      ['print', { lot: 'x' }],
      ['activate', {}],
      ['activate', { lot: 'x', first: -1 }],
      ['void', { reason: ' ' }],
    ] as const) {
      const answer = await ask(`/stamp-orders/${range}/${step}`, body);
      expect(answer).toMatchObject({ status: 400, body: { reason: 'invalid-body' } });
    }
  });

  test('of an order for another product than the lot’s', async () => {
    const { lot } = await orderedStamps(1);
    const answer = await ask('/stamp-orders', { product: 'san-pham-khac', lot, count: 5 });
    expect(answer).toMatchObject({ status: 409, body: { reason: 'lot-of-another-product' } });
    const orders = await ask('/stamp-orders?product=san-pham-khac');
    expect(JSON.stringify(orders.body)).not.toContain(lot);
  });
});
