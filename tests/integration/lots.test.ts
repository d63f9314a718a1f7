/** Lots: one code is one lot, a change has a reason, the product is one of the record, and no more is told than there is. */
import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { listedProducts } from '@ocop/contract/traced-products';
import { knownProduct } from '../support/known-product.ts';
import { ask, registerLots } from '../support/life-cycle.ts';
import { lotWith } from '../support/stamped-lot.ts';

const lotOf = async (code: string) =>
  (await ask(`/lots/${encodeURIComponent(code)}`)).body as unknown as {
    lot: { code: string; quantity: number; product: string };
    auditLog: { action: string; detail: Record<string, unknown> }[];
  };
const words = { reason: { vi: 'Thử', en: '' }, advice: { vi: 'Thử', en: '' } };

describe('a code that is registered already', () => {
  test('is refused with what differs; with a reason the lot is corrected, and both figures are kept', async () => {
    const lot = lotWith({ quantity: 99 });
    await registerLots([lot]);
    const changed = { ...lot, quantity: 5_000, madeOn: '2025-01-05' };

    const refused = await ask('/lots', { lots: [changed] });
    expect(refused).toMatchObject({
      status: 409,
      body: {
        reason: 'lot-differs',
        lots: [lot.code],
        changes: [
          { lot: lot.code, fact: 'madeOn', from: '2025-01-10', to: '2025-01-05' },
          { lot: lot.code, fact: 'quantity', from: 99, to: 5_000 },
        ],
      },
    });
    expect(refused.body.message).toMatch(/quantity 99 → 5000.*reason.*Nothing was saved/);
    expect((await lotOf(lot.code)).lot.quantity).toBe(99);

    expect(await ask('/lots', { lots: [changed], reason: 'Gõ nhầm số gói' })).toMatchObject({
      status: 200,
      body: { created: 0, corrected: 1 },
    });
    const { lot: stored, auditLog } = await lotOf(lot.code);
    expect(stored.quantity).toBe(5_000);
    expect(auditLog[0]).toMatchObject({
      action: 'lot-corrected',
      detail: {
        reason: 'Gõ nhầm số gói',
        changes: [
          { fact: 'madeOn', from: '2025-01-10', to: '2025-01-05' },
          { fact: 'quantity', from: 99, to: 5_000 },
        ],
      },
    });
  });

  test('told again as it is changes nothing', async () => {
    const lot = lotWith();
    await registerLots([lot]);
    expect(await ask('/lots', { lots: [lot] })).toMatchObject({ body: { unchanged: 1, corrected: 0 } });
  });
});

describe('small letters and capitals', () => {
  test('are one code, wherever it is typed', async () => {
    const lot = lotWith({ code: `LN-${randomUUID().slice(0, 8)}`.toUpperCase() });
    const small = lot.code.toLowerCase();
    await registerLots([lot]);
    expect(await ask('/lots', { lots: [{ ...lot, code: small }] })).toMatchObject({
      body: { created: 0, unchanged: 1 },
    });
    expect((await lotOf(small)).lot.code).toBe(lot.code);
    const ordered = await ask('/stamp-orders', { product: lot.product, lot: small, count: 2 });
    expect(ordered).toMatchObject({ status: 201, body: { lot: lot.code } });
    const { range } = ordered.body;
    await ask(`/stamp-orders/${String(range)}/print`, {});
    expect(await ask(`/stamp-orders/${String(range)}/activate`, { lot: small })).toMatchObject({
      status: 200,
      body: { activated: 2 },
    });
    const step = { lot: small, step: 'nhận hàng', at: '2025-02-01 08:00' };
    expect(await ask('/events/form', step)).toMatchObject({ status: 201, body: { stored: 1 } });
    expect(await ask('/recalls', { scope: 'lot', lot: small, ...words })).toMatchObject({
      status: 201,
      body: { lot: lot.code },
    });
  });

  test('cannot stand in one request as two lots, nor be created as two at once', async () => {
    const lot = lotWith({ code: `LN-${randomUUID().slice(0, 8)}`.toUpperCase() });
    const small = { ...lot, code: lot.code.toLowerCase() };
    expect(await ask('/lots', { lots: [lot, small] })).toMatchObject({ status: 400 });
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, at) => ask('/lots', { lots: [at % 2 === 0 ? lot : small] })),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200));
    expect(answers.reduce((sum, { body }) => sum + Number(body.created), 0)).toBe(1);
  });

  test.each(['LÔ-1', 'LN 1', 'Ⅻ'])('%s is no code', async (code) => {
    expect(await ask('/lots', { lots: [lotWith({ code })] })).toMatchObject({
      status: 409,
      body: { reason: 'code-characters' },
    });
  });
});

describe('the product of a lot', () => {
  test('is one of the record', async () => {
    const lot = lotWith({ product: 'Mắm tôm của bà Sáu' });
    expect(await ask('/lots', { lots: [lot] })).toMatchObject({
      status: 409,
      body: { reason: 'unlisted-product', product: 'Mắm tôm của bà Sáu' },
    });
    expect((await ask(`/lots/${lot.code}`)).status).toBe(404);
  });

  test('is found by words of its name, with marks or without, on sale or not', async () => {
    const slug = `mam-ruoc-${randomUUID().slice(0, 8)}`;
    await knownProduct(slug);
    const found = async (q: string) =>
      listedProducts.parse((await ask(`/products/search?q=${encodeURIComponent(q)}`)).body);
    expect((await found(slug)).products).toEqual([{ slug, name: slug }]);
    // The record of the tests: on sale, and not.
    expect((await found('nước mắm')).products.map((one) => one.slug)).toContain('nuoc-mam-thu');
    expect((await found('cha muc')).products.map((one) => one.slug)).toContain('cha-muc-thu');
    expect(await found('không có gì như vậy')).toEqual({ products: [], count: 0 });
  });
});

describe('more than a lot has', () => {
  test('of stamps is ordered with a reason alone', async () => {
    const lot = lotWith({ quantity: 99 });
    await registerLots([lot]);
    const order = { product: lot.product, lot: lot.code, count: 500 };
    expect(await ask('/stamp-orders', order)).toMatchObject({
      status: 409,
      body: { reason: 'more-ordered-than-lot' },
    });
    expect(await ask('/stamp-orders', { ...order, count: 104 })).toMatchObject({ status: 201 });
    const one = await ask('/stamp-orders', { ...order, count: 1 });
    expect(one.body.message).toMatch(/99 packs, and 104 stamps .* ordered; 1 more/);
    expect(await ask('/stamp-orders', { ...order, count: 1, overReason: 'Tem hỏng' })).toMatchObject({
      status: 201,
    });
    expect((await lotOf(lot.code)).auditLog[0]).toMatchObject({
      action: 'stamps-ordered',
      detail: { overReason: 'Tem hỏng', packs: 99 },
    });
  });

  test('of packs is shipped with a reason alone, those shipped before counted in', async () => {
    const lot = lotWith({ quantity: 99 });
    await registerLots([lot]);
    const ship = (quantity: number | string, more: object = {}) =>
      ask('/events/form', {
        ...{ lot: lot.code, step: 'xuất hàng', at: '2025-02-01 08:00', otherProvince: 'Hà Nội' },
        ...{ quantity, ...more },
      });
    expect(await ship('5.000')).toMatchObject({
      status: 422,
      body: {
        problems: [{ field: 'quantity', rule: 'more-than-lot', packs: { quantity: 99, shipped: 5_000 } }],
      },
    });
    expect(await ship(60)).toMatchObject({ status: 201 });
    expect(await ship(40, { at: '2025-02-02 08:00' })).toMatchObject({
      status: 422,
      body: { problems: [{ packs: { quantity: 99, shipped: 100 } }] },
    });
    expect(await ship(500, { unit: 'kg', at: '2025-02-03 08:00' })).toMatchObject({ status: 201 });
    expect(await ship(40, { at: '2025-02-02 08:00', overReason: 'Một thùng bị trả về' })).toMatchObject({
      status: 201,
    });
    expect((await lotOf(lot.code)).auditLog[0]).toMatchObject({
      action: 'shipped-beyond',
      detail: { overReason: 'Một thùng bị trả về', quantity: 99, shipped: 100 },
    });
  });
});

test('goods shipped before they were made are refused with both times', async () => {
  const lot = lotWith();
  await registerLots([lot]);
  const early = { lot: lot.code, step: 'xuất hàng', at: '2025-01-01 08:00', otherProvince: 'Hà Nội' };
  expect(await ask('/events/form', early)).toMatchObject({
    status: 422,
    body: {
      problems: [
        {
          rule: 'shipped-before-commissioned',
          times: { shipped: '2025-01-01T01:00:00.000Z', made: '2025-01-09T17:00:00.000Z' },
        },
      ],
    },
  });
});
