import { randomUUID } from 'node:crypto';
import jwt from 'jsonwebtoken';
import pg from 'pg';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stampedLot } from '../support/life-cycle.ts';
import { testStack } from '../support/stack.ts';
import { jwtSecret, keyHeader, staffCookie } from '../support/staff-session.ts';

const stack = testStack();
const { medusaUrl } = stack;
const FOREIGN = 'http://127.0.0.1:1';
const database = new pg.Pool({ connectionString: stack.databaseUrl });
afterAll(() => database.end());

type Headers = Record<string, string>;
const identities: Record<'anonymous' | 'customer' | 'own page' | 'foreign page' | 'key', Headers> = {
  anonymous: {},
  customer: {},
  'own page': {},
  'foreign page': {},
  key: {},
};

beforeAll(async () => {
  const cookie = await staffCookie(stack);
  const customer = { actor_id: 'cus_1', actor_type: 'customer', auth_identity_id: 'authid_1' };
  const token = jwt.sign(customer, await jwtSecret(stack), { expiresIn: '1h' });
  Object.assign(identities, {
    customer: { authorization: `Bearer ${token}` },
    'own page': { cookie, origin: medusaUrl },
    'foreign page': { cookie, origin: FOREIGN, 'sec-fetch-site': 'same-site' },
    key: { authorization: keyHeader(stack.env.MEDUSA_ADMIN_KEY ?? '') },
  });
});

const statusOf = async (method: string, path: string, headers: Headers, body?: string) => {
  const type: Headers = body === undefined ? {} : { 'content-type': 'application/json' };
  const sent: RequestInit = { method, headers: { ...type, ...headers }, redirect: 'manual' };
  return (await fetch(`${medusaUrl}${path}`, body === undefined ? sent : { ...sent, body })).status;
};

/** What each route answers to each identity; a body that means nothing is 400 to whoever may send one. */
const table: [string, string, Record<keyof typeof identities, number>][] = [
  ['GET', '/app', all(200)],
  ['GET', '/app/orders', all(200)],
  ['GET', '/static/private-1-order-exports.csv', all(404)],
  ['GET', '/store/orders', all(400)],
  ['GET', '/site/availability', all(401)],
  ['GET', '/admin/orders', staffReads(200)],
  ['GET', '/admin/traceability/lots', staffReads(200)],
  ['GET', '/admin/private-files/private-1.csv', staffReads(404)],
  ['POST', '/admin/traceability/recalls', staffWrites(400)],
  ['POST', '/admin/traceability/lots', staffWrites(400)],
  ['POST', '/admin/products', staffWrites(400)],
  ['POST', '/admin/orders/export', staffWrites(202)],
  ['POST', '/admin/invites', staffWrites(400)],
  ['DELETE', '/admin/products/prod_none', staffWrites(200)],
  ['POST', '/ADMIN/traceability//recalls/', staffWrites(404)],
];

function all(status: number) {
  return { anonymous: status, customer: status, 'own page': status, 'foreign page': status, key: status };
}
function staffReads(status: number) {
  return { ...all(status), anonymous: 401, customer: 401 };
}
function staffWrites(status: number) {
  return { ...staffReads(status), 'foreign page': 403 };
}

describe('who is answered what', () => {
  test.each(table)('%s %s', async (method, path, expected) => {
    const answers: Record<string, number> = {};
    for (const [name, headers] of Object.entries(identities)) {
      answers[name] = await statusOf(method, path, headers, method === 'POST' ? '{}' : undefined);
    }
    expect(answers).toEqual(expected);
  });
});

describe('a page of another port', () => {
  // Each would be a recall, from the right page and in JSON.
  const words = { vi: 'Giả', en: 'Forged' };
  const recall = (lot: string) => ({ scope: 'lot', lot, reason: words, advice: words });

  test.each([
    [
      'a form',
      'application/x-www-form-urlencoded',
      (lot: string) => `scope=lot&lot=${lot}&reason[vi]=G&advice[vi]=F`,
    ],
    ['a form of plain text', 'text/plain', (lot: string) => JSON.stringify(recall(lot))],
    ['JSON', 'application/json', (lot: string) => JSON.stringify(recall(lot))],
  ])('announces no recall by %s', async (_how, type, body) => {
    const { lot } = await stampedLot(1);
    const sent = body(lot ?? '');
    const answer = await fetch(`${medusaUrl}/admin/traceability/recalls`, {
      method: 'POST',
      headers: { ...identities['foreign page'], 'content-type': type },
      body: sent,
    });
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({
      reason: 'foreign-origin',
      message: expect.stringContaining(new URL(stack.env.MEDUSA_URL ?? medusaUrl).port),
    });
    const { rowCount } = await database.query('select from trace_recall where lot_code = $1', [lot]);
    expect(rowCount).toBe(0);
  });

  test('neither does a form on a page of this server: its type is not read', async () => {
    const answer = await fetch(`${medusaUrl}/admin/traceability/recalls`, {
      method: 'POST',
      headers: { ...identities['own page'], 'content-type': 'application/x-www-form-urlencoded' },
      body: 'lot=x',
    });
    expect([answer.status, await answer.json()]).toMatchObject([415, { reason: 'body-type' }]);
  });

  test('is told nothing by CORS, and frames nothing', async () => {
    const answer = await fetch(`${medusaUrl}/app`, { headers: { origin: FOREIGN } });
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(answer.headers.get('x-frame-options')).toBe('DENY');
  });
});

describe('an upload', () => {
  async function upload(name: string, type: string, content: BlobPart) {
    const form = new FormData();
    form.append('files', new Blob([content], { type }), name);
    const headers = identities['own page'];
    const answer = await fetch(`${medusaUrl}/admin/uploads`, { method: 'POST', headers, body: form });
    const body = (await answer.json()) as { message?: string; files?: { id: string; url: string }[] };
    return { status: answer.status, message: body.message ?? '', file: body.files?.[0] };
  }
  const pixel = (format: 'png' | 'jpeg' | 'webp' | 'avif') =>
    sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
      .toFormat(format)
      .toBuffer();
  const script = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';

  test.each([
    ['a drawing', 'a.svg', 'image/svg+xml', script],
    ['a drawing called a picture', 'a.png', 'image/png', script],
    ['a page', 'a.html', 'text/html', '<!doctype html><script>alert(1)</script>'],
    ['a page called a table', 'a.csv', 'text/csv', '\n <html><script>alert(1)</script>'],
    ['a program', 'a.js', 'text/javascript', 'alert(1)'],
    ['nothing', 'a.png', 'image/png', ''],
    ['the first bytes of a picture', 'a.png', 'image/png', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')],
  ])('of %s is refused', async (_what, name, type, content) => {
    const { status, message } = await upload(name, type, content);
    expect(status).toBe(400);
    expect(message).toMatch(/was not saved: it is no PNG, JPEG, WebP or AVIF/);
  });

  test.each(['png', 'jpeg', 'webp', 'avif'] as const)('of %s is shown, by its content', async (format) => {
    const { status, file } = await upload('lừa.html', 'text/html', await pixel(format));
    expect(status).toBe(200);
    const shown = await fetch(file?.url ?? '');
    expect([shown.status, shown.headers.get('content-type')]).toEqual([200, `image/${format}`]);
    expect(shown.headers.get('x-content-type-options')).toBe('nosniff');
    expect(shown.headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/);
    expect(shown.headers.get('content-disposition')).toBeNull();
  });

  test('of a table to import stays private, and is read by the import', async () => {
    const title = `Nhập ${randomUUID()}`;
    const csv = `Product Handle,Product Title,Product Status,Variant Title,Variant Option 1 Name,Variant Option 1 Value\r\n${randomUUID()},${title},draft,một,Gói,một\r\n`;
    const { status, file } = await upload('hàng.csv', 'text/csv', csv);
    expect([status, file?.id]).toEqual([200, expect.stringMatching(/^private-/)]);
    expect((await fetch(`${medusaUrl}/static/${file?.id}`)).status).toBe(404);
    const body = JSON.stringify({
      file_key: file?.id,
      originalname: 'hàng.csv',
      extension: 'csv',
      size: 9,
      mime_type: 'text/csv',
    });
    const imported = await fetch(`${medusaUrl}/admin/products/imports`, {
      method: 'POST',
      headers: { ...identities['own page'], 'content-type': 'application/json' },
      body,
    });
    const answer = (await imported.json()) as { summary?: unknown; message?: string };
    expect([imported.status, answer.message]).toEqual([202, undefined]);
    expect(answer.summary).toEqual({ toCreate: 1, toUpdate: 0 });
  });

  test('that is too large is refused before it is read', async () => {
    const { status, message } = await upload('a.png', 'image/png', Buffer.alloc(17 * 1024 * 1024));
    expect([status, message]).toEqual([413, expect.stringMatching(/16 MB at most/)]);
  });
});
