import { randomBytes } from 'node:crypto';
import pg from 'pg';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eraseExpiredReports, REPORT_DAYS } from '../../medusa/src/modules/traceability/reports/expiry.ts';
import { readEnv } from '../../src/config/env.ts';
import { sealer } from '../../src/http/sealed.ts';
import { RETENTION_DAYS } from '../../src/stamps/report/report.ts';
import { stampsOf } from '../support/issued-stamps.ts';
import { ask, stampedLot } from '../support/life-cycle.ts';
import { testStack } from '../support/stack.ts';

const stack = testStack();
const database = new pg.Pool({ connectionString: stack.databaseUrl, max: 2 });
afterAll(() => database.end());

let stamp: { code: string; range: number; lot: string };
let photo: Blob;

beforeAll(async () => {
  const keyring = readEnv(stack.env).STAMP_KEYS ?? { current: '', epochs: {} };
  const range = await stampedLot(3);
  const [first] = stampsOf(range, keyring, 'https://tem.example.vn');
  stamp = { code: first?.code ?? '', range: range.range, lot: range.lot ?? '' };
  const jpeg = await sharp({ create: { width: 2_000, height: 1_000, channels: 3, background: '#964' } })
    .withExif({ IFD0: { Make: 'SecretPhone' } })
    .jpeg()
    .toBuffer();
  photo = new Blob([new Uint8Array(jpeg)], { type: 'image/jpeg' });
});

type Fields = Record<string, string | Blob>;

const freshKey = () => randomBytes(16).toString('base64url');

/** The form as a browser without scripts posts it. */
function post(fields: Fields, path = '/bao-lai'): Promise<Response> {
  const filled: Fields = {
    ma: stamp.code,
    gtin: '',
    reason: 'looks-copied',
    words: '',
    contact: '',
    website: '',
    key: freshKey(),
    ...fields,
  };
  const body = new FormData();
  for (const [name, value] of Object.entries(filled)) body.set(name, value);
  return fetch(stack.siteUrl + path, {
    method: 'POST',
    body,
    redirect: 'manual',
    headers: { origin: stack.siteUrl },
  });
}

/** The page a form that was not taken leads to, as its sender's browser shows it. */
async function shownAgain(answer: Response): Promise<Response> {
  expect(answer.status).toBe(303);
  expect(answer.headers.get('location')).toMatch(/^(\/en)?\/bao-lai#not-sent$/);
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  expect(answer.headers.getSetCookie().join()).toMatch(/report-draft=[^;]+; [^,]*HttpOnly/i);
  return fetch(new URL(answer.headers.get('location') ?? '', stack.siteUrl), { headers: { cookie } });
}

async function numberOf(answer: Promise<Response>): Promise<number> {
  const { status, headers } = await answer;
  expect(status).toBe(303);
  const [, sealed = ''] = /\/bao-lai\/da-nhan\?so=([\w-]+)$/.exec(headers.get('location') ?? '') ?? [];
  return Number(sealer(stack.env.RECEIPT_SECRET ?? '', 'report taken').unseal(sealed));
}

interface StoredReport {
  id: string;
  number: number;
}

async function stored(number: number): Promise<StoredReport> {
  const { body } = await ask('/reports?limit=100');
  const found = (body.reports as StoredReport[]).find((report) => report.number === number);
  if (!found) throw new Error(`Report ${number} is not in the list.`);
  return found;
}

function photoOf(id: string): Promise<Response> {
  const key = Buffer.from(`${stack.env.MEDUSA_ADMIN_KEY ?? ''}:`).toString('base64');
  return fetch(`${stack.medusaUrl}/admin/traceability/reports/${id}/photo`, {
    headers: { authorization: `Basic ${key}` },
  });
}

describe('a buyer reports', () => {
  test('a stamp of ours: staff read what was told, about which goods, with the photo made anew', async () => {
    const told = { words: 'Mua ở chợ Bưởi,\r\ntem mờ.', contact: '0912 345 678', photo };
    const number = await numberOf(post({ ...told, ma: stamp.code.toLowerCase() }));
    const { id } = await stored(number);
    const { body } = await ask(`/reports/${id}`);
    expect(body.report).toMatchObject({
      number,
      state: 'new',
      reason: 'looks-copied',
      code: stamp.code,
      stamp: { range: stamp.range, index: 0 },
      lot: stamp.lot,
      product: 'san-pham-thu',
      words: 'Mua ở chợ Bưởi,\ntem mờ.',
      contact: '0912345678',
      hasPhoto: true,
      answer: null,
    });

    const seen = await photoOf(id);
    expect(seen.headers.get('cache-control')).toBe('private, no-store');
    const { format, width, exif } = await sharp(Buffer.from(await seen.arrayBuffer())).metadata();
    expect({ format, width, exif }).toEqual({ format: 'jpeg', width: 1_600, exif: undefined });
  });

  test('a code that is none of ours: it is kept as it was typed', async () => {
    const number = await numberOf(post({ ma: ' tem   giả 123 ', reason: 'other' }, '/en/bao-lai'));
    expect(await stored(number)).toMatchObject({
      typed: 'tem giả 123',
      stamp: null,
      code: null,
      lot: null,
      product: null,
      hasPhoto: false,
    });
  });

  test('twice with one form, at once and later: one report; something else is another', async () => {
    const same = { key: freshKey(), words: 'hai lần', photo };
    const numbers = await Promise.all([1, 2, 3].map(() => numberOf(post(same))));
    expect(new Set([...numbers, await numberOf(post(same))]).size).toBe(1);
    expect(await numberOf(post({ ...same, words: 'khác' }))).not.toBe(numbers[0]);
    const lines = await database.query(
      `select 1 from trace_audit_log where action = 'report-received' and actor = 'consumer'
       and (detail->>'report')::int = $1`,
      [numbers[0]],
    );
    expect(lines.rowCount).toBe(1);
  });

  test('what cannot be taken is shown again with all that was written, and nothing is kept', async () => {
    const before = (await ask('/reports')).body.count;
    const heic = new Blob(['\0\0\0\x18ftypheic\0\0\0\0mif1heic'], { type: 'image/heic' });
    const told = { reason: '', words: 'giữ lại <b>', contact: 'zalo', photo: heic };
    const answer = await shownAgain(await post(told));
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    const page = await answer.text();
    const shown = [
      'giữ lại &lt;b&gt;',
      'HEIC',
      'id="reason-error"',
      'id="contact-error"',
      'id="photo-error"',
    ];
    for (const part of shown) expect(page).toContain(part);
    const spam = await (await shownAgain(await post({ website: 'http://spam.example' }))).text();
    expect(spam).toContain('Ô cuối cùng phải để trống');
    expect(spam).not.toContain('spam.example');
    expect((await ask('/reports')).body.count).toBe(before);
  });

  test('with a file far too large: told so, by the page or at the door', async () => {
    for (const megabytes of [7, 20]) {
      const words = `giữ lại ${megabytes}`;
      const photo = new Blob([new Uint8Array(megabytes * 1024 * 1024)]);
      const page = await (await shownAgain(await post({ words, contact: '0912345678', photo }))).text();
      expect(page).toContain('lớn quá 6 MB');
      expect(page).toContain(`${words}</textarea>`);
      expect(page).toContain('value="0912345678"');
      expect(page).toMatch(/value="looks-copied"[^>]* checked/);
    }
    const elsewhere = await post({ photo: new Blob([new Uint8Array(300 * 1024)]) }, '/gio-hang');
    expect(elsewhere.status).toBe(413);
  });

  test('only from our own pages', async () => {
    const answer = await fetch(`${stack.siteUrl}/bao-lai`, {
      method: 'POST',
      body: new FormData(),
      headers: { origin: 'https://elsewhere.example' },
    });
    expect(answer.status).toBe(403);
  });
});

describe('staff', () => {
  test('take a report up and close it, each step in the audit log, and never back', async () => {
    const number = await numberOf(post({ words: 'xử lý' }));
    const { id } = await stored(number);
    expect(await ask(`/reports/${id}`, { state: 'looking' })).toMatchObject({ status: 200 });
    const closed = await ask(`/reports/${id}`, { state: 'closed', answer: 'Tem thật, nhãn in mờ.' });
    expect(closed.body.report).toMatchObject({ state: 'closed', answer: 'Tem thật, nhãn in mờ.' });
    const refused = await ask(`/reports/${id}`, { state: 'new' });
    expect(refused).toMatchObject({ status: 409, body: { reason: 'no-such-step' } });
    expect((await ask('/reports?state=closed')).body.reports).toContainEqual(
      expect.objectContaining({ id, state: 'closed' }),
    );
    const { rows } = await database.query<{ action: string }>(
      `select action from trace_audit_log where range = $1 and (detail->>'report')::int = $2
       order by at`,
      [stamp.range, number],
    );
    expect(rows.map(({ action }) => action)).toEqual(['report-received', 'report-taken-up', 'report-closed']);
  });

  test('are told when there is no such report or photo, and nobody else sees either', async () => {
    const none = await ask('/reports/report_none');
    expect(none).toMatchObject({ status: 404, body: { reason: 'unknown-report' } });
    expect((await photoOf('report_none')).status).toBe(404);
    for (const path of ['/admin/traceability/reports', '/site/stamp-reports']) {
      expect((await fetch(stack.medusaUrl + path)).status, path).toBe(401);
    }
  });
});

test('after its time a report loses contact and photo, and nothing else', async () => {
  expect(RETENTION_DAYS).toBe(REPORT_DAYS);
  const number = await numberOf(post({ words: 'cũ', contact: 'lan@vidu.vn', photo }));
  const { id } = await stored(number);
  /** The one call of Medusa's manager that the rule makes, on a plain connection. */
  const manager = {
    async execute(sql: string, values: unknown[]) {
      let position = 0;
      const { rows } = await database.query(
        sql.replace(/\?/g, () => `$${(position += 1)}`),
        values,
      );
      return rows;
    },
  } as unknown as Parameters<typeof eraseExpiredReports>[0];
  // A year nothing else was reported in.
  await database.query(`update trace_report set at = '2001-01-01T00:00:00Z' where id = $1`, [id]);
  const after = (days: number) => new Date(Date.UTC(2001, 0, 1 + days, 0, 0, 1));

  expect(await eraseExpiredReports(manager, after(REPORT_DAYS - 1))).toBe(0);
  expect(await eraseExpiredReports(manager, after(REPORT_DAYS))).toBe(1);
  expect(await eraseExpiredReports(manager, after(REPORT_DAYS))).toBe(0);
  const { body } = await ask(`/reports/${id}`);
  expect(body.report).toMatchObject({ number, words: 'cũ', contact: null, hasPhoto: false });
  expect((await photoOf(id)).status).toBe(404);
});
