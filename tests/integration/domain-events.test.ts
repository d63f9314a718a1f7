import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { domainEvents, type DomainEventName } from '../../src/contract/events.ts';
import { activateStamps, voidStamps } from '../../scripts/commerce/stamp-issue.ts';
import { ask, orderedStamps, registerLots, testStaff } from '../support/life-cycle.ts';
import { testStack } from '../support/stack.ts';
import { lotWith } from '../support/stamped-lot.ts';

const stack = testStack();
const database = new pg.Pool({ connectionString: stack.databaseUrl, max: 2 });
afterAll(() => database.end());

interface Sent {
  id: string;
  name: DomainEventName;
  at: Date;
  data: Record<string, unknown>;
  sent_at: Date | null;
}

async function eventsOf(where: string, value: unknown): Promise<Sent[]> {
  const { rows } = await database.query(`select * from trace_outbox where ${where} order by position`, [
    value,
  ]);
  return rows as Sent[];
}

/** How often the subscriber that notes every event was called with this one, as Medusa's log tells. */
function timesHeard(id: string): number {
  const log = readFileSync(path.join(stack.dataDir, 'logs', 'medusa.log'), 'utf8');
  return log.split(`${id}`).length - 1;
}

const text = { vi: 'Thử', en: 'Test' };

describe('a change', () => {
  test('is heard of once each, with what the contract says, and only after it is committed', async () => {
    const admin = await testStaff();
    const { lot, order } = await orderedStamps(10);
    await activateStamps(admin, order.range, lot, { first: 0, last: 7 });
    await voidStamps(admin, order.range, 'Ghi chú riêng', { first: 9 });
    const recall = await ask('/recalls', { scope: 'lot', lot, reason: text, advice: text });
    await ask(`/recalls/${String(recall.body.id)}/lift`, { note: 'Ghi chú riêng' });

    const events = await eventsOf(`(data->>'range')::int = $1 or data->>'lot' = '${lot}'`, order.range);
    expect(events.map(({ name }) => name)).toEqual([
      'lot.registered',
      'stamps.ordered',
      'stamps.printed',
      'stamps.activated',
      'stamps.voided',
      'recall.announced',
      'recall.lifted',
    ]);
    for (const { id, name, at, data } of events) {
      expect(domainEvents[name].parse({ ...data, id, at: at.toISOString() }), name).toMatchObject({ id });
    }
    expect(events[3]?.data).toMatchObject({ lot, first: 0, last: 7, count: 8 });
    expect(JSON.stringify(events)).not.toContain('Ghi chú riêng');

    await vi.waitFor(() => expect(events.map(({ id }) => timesHeard(id))).toEqual(events.map(() => 1)), {
      timeout: 60_000,
      interval: 100,
    });
    const sent = await eventsOf(`(data->>'range')::int = $1`, order.range);
    expect(sent.every(({ sent_at }) => sent_at !== null)).toBe(true);
  });

  test('that is refused is not heard of', async () => {
    const { lot, order } = await orderedStamps(4, { printed: false });
    const before = await eventsOf(`data->>'lot' = $1`, lot);
    expect((await ask(`/stamp-orders/${order.range}/activate`, { lot })).status).toBe(409);
    const taken = lotWith({ code: lot, product: 'san-pham-khac' });
    const fresh = lotWith();
    expect((await ask('/lots', { lots: [fresh, taken] })).status).toBe(409);
    expect(await eventsOf(`data->>'lot' = $1`, lot)).toHaveLength(before.length);
    expect(await eventsOf(`data->>'lot' = $1`, fresh.code)).toEqual([]);
    expect((await ask(`/lots/${fresh.code}`)).status).toBe(404);
  });

  test('whose process died before it told of it is heard of with the next one', async () => {
    const id = `trevent_${randomUUID()}`;
    await database.query(
      `insert into trace_outbox (id, name, data, at, next_attempt_at)
       values ($1, 'lot.registered', '{"actor": "user_1"}', now(), now())`,
      [id],
    );
    await registerLots([lotWith()]);
    await vi.waitFor(() => expect(timesHeard(id)).toBe(1), { timeout: 60_000, interval: 100 });
    const status = await ask('/outbox');
    expect(status.body).toMatchObject({ failing: 0, lastError: null });
  });
});
