import type { StampExceptionKind } from '@ocop/rules/stamps/stamp-state';
import pg from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import {
  activateStamps,
  orderStamps,
  stepSheets,
  type StampOrder,
} from '../../scripts/commerce/stamp-issue.ts';
import { readEnv } from '../../src/config/env.ts';
import { issueStamps, stampsOf } from '../support/issued-stamps.ts';
import {
  ask,
  expectRefusal,
  orderedStamps,
  registerLots,
  stampedLot,
  testStaff,
} from '../support/life-cycle.ts';
import { testStack } from '../support/stack.ts';
import { lotWith } from '../support/stamped-lot.ts';

const stack = testStack();
const database = new pg.Pool({ connectionString: stack.databaseUrl, max: 2 });
const admin = await testStaff();
const { STAMP_KEYS: keyring } = readEnv(stack.env);
const words = {
  reason: { vi: 'Nhãn ghi sai', en: 'Wrong label' },
  advice: { vi: 'Mang trả nơi mua', en: 'Take it back' },
};

afterAll(() => database.end());

function printed(order: StampOrder) {
  if (!keyring) throw new Error('The stack of the tests has stamp keys.');
  return [...stampsOf(order, keyring, stack.siteUrl)];
}

/** The verdict on a stamp's page, as anybody scanning it gets it. */
async function verdict(order: StampOrder, index: number): Promise<string | null> {
  const { pathname } = new URL(printed(order)[index]?.url ?? '');
  const page = await fetch(new URL(pathname, stack.siteUrl));
  return page.headers.get('x-stamp-verdict');
}

const codeOf = (order: StampOrder, index: number) => printed(order)[index]?.code ?? '';
const history = (code: string) => ask(`/stamps/${encodeURIComponent(code)}`);

describe('a recall', () => {
  test('of a lot shows on the next look at any of its stamps, until it is lifted', async () => {
    const order = await stampedLot(3);
    const other = await stampedLot(1);
    expect(await verdict(order, 0)).toBe('active');
    const recall = await ask('/recalls', { scope: 'lot', lot: order.lot, ...words });
    expect(recall).toMatchObject({
      status: 201,
      body: { scope: 'lot', lot: order.lot, ...words, liftedAt: null },
    });
    for (const index of [0, 1, 2]) expect(await verdict(order, index)).toBe('recalled');
    expect(await verdict(other, 0)).toBe('active');
    expect((await ask(`/lots/${order.lot}`)).body).toMatchObject({
      lot: { recalled: true },
      recalls: [{ id: recall.body.id }],
    });

    const lift = await ask(`/recalls/${recall.body.id}/lift`, { note: 'Kiểm nghiệm lại đạt' });
    expect(lift.body).toMatchObject({ id: recall.body.id, liftedAt: expect.any(String) });
    expect(await verdict(order, 0)).toBe('active');
    const auditLog = (await ask(`/audit-log?lot=${order.lot}`)).body.auditLog as {
      action: string;
      detail: object;
    }[];
    expect(auditLog[0]).toMatchObject({ action: 'recall-lifted', detail: { note: 'Kiểm nghiệm lại đạt' } });
    expect(auditLog[1]).toMatchObject({ action: 'recall-announced', detail: words });
  });

  test('of a part of a range, or of one stamp, leaves the others alone', async () => {
    const order = await stampedLot(6);
    await ask('/recalls', { scope: 'range', range: order.range, first: 1, last: 2, ...words });
    await ask('/recalls', { scope: 'serial', code: codeOf(order, 4), ...words });
    const verdicts = await Promise.all([0, 1, 2, 3, 4, 5].map((index) => verdict(order, index)));
    expect(verdicts).toEqual(['active', 'recalled', 'recalled', 'active', 'recalled', 'active']);
    expect((await history(codeOf(order, 4))).body).toMatchObject({
      state: 'recalled',
      recalls: [{ scope: 'serial', first: 4, last: 4 }],
      auditLog: [{ action: 'recall-announced', index: 4 }, { action: 'stamps-activated' }, {}, {}],
    });
    const list = await ask('/recalls?open=true&limit=2');
    expect(list.body.recalls).toMatchObject([{ scope: 'serial' }, { scope: 'range', first: 1, last: 2 }]);
  });

  test('in force keeps the part from being activated', async () => {
    const {
      lot,
      order: { range },
    } = await orderedStamps(10);
    await ask('/recalls', { scope: 'range', range, last: 3, ...words });
    await expectRefusal(database, range, () => ask(`/stamp-orders/${range}/activate`, { lot }), {
      status: 409,
      reason: 'recalled',
      words: /Stamps 0 to 3 of range \d+ are recalled/,
    });
    expect(await activateStamps(admin, range, lot, { first: 4 })).toMatchObject({ activated: 6 });
  });

  test('is refused where it says nothing new or names nothing', async () => {
    const { range, lot } = await stampedLot(4);
    await ask('/recalls', { scope: 'lot', lot, ...words });
    await ask('/recalls', { scope: 'range', range, first: 1, last: 2, ...words });
    for (const [body, status, reason, said] of [
      [{ scope: 'lot', lot }, 409, 'already-recalled', /Lift that one first/],
      [{ scope: 'range', range, first: 2, last: 2 }, 409, 'already-recalled', /Lift that one first/],
      [{ scope: 'lot', lot: 'KHONG-CO' }, 404, 'unknown-lot', /KHONG-CO/],
      [{ scope: 'range', range: 2_097_151 }, 404, 'unknown-range', /range 2097151/],
      [{ scope: 'range', range, first: 4 }, 400, 'outside-range', /no part of range/],
      [{ scope: 'serial', code: 'ABC' }, 400, 'malformed', /"ABC" is no code/],
    ] as const) {
      await expectRefusal(database, range, () => ask('/recalls', { ...body, ...words }), {
        status,
        reason,
        words: said,
      });
    }
    const { body } = await ask('/recalls', {
      scope: 'lot',
      lot,
      reason: { vi: '', en: '' },
      advice: words.advice,
    });
    expect(body).toMatchObject({ reason: 'invalid-body' });
    expect(body.message).toMatch(/reason.vi/);
    expect((await ask('/recalls/khong-co/lift', { note: 'x' })).body).toMatchObject({
      reason: 'unknown-recall',
    });
  });

  test('is lifted once, and may be announced again', async () => {
    const { lot } = await stampedLot(1);
    const first = await ask('/recalls', { scope: 'lot', lot, ...words });
    await ask(`/recalls/${first.body.id}/lift`, { note: 'Nhầm lô' });
    const again = await ask(`/recalls/${first.body.id}/lift`, { note: 'Nhầm lô' });
    expect(again).toMatchObject({ status: 409, body: { reason: 'already-lifted' } });
    expect((await ask('/recalls', { scope: 'lot', lot, ...words })).status).toBe(201);
  });

  test('announced twenty times at once is one recall', async () => {
    const { lot } = await stampedLot(1);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => ask('/recalls', { scope: 'lot', lot, ...words })),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  });
});

describe('an exception of one stamp', () => {
  const note = (code: string, kind: StampExceptionKind) =>
    ask(`/stamps/${code}/exceptions`, { kind, note: 'Thử' });
  const end = (code: string, kind: string) => ask(`/stamps/${code}/exceptions/${kind}/end`, { note: 'Thử' });

  test('changes that stamp alone, and can be taken back', async () => {
    const order = await stampedLot(2);
    const code = codeOf(order, 0);
    expect(await note(code, 'frozen')).toMatchObject({
      status: 201,
      body: { code, exceptions: [{ kind: 'frozen', note: 'Thử', endedAt: null }] },
    });
    expect([await verdict(order, 0), await verdict(order, 1)]).toEqual(['suspicious', 'active']);
    expect((await end(code, 'frozen')).body.exceptions).toMatchObject([{ endedAt: expect.any(String) }]);
    expect(await verdict(order, 0)).toBe('active');
    await note(code, 'sold');
    await note(code, 'voided');
    expect(await verdict(order, 0)).toBe('voided');
    const { body } = await history(code);
    expect(body).toMatchObject({ state: 'voided' });
    expect((body.exceptions as { kind: string }[]).map(({ kind }) => kind)).toEqual([
      'voided',
      'sold',
      'frozen',
    ]);
    expect(
      (body.auditLog as { action: string }[]).filter(({ action }) => action.startsWith('exception')),
    ).toHaveLength(4);
  });

  test('that makes no sense is refused', async () => {
    const { order } = await orderedStamps(3);
    const code = codeOf(order, 0);
    await note(code, 'reported');
    await note(codeOf(order, 1), 'voided');
    for (const [asked, status, reason] of [
      [() => note(code, 'reported'), 409, 'already-so'],
      [() => note(code, 'sold'), 409, 'not-activated'],
      [() => note(codeOf(order, 1), 'sold'), 409, 'already-voided'],
      [() => end(code, 'sold'), 409, 'not-so'],
      [() => end(code, 'nonsense'), 409, 'not-so'],
      [() => end(codeOf(order, 1), 'voided'), 409, 'void-is-final'],
      [
        () =>
          note(
            code.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
            'frozen',
          ),
        404,
        'not-issued',
      ],
    ] as const) {
      await expectRefusal(database, order.range, asked, { status, reason, words: /[Ss]tamp/ });
    }
    expect((await ask(`/stamps/${code}/exceptions`, { kind: 'lost', note: 'x' })).status).toBe(400);
  });
});

describe('a stamp is found', () => {
  test('by its code however it is typed, and by the address in its QR', async () => {
    const order = await stampedLot(2, { gtin: '09506000011196' });
    const [, stamp] = printed(order);
    const typed = (stamp?.code ?? '')
      .toLowerCase()
      .replace(/(.{5})/g, '$1-')
      .replaceAll('0', 'o');
    for (const asked of [stamp?.code ?? '', typed, stamp?.url ?? '', stamp?.url.toLowerCase() ?? '']) {
      expect((await history(asked)).body).toMatchObject({
        code: stamp?.code,
        url: stamp?.url,
        gtin: '09506000011196',
        range: order.range,
        index: 1,
        state: 'active',
        cutOff: false,
        lot: { code: order.lot },
        order: { state: 'printed' },
        scans: { count: 0 },
        suspicion: null,
        recentScans: [],
        reports: [],
        exceptions: [],
        recalls: [],
      });
    }
    const wrong = await ask(`/stamps/${stamp?.code}?gtin=09506000134352`);
    expect(wrong).toMatchObject({ status: 404, body: { reason: 'not-issued' } });
    const moved = (stamp?.url ?? '').replace('09506000011196', '09506000134352');
    expect((await history(moved)).body).toMatchObject({ reason: 'not-issued' });
  });

  test('by the ten characters of a signed stamp, and by its whole address', async () => {
    const lot = lotWith();
    await registerLots([lot]);
    const order = await issueStamps(admin, { lot: lot.code, count: 1, form: 'signed' });
    const [stamp] = printed(order);
    expect(stamp?.code).toHaveLength(10);
    for (const asked of [stamp?.code ?? '', stamp?.url ?? '']) {
      expect((await history(asked)).body).toMatchObject({ range: order.range, index: 0, state: 'active' });
    }
    const forged = (stamp?.url ?? '').replace(
      /\/([0-9A-Z]{103})\//,
      (_, signature: string) => `/${signature.slice(0, -1)}${signature.endsWith('0') ? '1' : '0'}/`,
    );
    expect((await history(forged)).body).toMatchObject({ reason: 'not-issued' });
  });

  test('and one that was not issued, or is no code, is not', async () => {
    const { order } = await orderedStamps(1);
    const beyond = codeOf({ ...order, count: 2 }, 1);
    expect(await history(beyond)).toMatchObject({ status: 404, body: { reason: 'not-issued' } });
    expect(await history('Z'.repeat(20))).toMatchObject({ status: 404, body: { reason: 'not-issued' } });
    for (const nonsense of ['ABC', 'https://example.com/hello', 'không phải mã']) {
      expect(await history(nonsense)).toMatchObject({ status: 400, body: { reason: 'malformed' } });
    }
    // The first ten characters of an unsigned code prove nothing: no stamp carries them alone.
    expect((await history(codeOf(order, 0).slice(0, 10))).body).toMatchObject({ reason: 'not-issued' });
  });

  test('before printing and before activation, as what it is', async () => {
    const lot = lotWith();
    await registerLots([lot]);
    const order = await orderStamps(admin, { product: lot.product, lot: lot.code, count: 1 });
    const state = async () => (await history(codeOf(order, 0))).body.state;
    expect(await state()).toBe('not-printed');
    await stepSheets(admin, order.range, 'print');
    expect(await state()).toBe('not-activated');
    await activateStamps(admin, order.range, lot.code);
    expect(await state()).toBe('active');
  });
});
