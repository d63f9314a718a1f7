import pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { epcisDocument } from '../../src/rules/epcis/document.ts';
import { official, title } from '../../src/rules/epcis/testing/official.ts';
import { databaseNow } from '../support/clock.ts';
import { ask, capture, eventOf, eventsOf, GTIN, newLot, send } from '../support/epcis.ts';
import { testStack } from '../support/stack.ts';

const stack = testStack();
const database = new pg.Pool({ connectionString: stack.databaseUrl, max: 2 });

afterAll(() => database.end());

const stored = async (lot: string) => {
  const rows = await database.query('select 1 from trace_event where lot_code = $1', [lot]);
  return rows.rowCount;
};

describe.skipIf(!official)(title('the official examples'), () => {
  it.each(official?.examples ?? [])(
    '$name imports, and again without doing anything',
    async ({ document }) => {
      const first = await ask('', JSON.stringify(document));
      expect(first).toMatchObject({ status: 201 });
      const again = await ask('', JSON.stringify(document));
      expect(again).toMatchObject({ status: 201, body: { stored: 0 } });
    },
  );
});

describe('a captured document', () => {
  it('becomes the history of the lot it names, in any of its writings', async () => {
    const lot = await newLot();
    const own = eventOf(lot, { 'my:note': 'kept' });
    const document = { ...epcisDocument([own], '2025-03-01T08:00:00Z') } as Record<string, unknown>;
    document['@context'] = [...(document['@context'] as string[]), { my: 'https://example.com/' }];
    expect(await ask('', JSON.stringify(document))).toMatchObject({
      status: 201,
      body: { stored: 1, known: 0, eventIDs: [own.eventID] },
    });
    const [kept] = await eventsOf(`lot=${lot}`);
    expect(kept).toMatchObject({ ...own, '@context': [{ my: 'https://example.com/' }] });
    expect(Math.abs(Date.parse(String(kept?.recordTime)) - databaseNow())).toBeLessThan(60_000);

    const elsewhere = encodeURIComponent(`https://shop.vn/x/01/${GTIN}/22/A/10/${lot}`);
    expect(await eventsOf(`epc=${elsewhere}`)).toHaveLength(1);
    const single = await ask(`/${encodeURIComponent(own.eventID ?? '')}`);
    expect(single).toMatchObject({ status: 200 });
    expect(await ask('/urn%3Ax%3Anone')).toMatchObject({
      status: 404,
      body: { reason: 'unknown-event' },
    });
  });

  it('is taken whole or not at all, and every fault is named', async () => {
    const lot = await newLot();
    const wrong = eventOf(lot, {
      disposition: 'retail_sold',
      quantityList: [{ epcClass: `https://id.gs1.org/01/09506000134353/10/${lot}`, quantity: -1 }],
    });
    const answer = await capture(eventOf(lot), wrong);
    expect(answer).toMatchObject({ status: 422, body: { reason: 'not-valid' } });
    expect(answer.body.problems).toMatchObject([
      {
        event: 2,
        eventID: wrong.eventID,
        field: 'quantityList[0].epcClass',
        rule: 'gtin-check-digit',
      },
      { event: 2, field: 'quantityList[0].quantity', rule: 'negative-quantity' },
      { event: 2, field: 'disposition', rule: 'step-and-disposition' },
    ]);
    expect(await stored(lot)).toBe(0);
  });

  it('is refused in the light of what was captured before', async () => {
    const lot = await newLot();
    const first = eventOf(lot);
    await capture(first);
    expect(await capture(first)).toMatchObject({ status: 201, body: { stored: 0, known: 1 } });
    const other = eventOf(lot, {
      eventID: first.eventID ?? '',
      eventTime: '2025-03-02T08:00:00+07:00',
    });
    expect((await capture(eventOf(lot), other)).body.problems).toMatchObject([
      { event: 2, field: 'eventID', rule: 'duplicate-event-id' },
    ]);
    // The register says that the lot was made on 10 January.
    const early = eventOf(lot, { eventTime: '2025-01-09T08:00:00+07:00' });
    expect((await capture(early)).body.problems).toMatchObject([
      { event: 1, field: 'eventTime', rule: 'shipped-before-commissioned' },
    ]);
    expect(await stored(lot)).toBe(1);
  });

  it('has limits: JSON, 2 MB, 1,000 events', async () => {
    expect(await ask('', '{"type":')).toMatchObject({ status: 400, body: { reason: 'not-json' } });
    const large = JSON.stringify({ filler: 'x'.repeat(2 * 1024 * 1024) });
    expect(await ask('', large)).toMatchObject({ status: 413, body: { reason: 'too-large' } });
    const lot = await newLot();
    const many = Array.from({ length: 1_001 }, () => eventOf(lot));
    expect(await capture(...many)).toMatchObject({
      status: 413,
      body: { reason: 'too-many-events' },
    });
    expect(await capture()).toMatchObject({ status: 422, body: { reason: 'no-events' } });
    expect(await capture(...many.slice(1))).toMatchObject({ status: 201, body: { stored: 1_000 } });
  });

  it('gets the hash identifier where it brings none, so the same event counts once', async () => {
    const lot = await newLot();
    const { eventID: _, ...unnamed } = eventOf(lot);
    expect(await capture(unnamed, { ...unnamed })).toMatchObject({
      status: 201,
      body: {
        stored: 1,
        known: 1,
        eventIDs: [expect.stringMatching(/^ni:\/\/\/sha-256;.*CBV2\.0$/)],
      },
    });
    expect(await capture(unnamed)).toMatchObject({ status: 201, body: { stored: 0, known: 1 } });
  });

  it('captured ten times at once is stored once', async () => {
    const lot = await newLot();
    const event = eventOf(lot);
    const answers = await Promise.all(Array.from({ length: 10 }, () => capture(event)));
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(201));
    const counted = answers.map(({ body }) => body.stored as unknown as number);
    expect(counted.reduce((sum, one) => sum + one, 0)).toBe(1);
    expect(await stored(lot)).toBe(1);
    expect(await capture(event)).toMatchObject({ status: 201, body: { stored: 0 } });
  });

  it('cannot be changed afterwards, by anybody', async () => {
    const lot = await newLot();
    await capture(eventOf(lot));
    for (const change of ["update trace_event set actor = 'me'", 'delete from trace_event']) {
      await expect(database.query(`${change} where lot_code = '${lot}'`)).rejects.toThrow(/only ever added/);
    }
  });

  it('is asked for by time, step and type, page by page', async () => {
    const lot = await newLot();
    const days = ['01', '02', '03'];
    await capture(
      ...days.map((day) => eventOf(lot, { eventTime: `2025-03-${day}T00:00:00Z` })),
      eventOf(lot, {
        eventTime: '2025-03-04T00:00:00Z',
        bizStep: 'receiving',
        disposition: 'in_progress',
      }),
    );
    const found = async (query: string) =>
      (await eventsOf(`lot=${lot}&${query}`)).map(({ eventTime }) => eventTime.slice(8, 10));
    expect(await found('from=2025-03-02T00:00:00Z&to=2025-03-04T00:00:00Z')).toEqual(['02', '03']);
    expect(await found('bizStep=receiving')).toEqual(['04']);
    expect(await found('type=TransactionEvent')).toEqual([]);
    expect(await found('limit=2&offset=1')).toEqual(['02', '03']);
    const counted = await send(`?lot=${lot}&limit=1`);
    expect(counted.headers.get('x-total-count')).toBe('4');
    expect(await ask('?limit=101')).toMatchObject({
      status: 400,
      body: { reason: 'invalid-query' },
    });
  });
});
