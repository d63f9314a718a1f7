import pg from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import { activateStamps, orderStamps, stepSheets, voidStamps } from '../../scripts/commerce/stamp-issue.ts';
import { databaseNow } from '../support/clock.ts';
import { ask, orderedStamps, registerLots, testStaff } from '../support/life-cycle.ts';
import { testStack } from '../support/stack.ts';
import { lotWith } from '../support/stamped-lot.ts';

const stack = testStack();
const database = new pg.Pool({ connectionString: stack.databaseUrl, max: 2 });
const admin = await testStaff();

afterAll(() => database.end());

describe('the life of a range', () => {
  test('goes from order to activation, and every step says who took it and when', async () => {
    const { lot, order } = await orderedStamps(100, { printed: false, gtin: '09506000011196' });
    expect(order).toMatchObject({
      state: 'reserved',
      form: 'tagged',
      first: 0,
      count: 100,
      gtin: '09506000011196',
      lot: null,
      activated: 0,
      voided: 0,
    });
    const { range } = order;
    expect(await stepSheets(admin, range, 'print')).toMatchObject({ state: 'printed' });
    expect(await stepSheets(admin, range, 'deliver')).toMatchObject({ state: 'delivered' });
    await activateStamps(admin, range, lot, { last: 59 });
    expect(await voidStamps(admin, range, 'Giấy ướt', { first: 90 })).toMatchObject({
      activated: 60,
      voided: 10,
    });
    // What is voided stays out of an activation over it.
    const done = await activateStamps(admin, range, lot, { first: 60 });
    expect(done).toMatchObject({ state: 'delivered', activated: 90, voided: 10 });

    const { body } = await ask(`/stamp-orders/${range}`);
    expect(body.order).toEqual(done);
    expect(body.spans).toMatchObject([
      { first: 0, last: 59, kind: 'activated', lot },
      { first: 60, last: 89, kind: 'activated', lot },
      { first: 90, last: 99, kind: 'voided', lot: null },
    ]);
    const auditLog = body.auditLog as { at: string; actor: string; action: string; detail: object }[];
    expect(auditLog.map(({ action }) => action).reverse()).toEqual([
      'stamps-ordered',
      'stamps-printed',
      'stamps-delivered',
      'stamps-activated',
      'stamps-voided',
      'stamps-activated',
    ]);
    expect(auditLog.at(1)?.detail).toEqual({ first: 90, last: 99, count: 10, reason: 'Giấy ướt' });
    const { rows } = await database.query<{ id: string }>('select id from "user"');
    for (const { actor, at } of auditLog) {
      expect(rows.map(({ id }) => id)).toContain(actor);
      expect(Math.abs(Date.parse(at) - databaseNow())).toBeLessThan(60_000);
    }
  });

  test('is told with the lot it serves', async () => {
    const { lot, order } = await orderedStamps(5, { useBy: '2099-12-31' });
    await activateStamps(admin, order.range, lot);
    const { body } = await ask(`/lots/${lot}`);
    expect(body.lot).toMatchObject({ code: lot, stampsOrdered: 0, stampsActivated: 5, recalled: false });
    expect(body.orders).toMatchObject([{ range: order.range, activated: 5 }]);
    const list = await ask(`/lots?q=${lot.toLowerCase()}`);
    expect(list.body).toMatchObject({ lots: [{ code: lot, useBy: '2099-12-31' }], count: 1 });
    const orders = await ask(`/stamp-orders?lot=${lot}&state=printed&limit=1`);
    expect(orders.body).toMatchObject({ orders: [{ range: order.range }], count: 1 });
    const auditLog = await ask(`/audit-log?lot=${lot}&limit=1`);
    expect(auditLog.body).toMatchObject({
      auditLog: [{ action: 'stamps-activated', range: order.range }],
      count: 2,
    });
    expect((await ask('/lots/KHONG-CO')).status).toBe(404);
    expect((await ask('/stamp-orders/2097151')).body).toMatchObject({ reason: 'unknown-range' });
  });
});

describe('steps at once', () => {
  test('of twenty activations of overlapping parts exactly one passes', async () => {
    const {
      lot,
      order: { range },
    } = await orderedStamps(1_000);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, step) =>
        ask(`/stamp-orders/${range}/activate`, { lot, first: step * 10, last: 500 + step * 10 }),
      ),
    );
    const passed = answers.filter(({ status }) => status === 200);
    expect(passed).toHaveLength(1);
    for (const { status, body } of answers) {
      if (status !== 200) expect(body).toMatchObject({ reason: 'already-activated' });
    }
    expect((await ask(`/stamp-orders/${range}`)).body.order).toMatchObject({ activated: 501 });
    const lines = await ask(`/audit-log?range=${range}`);
    expect(JSON.stringify(lines.body).match(/stamps-activated/g)).toHaveLength(1);
  });

  test('of twenty activations of parts side by side all pass', async () => {
    const {
      lot,
      order: { range },
    } = await orderedStamps(2_000);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, step) =>
        ask(`/stamp-orders/${range}/activate`, { lot, first: step * 100, last: step * 100 + 99 }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
    expect((await ask(`/stamp-orders/${range}`)).body.order).toMatchObject({ activated: 2_000 });
  });

  test('voiding and activating a range: the activation passes before, or is refused after', async () => {
    const {
      lot,
      order: { range },
    } = await orderedStamps(10);
    const [activated, voided] = await Promise.all([
      ask(`/stamp-orders/${range}/activate`, { lot }),
      ask(`/stamp-orders/${range}/void`, { reason: 'Thử' }),
    ]);
    expect(voided.status).toBe(200);
    if (activated.status !== 200) expect(activated.body).toMatchObject({ reason: 'voided' });
    const auditLog = (await ask(`/audit-log?range=${range}`)).body.auditLog as { action: string }[];
    expect(auditLog.some(({ action }) => action === 'stamps-activated')).toBe(activated.status === 200);
    expect(auditLog[0]).toMatchObject({ action: 'stamps-voided' });
  });
});

test('every step stands in the trace history of its lot, with who took it', async () => {
  const {
    lot,
    order: { range },
  } = await orderedStamps(10, { gtin: '09506000011196' });
  await activateStamps(admin, range, lot, { last: 5 });
  await voidStamps(admin, range, 'Thử', { first: 4, last: 7 });
  await ask('/recalls', {
    scope: 'range',
    range,
    first: 5,
    last: 6,
    reason: { vi: 'Thử' },
    advice: { vi: 'Thử' },
  });
  const { rows } = await database.query(
    `select biz_step, lot_code, actor, body->>'action' as action,
       body->'quantityList'->0->>'quantity' as quantity
     from trace_event where lot_code = $1 or body::text like $2 order by event_time, lot_code nulls last`,
    [lot, `%/dai-tem/${range}.%`],
  );
  const step = (biz_step: string, action: string, quantity: string, of: string | null) =>
    expect.objectContaining({
      biz_step,
      action,
      quantity,
      lot_code: of,
      actor: expect.stringMatching(/^user_/),
    });
  expect(rows).toEqual([
    step('encoding', 'ADD', '10', null),
    step('commissioning', 'ADD', '6', lot),
    // Stamps 4 and 5 are on goods of the lot, 6 and 7 on nothing yet.
    step('decommissioning', 'DELETE', '2', lot),
    step('decommissioning', 'DELETE', '2', null),
    step('holding', 'OBSERVE', '1', lot),
  ]);
});

test('ten million stamps are one row to order, print and activate, and nothing for each', async () => {
  const lot = lotWith({ quantity: 10_000_000 });
  await registerLots([lot]);
  const startedAt = performance.now();
  const order = await orderStamps(admin, { product: lot.product, lot: lot.code, count: 10_000_000 });
  await stepSheets(admin, order.range, 'print');
  const done = await activateStamps(admin, order.range, lot.code);
  const took = performance.now() - startedAt;
  expect(done).toMatchObject({ count: 10_000_000, activated: 10_000_000, voided: 0 });
  for (const [table, rows] of [
    ['trace_stamp_span', 1],
    ['trace_stamp_tally', 0],
    ['trace_audit_log', 3],
  ] as const) {
    const found = await database.query(`select 1 from ${table} where range = $1`, [order.range]);
    expect(found.rowCount).toBe(rows);
  }
  // A row for each stamp would take minutes; the limit leaves room for a loaded machine.
  expect(took).toBeLessThan(60_000);
});

test('nobody edits the audit log, not even who owns the database', async () => {
  const {
    order: { range },
  } = await orderedStamps(1);
  for (const statement of [
    `update trace_audit_log set actor = 'x' where range = ${range}`,
    `delete from trace_audit_log where range = ${range}`,
    'truncate trace_audit_log',
    'delete from trace_event',
  ]) {
    await expect(database.query(statement)).rejects.toThrow(/only ever added/);
  }
  expect((await ask(`/audit-log?range=${range}`)).body.count).toBe(2);
});
