import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { orderStamps, stepSheets } from '../../scripts/commerce/stamp-issue.ts';
import { provinceCodes } from '../../src/rules/place/province.ts';
import { ask as askEvents, newLot, type } from '../support/epcis.ts';
import { knownProduct } from '../support/known-product.ts';
import { ask, orderedStamps, testStaff } from '../support/life-cycle.ts';
import { testStack } from '../support/stack.ts';
import { lotWith } from '../support/stamped-lot.ts';

/** What is done at the same moment, and how often that is repeated. */
const AT_ONCE = 20;
const ROUNDS = 4;

const database = new pg.Pool({ connectionString: testStack().databaseUrl, max: 2 });
afterAll(() => database.end());

const many = <T>(work: (at: number) => Promise<T>) =>
  Promise.all(Array.from({ length: AT_ONCE }, (_, at) => work(at)));

const rounds = Array.from({ length: ROUNDS }, (_, round) => [round + 1]);

const counted = async (sql: string, values: unknown[]) =>
  Number((await database.query(`select count(*) from ${sql}`, values)).rows[0].count);

beforeAll(() => many((at) => knownProduct(`san-pham-${at}`)));

describe('at the same moment', () => {
  test.each(rounds)('shipments of one lot all count (round %i)', async () => {
    const lot = await newLot();
    const to = provinceCodes.slice(0, AT_ONCE);
    const answers = await many((at) =>
      type({
        lot,
        step: 'shipping',
        at: `2025-03-01 09:${10 + at}`,
        quantity: 1,
        province: '22',
        otherProvince: to[at],
      }),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
    const { rows } = await database.query('select shipped_to from trace_lot where code = $1', [lot]);
    expect(rows[0].shipped_to).toEqual([...to].sort());
  });

  test.each(rounds)('a lot code first registered for many products is of one (round %i)', async () => {
    const code = `T-${randomUUID().slice(0, 12)}`;
    const other = `T-${randomUUID().slice(0, 12)}`;
    const answers = await many((at) => {
      const lots = [
        lotWith({ code, product: `san-pham-${at}` }),
        lotWith({ code: other, product: `san-pham-${at}` }),
      ];
      return ask('/lots', { lots: at % 2 === 0 ? lots : lots.reverse() });
    });
    const won = answers.findIndex(({ status }) => status === 200);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(
      answers.filter(({ status, body }) => status === 409 && body.reason === 'product-differs'),
    ).toHaveLength(AT_ONCE - 1);
    const { rows } = await database.query('select product from trace_lot where code in ($1, $2)', [
      code,
      other,
    ]);
    expect(rows).toEqual([{ product: `san-pham-${won}` }, { product: `san-pham-${won}` }]);
    expect(await counted('trace_audit_log where lot_code in ($1, $2)', [code, other])).toBe(2);
    expect(await counted(`trace_outbox where data->>'lot' in ($1, $2)`, [code, other])).toBe(2);
  });

  test.each(rounds)('an event is taken back once (round %i)', async () => {
    const lot = await newLot();
    const told = await type({
      lot,
      step: 'shipping',
      at: '2025-03-01',
      quantity: 1,
      province: '22',
      otherProvince: '01',
    });
    const [eventID] = told.body.eventIDs as unknown as string[];
    const answers = await many(() =>
      askEvents('/take-back', JSON.stringify({ eventID, reason: 'did_not_occur' }), 'application/json'),
    );
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([201, ...Array<number>(AT_ONCE - 1).fill(409)]);
    expect(await counted('trace_event where lot_code = $1', [lot])).toBe(2);
    const { rows } = await database.query('select shipped_to from trace_lot where code = $1', [lot]);
    expect(rows[0].shipped_to).toEqual([]);
  });

  test('stamps of two ranges do not slip past the packs of one lot together', async () => {
    const admin = await testStaff();
    const { lot } = await orderedStamps(1, { quantity: 40 });
    const ranges: number[] = [];
    for (let at = 0; at < 4; at += 1) {
      const { range } = await orderStamps(admin, { product: 'san-pham-thu', lot: null, count: 30 });
      await stepSheets(admin, range, 'print');
      ranges.push(range);
    }
    const answers = await Promise.all(ranges.map((range) => ask(`/stamp-orders/${range}/activate`, { lot })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    const { body: refused } = answers.find(({ status }) => status === 409) ?? { body: null };
    expect(refused).toMatchObject({ reason: 'more-than-lot' });
    expect(refused?.message).toContain('40 packs and 30 stamps in use; 30 more');
    expect((await ask(`/lots/${lot}`)).body.lot).toMatchObject({ stampsActivated: 30, stampsLive: 30 });

    // With a reason it is done, and the reason stands in the audit log.
    const next = ranges.find((_, at) => answers[at]?.status === 409) ?? 0;
    const reasoned = { lot, overReason: 'Lô đóng lại thành gói nhỏ' };
    expect((await ask(`/stamp-orders/${next}/activate`, reasoned)).status).toBe(200);
    const { body } = await ask(`/lots/${lot}`);
    expect(body.lot).toMatchObject({ quantity: 40, stampsLive: 60 });
    expect(body.auditLog).toContainEqual(
      expect.objectContaining({
        action: 'stamps-activated',
        range: next,
        detail: expect.objectContaining({ overReason: 'Lô đóng lại thành gói nhỏ', packs: 40 }) as unknown,
      }),
    );
    // A void stamp is on no pack: it makes room.
    expect((await ask(`/stamp-orders/${next}/void`, { reason: 'Thừa', first: 0, last: 9 })).status).toBe(200);
    expect((await ask(`/lots/${lot}`)).body.lot).toMatchObject({ stampsActivated: 60, stampsLive: 50 });
  });

  test('ranges are activated with one lot, and none waits for another for ever', async () => {
    const admin = await testStaff();
    const { lot } = await orderedStamps(1);
    const ranges: number[] = [];
    for (let at = 0; at < AT_ONCE; at += 1) {
      const { range } = await orderStamps(admin, { product: 'san-pham-thu', lot: null, count: 3 });
      await stepSheets(admin, range, 'print');
      ranges.push(range);
    }
    const answers = await many((at) => ask(`/stamp-orders/${ranges[at]}/activate`, { lot }));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  });
});
