import pg from 'pg';
import writeXlsxFile from 'write-excel-file/node';
import { afterAll, describe, expect, it } from 'vitest';
import { connectMedusa } from '../../src/medusa-client/connection.ts';
import { fetchLotJourney } from '../../src/medusa-client/lot-routes.ts';
import type { EpcisEvent } from '../../src/rules/epcis/event.ts';
import { official } from '../../src/rules/epcis/testing/official.ts';
import { ask, capture, eventOf, eventsOf, GTIN, newLot, send, type } from '../support/epcis.ts';
import { testStack } from '../support/stack.ts';
import { stampedLot } from '../support/stamped-lot.ts';

const stack = testStack();
const database = new pg.Pool({ connectionString: stack.databaseUrl, max: 2 });

afterAll(() => database.end());

const stored = async (lot: string) => {
  const rows = await database.query('select 1 from trace_event where lot_code = $1', [lot]);
  return rows.rowCount;
};

const tell = (rows: string[][]) => ask('/table', rows.map((row) => row.join(',')).join('\n'), 'text/csv');

describe('a typed step', () => {
  it('becomes an event, and moves the provinces the lot was shipped to', async () => {
    const lot = await newLot();
    const shipped = {
      lot,
      step: 'xuất hàng',
      at: '2025-03-01 09:30',
      quantity: 12,
      province: 'Quảng Ninh',
    };
    expect(await type({ ...shipped, otherProvince: 'Hà Nội' })).toMatchObject({
      status: 201,
      body: { stored: 1 },
    });
    expect(await type({ ...shipped, otherProvince: 'Hà Nội' })).toMatchObject({
      status: 201,
      body: { stored: 0, known: 1 },
    });
    const second = await type({ ...shipped, at: '2025-03-02', otherProvince: '79' });
    const provinces = async () =>
      (await database.query('select shipped_to from trace_lot where code = $1', [lot])).rows[0].shipped_to;
    expect(await provinces()).toEqual(['01', '79']);

    const [eventID] = second.body.eventIDs as unknown as string[];
    const takeBack = () =>
      ask('/take-back', JSON.stringify({ eventID, reason: 'did_not_occur' }), 'application/json');
    expect(await takeBack()).toMatchObject({ status: 201 });
    expect(await provinces()).toEqual(['01']);
    expect(await takeBack()).toMatchObject({ status: 409, body: { reason: 'already-taken-back' } });
    expect(await stored(lot)).toBe(3);
  });

  it('is refused field by field', async () => {
    const answer = await type({
      lot: 'KHONG-CO',
      step: 'shipping',
      at: '2025-03-01',
      otherProvince: '01',
    });
    expect(answer.body.problems).toMatchObject([{ field: 'lot' }]);
    const lot = await newLot();
    const future = { lot, step: 'test', at: '2099-01-01', result: 'đạt', quantity: '1.250', unit: 'kg' };
    expect((await type(future)).body.problems).toMatchObject([{ field: 'quantity' }]);
    expect((await type({ ...future, quantity: null })).body.problems).toMatchObject([{ field: 'at' }]);
    expect(await type({ lot, stepp: 'test' })).toMatchObject({ status: 400 });
    expect(await stored(lot)).toBe(0);
  });
});

describe('a table of steps', () => {
  it('is the template filled in, as CSV or XLSX', async () => {
    const lot = await newLot();
    const template = await send('/table-template?format=csv');
    const [headings, example] = (await template.text()).replace('\uFEFF', '').split('\r\n');
    expect(example).toMatch(/^VÍ DỤ/);
    const columns = headings?.split(',') ?? [];
    const row = (cells: Record<string, string>) => columns.map((name) => cells[name] ?? '');
    const rows = [
      columns,
      example?.split(',') ?? [],
      row({
        'Mã lô': lot,
        Việc: 'thu hoạch',
        Lúc: '05/01/2025',
        'Lô nguyên liệu': `CA-${lot}`,
        Tỉnh: '22',
      }),
      row({
        'Mã lô': lot,
        Việc: 'chế biến',
        Lúc: '2025-01-10 07:00',
        'Lô nguyên liệu': `CA-${lot}`,
      }),
      row({ 'Mã lô': lot, Việc: 'kiểm nghiệm', Lúc: '12/01/2025 14:00', 'Kết quả': 'đạt' }),
      row({ 'Mã lô': lot, Việc: 'đóng gói', Lúc: '13/01/2025', 'Số kiện': 'K1', 'Số lượng': '24' }),
    ];
    expect(await tell(rows)).toMatchObject({ status: 201, body: { stored: 4 } });

    const sheet = await send('/table-template');
    expect(sheet.headers.get('content-type')).toContain('spreadsheetml');
    const data = rows.map((cells) => cells.map((value) => ({ value })));
    const when = data[5]?.[columns.indexOf('Lúc')] as {
      value: unknown;
      type?: unknown;
      format?: string;
    };
    Object.assign(when, {
      value: new Date('2025-01-14T08:00:00Z'),
      type: Date,
      format: 'dd/mm/yyyy hh:mm',
    });
    const file = await writeXlsxFile(data as never).toBuffer();
    expect(await ask('/table', file, 'application/octet-stream')).toMatchObject({
      status: 201,
      body: { stored: 1, known: 3 },
    });
    const packed = await eventsOf(`lot=${lot}&bizStep=packing`);
    expect(packed.map(({ eventTime }) => eventTime)).toEqual([
      '2025-01-12T17:00:00.000Z',
      '2025-01-14T01:00:00.000Z',
    ]);
  });

  it('names row and column of every fault, and takes nothing then', async () => {
    const lot = await newLot();
    const answer = await tell([
      ['Mã lô', 'Việc', 'Lúc', 'Kết quả'],
      [lot, 'kiểm nghiệm', '12/01/2025', 'đạt'],
      [lot, 'bay', '31/02/2025', ''],
      ['KHONG-CO', 'kiểm nghiệm', '12/01/2025', 'đạt'],
    ]);
    expect(answer).toMatchObject({ status: 422 });
    expect(answer.body.problems).toMatchObject([
      { row: 3, column: 'Việc' },
      { row: 3, column: 'Lúc' },
    ]);
    const unknown = await tell([
      ['Mã lô', 'Việc', 'Lúc', 'Kết quả'],
      [lot, 'kiểm nghiệm', '12/01/2025', 'đạt'],
      ['KHONG-CO', 'kiểm nghiệm', '12/01/2025', 'đạt'],
    ]);
    expect(unknown.body.problems).toMatchObject([{ row: 3, column: 'Mã lô' }]);
    expect(await stored(lot)).toBe(0);
    const zip = new Uint8Array([0x50, 0x4b, 3, 4, 9, 9]);
    expect(await ask('/table', zip, 'application/octet-stream')).toMatchObject({
      status: 400,
      body: { reason: 'not-a-table' },
    });
    expect(await ask('/table', zip, 'application/zip')).toMatchObject({ status: 415 });
    expect(await ask('/table', 'Mã lô,Màu\n', 'text/csv')).toMatchObject({ status: 422 });
  });
});

describe('what goes out', () => {
  it('is valid, and the journey and the public history tell the public part alone', async () => {
    const lot = await newLot();
    await type({ lot, step: 'harvest', at: '2025-01-05', rawLot: `RAW-${lot}`, province: '22' });
    await type({ lot, step: 'test', at: '2025-01-12', result: 'đạt' });
    await capture(
      eventOf(lot, {
        epcList: [`https://id.gs1.org/01/${GTIN}/21/SECRET1`],
        bizTransactionList: [{ type: 'po', bizTransaction: 'https://partner.example/po/1' }],
        destinationList: [{ type: 'owning_party', destination: 'urn:epc:id:pgln:0614141.00777' }],
      }),
      eventOf(lot, { bizStep: 'retail_selling', disposition: 'retail_sold' }),
    );
    const download = await send(`/export?lot=${lot}`);
    expect(download.headers.get('content-disposition')).toContain('.jsonld');
    const whole = (await download.json()) as { epcisBody: { eventList: EpcisEvent[] } };
    expect(whole.epcisBody.eventList).toHaveLength(4);
    if (official) expect(official.check(whole)).toEqual({ ok: true, why: '' });
    // What went out comes in again as the same events.
    expect(await ask('', JSON.stringify(whole))).toMatchObject({
      status: 201,
      body: { stored: 0, known: 4 },
    });

    const open = await fetch(`${stack.siteUrl}/api/epcis/lots/${lot}`);
    expect(open.headers.get('content-type')).toBe('application/ld+json');
    expect(open.headers.get('access-control-allow-origin')).toBe('*');
    const text = await open.text();
    expect(text).not.toMatch(/SECRET1|partner\.example|0614141|retail/);
    expect(JSON.parse(text).epcisBody.eventList).toHaveLength(3);
    if (official) expect(official.check(JSON.parse(text))).toEqual({ ok: true, why: '' });

    const journey = await fetchLotJourney(siteToMedusa(), lot);
    expect(
      journey.ok && journey.data.map(({ step, place, note }) => [step, place?.vi ?? null, note]),
    ).toEqual([
      ['harvest', 'Quảng Ninh', null],
      ['processing', null, null],
      ['test', null, 'passed'],
      ['shipping', null, null],
    ]);
  });

  it('tells what was done to the stamps of a lot, valid like the rest', async () => {
    const { lot } = await stampedLot(10, { gtin: GTIN });
    const told = await eventsOf(`lot=${lot}`);
    expect(told.map(({ bizStep, disposition }) => [bizStep, disposition])).toEqual([
      ['encoding', 'encoded'],
      ['commissioning', 'active'],
    ]);
    const journey = await fetchLotJourney(siteToMedusa(), lot ?? '');
    const steps = journey.ok ? journey.data.map(({ step }) => step) : [];
    expect(steps).toEqual(['processing', 'activation']);
  });

  it('says in words when there is no such lot', async () => {
    const answer = await fetch(`${stack.siteUrl}/api/epcis/lots/KHONG-CO`);
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({
      reason: 'unknown-lot',
      message: { vi: expect.any(String) },
    });
    expect(await fetchLotJourney(siteToMedusa(), 'KHONG-CO')).toMatchObject({
      ok: false,
      error: { type: 'not-found' },
    });
  });

  it('leads from the identifier of a lot without a GTIN to its history', async () => {
    const lot = await newLot({ gtin: null });
    await type({ lot, step: 'packing', at: '2025-02-01', container: 'K-7' });
    const [event] = await eventsOf(`lot=${lot}`);
    const named = new URL(event?.childQuantityList?.[0]?.epcClass ?? '');
    expect(named.pathname).toBe(`/lo/${lot}`);
    const led = await fetch(`${stack.siteUrl}${named.pathname}`);
    expect(led.url).toBe(`${stack.siteUrl}/api/epcis/lots/${lot}`);
    expect(await led.json()).toMatchObject({ type: 'EPCISDocument' });
    const own = { quantityList: [{ epcClass: named.href }] };
    expect(await capture(eventOf(lot, own))).toMatchObject({ status: 201 });
    expect(await stored(lot)).toBe(2);
  });
});

function siteToMedusa() {
  return connectMedusa({
    url: stack.medusaUrl,
    publishableKey: String(stack.env.MEDUSA_PUBLISHABLE_KEY),
    siteKey: String(stack.env.SITE_KEY),
  });
}
