import { describe, expect, it } from 'vitest';
import { checkDocument, epcisDocument, epcisQueryDocument } from './document.ts';
import { lotStepOf, provinceOf } from './journey.ts';
import { lifeCycleEvent, type LifeCycleFact } from './life-cycle.ts';
import type { Thing } from './lot-uri.ts';
import { NOW } from './testing/documents.ts';
import { official, title } from './testing/official.ts';

const around = {
  origin: 'https://ocop.example',
  at: '2026-11-20T08:00:00+07:00',
  place: { gln: '9506000134352', province: '22' },
};
const goods = { thing: { lot: 'L-1', gtin: '9506000134352' }, quantity: 600, uom: null };
const raw = { thing: { lot: 'CA-07', gtin: null }, quantity: 1250.5, uom: 'KGM' };
const stamps = { range: 12, first: 0, last: 599 };

/** Every row of the table of steps: what happened, and what the event must say. */
const rows: [LifeCycleFact, type: string, action: string | undefined, step: string, disposition: string][] = [
  [{ ...around, step: 'harvest', goods: raw }, 'ObjectEvent', 'ADD', 'commissioning', 'active'],
  [{ ...around, step: 'collection', goods: raw }, 'ObjectEvent', 'ADD', 'collecting', 'active'],
  [{ ...around, step: 'test', goods, passed: true }, 'ObjectEvent', 'OBSERVE', 'inspecting', 'conformant'],
  [
    { ...around, step: 'test', goods, passed: false },
    'ObjectEvent',
    'OBSERVE',
    'inspecting',
    'non_conformant',
  ],
  [
    { ...around, step: 'processing', inputs: [raw], output: goods },
    'TransformationEvent',
    undefined,
    'commissioning',
    'active',
  ],
  [{ ...around, step: 'stamps-printed', goods, stamps }, 'ObjectEvent', 'ADD', 'encoding', 'encoded'],
  [{ ...around, step: 'activation', goods, stamps }, 'ObjectEvent', 'ADD', 'commissioning', 'active'],
  [
    { ...around, step: 'packing', goods, container: { number: 'K1' } },
    'AggregationEvent',
    'ADD',
    'packing',
    'in_progress',
  ],
  [
    { ...around, step: 'packing', goods, container: { sscc: '106141412345678908' } },
    'AggregationEvent',
    'ADD',
    'packing',
    'in_progress',
  ],
  [
    { ...around, step: 'shipping', goods, to: { gln: null, province: '01' } },
    'ObjectEvent',
    'OBSERVE',
    'shipping',
    'in_transit',
  ],
  [{ ...around, step: 'receiving', goods, from: null }, 'ObjectEvent', 'OBSERVE', 'receiving', 'in_progress'],
  [
    { ...around, step: 'retail-sale', goods: { ...goods, quantity: 1 } },
    'ObjectEvent',
    'OBSERVE',
    'retail_selling',
    'retail_sold',
  ],
  [
    { ...around, step: 'recall', goods: { ...goods, quantity: null } },
    'ObjectEvent',
    'OBSERVE',
    'holding',
    'recalled',
  ],
  [{ ...around, step: 'void', goods, stamps }, 'ObjectEvent', 'DELETE', 'decommissioning', 'inactive'],
];

describe('the event of a step', () => {
  it.each(rows)('%o is told as the CBV has it', (fact, type, action, bizStep, disposition) => {
    const event = lifeCycleEvent(fact);
    expect(event).toMatchObject({ type, bizStep, disposition });
    expect(event.action).toBe(action);
    expect(lotStepOf(event)).toBe(fact.step);
    expect(checkDocument(epcisDocument([event], around.at), NOW)).toMatchObject({ ok: true });
  });

  it.each(rows)(title('%o is valid for the official schema'), (fact) => {
    const event = lifeCycleEvent(fact);
    const documents = [epcisDocument([event], around.at), epcisQueryDocument([event], around.at)];
    if (official) {
      for (const one of documents) expect(official.check(one)).toEqual({ ok: true, why: '' });
    }
  });

  it('has the same identifier each time, and another for another moment', () => {
    const [fact] = rows[6] ?? [];
    if (!fact) throw new Error('no row');
    const later = { ...fact, at: '2026-11-20T08:00:01+07:00' };
    expect(lifeCycleEvent(fact)).toEqual(lifeCycleEvent({ ...fact }));
    expect(lifeCycleEvent(later).eventID).not.toBe(lifeCycleEvent(fact).eventID);
  });

  it('names a lot by its GTIN, or by an address of the site, never by a GTIN made up', () => {
    const classOf = (thing: Thing) =>
      lifeCycleEvent({ ...around, step: 'recall', goods: { ...goods, thing } }).quantityList?.[0]?.epcClass;
    expect(classOf(goods.thing)).toBe('https://ocop.example/01/09506000134352/10/L-1');
    expect(classOf({ lot: 'Lô 1', gtin: '9506000134352' })).toBe('https://ocop.example/lo/L%C3%B4%201');
    expect(classOf(raw.thing)).toBe('https://ocop.example/lo/CA-07');
    expect(classOf({ product: 'mam-nem', gtin: null })).toBe('https://ocop.example/san-pham/mam-nem');
  });

  it('tells where it was, and of a shipment where it goes', () => {
    const event = (step: 'shipping') =>
      lifeCycleEvent({ ...around, step, goods, to: { gln: '9506000134352', province: '79' } });
    expect(event('shipping')).toMatchObject({
      readPoint: { id: 'https://ocop.example/414/9506000134352' },
      bizLocation: { id: 'https://ocop.example/tinh/22' },
    });
    expect(provinceOf(event('shipping'))).toBe('79');
    expect(provinceOf(lifeCycleEvent({ ...around, step: 'recall', goods }))).toBe('22');
  });
});
