import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDocument } from './document.ts';
import type { EpcisEvent } from './event.ts';
import type { Rule } from './problem.ts';
import { documentOf, NOW, plainEvent } from './testing/documents.ts';
import { official, title } from './testing/official.ts';

const problemsOf = (document: unknown, now = NOW) => {
  const answer = checkDocument(document, now);
  return answer.ok ? [] : answer.problems;
};

describe('a valid document', () => {
  it('passes, here and in the official schema', () => {
    expect(problemsOf(documentOf(plainEvent()))).toEqual([]);
    if (official) expect(official.check(documentOf(plainEvent()))).toEqual({ ok: true, why: '' });
  });

  it('may be a single event with its context', () => {
    const event = { '@context': 'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld' };
    const answer = checkDocument({ ...event, ...plainEvent() }, NOW);
    expect(answer).toEqual({ ok: true, document: { type: 'ObjectEvent', events: [plainEvent()] } });
    expect(problemsOf(plainEvent())).toMatchObject([{ field: '@context', rule: 'shape' }]);
  });

  it('hands the explanation of names of its own to each event', () => {
    const context = [...documentOf()['@context'], { my: 'https://example.com/' }];
    const answer = checkDocument({ ...documentOf(plainEvent()), '@context': context }, NOW);
    expect(answer.ok && answer.document.events[0]?.['@context']).toEqual([{ my: 'https://example.com/' }]);
  });
});

describe.skipIf(!official)(title('the official examples'), () => {
  it.each(official?.examples ?? [])('$name passes', ({ document }) => {
    expect(problemsOf(document)).toEqual([]);
  });
});

const later = new Date(NOW + 24 * 60 * 60_000).toISOString();
const sscc = (digits: string) => plainEvent({ epcList: [`https://id.gs1.org/00/${digits}`] });
const commissioned = (changes: Partial<EpcisEvent>) =>
  plainEvent({
    eventID: 'urn:uuid:0c9e8b0e-6a57-4a09-9c28-3b6a4d1f0a02',
    action: 'ADD',
    bizStep: 'commissioning',
    disposition: 'active',
    ...changes,
  });

/** One seeded fault per rule on the valid document, and what the refusal must name. */
const seeded: [rule: Rule, document: object, event: number | null, field: string][] = [
  ['schema-version', { ...documentOf(plainEvent()), schemaVersion: '1.2' }, null, 'schemaVersion'],
  [
    'gtin-check-digit',
    documentOf(plainEvent({ epcList: ['https://id.gs1.org/01/09506000134353/21/A1'] })),
    1,
    'epcList[0]',
  ],
  ['sscc-check-digit', documentOf(sscc('106141412345678909')), 1, 'epcList[0]'],
  [
    'gln-check-digit',
    documentOf(
      plainEvent(),
      plainEvent({ eventID: 'urn:x:2', readPoint: { id: 'https://id.gs1.org/414/4012345000055' } }),
    ),
    2,
    'readPoint.id',
  ],
  [
    'class-as-instance',
    documentOf(plainEvent({ epcList: ['urn:epc:class:lgtin:4012345.012345.998877'] })),
    1,
    'epcList[0]',
  ],
  [
    'serial-too-long',
    documentOf(plainEvent({ epcList: [`urn:epc:id:sgtin:4012345.011111.${'9'.repeat(21)}`] })),
    1,
    'epcList[0]',
  ],
  [
    'ai-order',
    documentOf(plainEvent({ epcList: ['https://id.gs1.org/01/09506000134352/21/A1/10/L1'] })),
    1,
    'epcList[0]',
  ],
  ['time-in-the-future', documentOf(plainEvent({ eventTime: later })), 1, 'eventTime'],
  [
    'duplicate-event-id',
    documentOf(plainEvent(), plainEvent({ bizStep: 'receiving', disposition: 'in_progress' })),
    2,
    'eventID',
  ],
  [
    'shipped-before-commissioned',
    documentOf(plainEvent(), commissioned({ eventTime: '2026-11-21T08:00:00+07:00' })),
    1,
    'eventTime',
  ],
  ['nothing-named', documentOf(plainEvent({ epcList: [], quantityList: undefined })), 1, 'epcList'],
  ['step-and-disposition', documentOf(plainEvent({ disposition: 'retail_sold' })), 1, 'disposition'],
  [
    'negative-quantity',
    documentOf(
      plainEvent({
        quantityList: [{ epcClass: 'urn:epc:class:lgtin:4012345.012345.9', quantity: -1 }],
      }),
    ),
    1,
    'quantityList[0].quantity',
  ],
].map((row) => [row[0], JSON.parse(JSON.stringify(row[1])), row[2], row[3]] as never);

describe('the 13 rules that the official schema does not know', () => {
  it('are 13', () => {
    expect(new Set(seeded.map(([rule]) => rule)).size).toBe(13);
  });

  it.each(seeded)('%s is refused with event and field', (rule, document, event, field) => {
    const problems = problemsOf(document);
    expect(problems[0]).toMatchObject({ rule, event, field });
    expect(problems[0]?.message).not.toBe('');
    expect(new Set(problems.map((problem) => problem.rule))).toEqual(new Set([rule]));
  });

  it.each(seeded)(title('%s passes the official schema'), (_rule, document) => {
    if (official) expect(official.check(document)).toEqual({ ok: true, why: '' });
  });

  it('know the same faults in EPC URNs and in Digital Links', () => {
    const rules = (uri: string) =>
      problemsOf(documentOf(plainEvent({ epcList: [uri] }))).map(({ rule }) => rule);
    expect(rules(`https://id.gs1.org/01/09506000134352/21/${'9'.repeat(21)}`)).toEqual(['serial-too-long']);
    expect(rules('https://id.gs1.org/01/09506000134352/10/L1')).toEqual(['class-as-instance']);
    expect(rules('urn:epc:idpat:sgtin:4012345.098765.*')).toEqual(['class-as-instance']);
    expect(rules('urn:epc:id:sgtin:4012345.01111.1')).toEqual(['identifier']);
  });

  it('allow a clock five minutes ahead', () => {
    const soon = new Date(NOW + 4 * 60_000).toISOString();
    expect(problemsOf(documentOf(plainEvent({ eventTime: soon })))).toEqual([]);
  });

  it('let an empty list pass beside sensor data and for the end of a transaction', () => {
    const sensed = plainEvent({
      epcList: [],
      sensorElementList: [{ sensorReport: [{ type: 'Temperature', value: 4, uom: 'CEL' }] }],
    });
    delete sensed.quantityList;
    expect(problemsOf(documentOf(sensed))).toEqual([]);
  });
});

/** Small damages done to a document anywhere in it. */
const damages: readonly ((value: unknown) => unknown)[] = [
  () => undefined,
  () => 'no URI',
  () => 'urn:x:1',
  () => 7,
  () => [],
  () => ({}),
  () => ({ id: 'urn:x:1' }),
  () => 'shipping',
  () => 'urn:epcglobal:cbv:disp:active',
  (value) => [value, value],
];

function damaged(document: unknown, place: number, damage: (value: unknown) => unknown): unknown {
  const copy = structuredClone(document) as object;
  const spots: [Record<string, unknown>, string][] = [];
  const walk = (at: object) => {
    for (const [name, inner] of Object.entries(at)) {
      spots.push([at as Record<string, unknown>, name]);
      if (typeof inner === 'object' && inner !== null && name !== '@context') walk(inner);
    }
  };
  walk(copy);
  const [at, name] = spots[place % spots.length] ?? [{}, ''];
  const value = damage(at[name]);
  if (value === undefined && !Array.isArray(at)) delete at[name];
  else at[name] = value;
  return copy;
}

describe.skipIf(!official)(title('compared with the official schema on damaged examples'), () => {
  const examples = official?.examples ?? [];

  it('never lets pass what the schema refuses', () => {
    let refused = 0;
    fc.assert(
      fc.property(fc.nat(examples.length - 1), fc.nat(2_000), fc.nat(damages.length - 1), (e, p, d) => {
        const document = damaged(examples[e]?.document, p, damages[d] ?? String);
        if (official?.check(document).ok !== false) return;
        refused += 1;
        expect(problemsOf(document)).not.toEqual([]);
      }),
      { numRuns: 600 },
    );
    expect(refused).toBeGreaterThan(100);
  });

  it('refuses more only by the rules the schema does not know', () => {
    fc.assert(
      fc.property(fc.nat(examples.length - 1), fc.nat(2_000), fc.nat(damages.length - 1), (e, p, d) => {
        const document = damaged(examples[e]?.document, p, damages[d] ?? String);
        if (official?.check(document).ok !== true) return;
        const shape = problemsOf(document).filter(({ rule }) => rule === 'shape');
        expect({ shape, document: shape.length === 0 || document }).toEqual({
          shape: [],
          document: true,
        });
      }),
      { numRuns: 600 },
    );
  });
});

describe('nonsense', () => {
  it('is refused as a value, whatever it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(checkDocument(value, NOW).ok).toBe(false);
        expect(checkDocument(documentOf(value as object), NOW).ok).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('cannot exhaust the stack', () => {
    let deep: unknown = 1;
    for (let i = 0; i < 50_000; i += 1) deep = [deep];
    expect(problemsOf({ ...documentOf(plainEvent()), 'my:deep': deep })).toMatchObject([{ rule: 'shape' }]);
  });
});
