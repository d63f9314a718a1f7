/**
 * The events of a lot's life, each with the business step and disposition the CBV gives it. Without
 * an eventID a fact always becomes the same event with the same hash identifier, so recording it
 * twice is harmless.
 */
import { eventHashId } from './event-hash.ts';
import type { EpcisEvent, QuantityElement } from './event.ts';
import { placeUris, stampRunUri, thingUri, type Place, type StampRun, type Thing } from './lot-uri.ts';

/** Things with how many or how much of them; without `uom` (UN/ECE Rec. 20) pieces. */
export interface Goods {
  thing: Thing;
  quantity: number | null;
  uom: string | null;
}

/** What every step tells: `origin` of the site, when (ISO, with its offset or Z) and where. */
interface Circumstances {
  origin: string;
  at: string;
  place: Place | null;
}

/** One step in the life of a lot. `container` is an SSCC, or a number of the packer's own. */
export type LifeCycleFact = Circumstances &
  (
    | { step: 'harvest' | 'collection'; goods: Goods }
    | { step: 'test'; goods: Goods; passed: boolean }
    | { step: 'processing'; inputs: readonly Goods[]; output: Goods }
    | { step: 'stamps-printed' | 'activation' | 'void'; goods: Goods; stamps: StampRun }
    | { step: 'packing'; goods: Goods; container: { sscc: string } | { number: string } }
    | { step: 'shipping'; goods: Goods; to: Place | null }
    | { step: 'receiving'; goods: Goods; from: Place | null }
    | { step: 'retail-sale'; goods: Goods }
    | { step: 'recall'; goods: Goods; stamps?: StampRun }
  );

/** Vietnam has kept UTC+7 all year round since 1975. */
const VIETNAM_OFFSET = '+07:00';

/** The event that tells a fact. Throws RangeError for a GTIN or a moment that is none. */
export function lifeCycleEvent(fact: LifeCycleFact): EpcisEvent {
  const { type, ...rest } = storyOf(fact);
  const [readPoint, ...further] = placeUris(fact.origin, fact.place);
  const event: EpcisEvent = {
    type,
    eventTime: new Date(fact.at).toISOString(),
    eventTimeZoneOffset: VIETNAM_OFFSET,
    ...rest,
    ...(readPoint === undefined ? {} : { readPoint: { id: readPoint } }),
    ...(further[0] === undefined ? {} : { bizLocation: { id: further[0] } }),
  };
  return { eventID: eventHashId(event, null), ...event };
}

type Story = Omit<EpcisEvent, 'eventTime' | 'eventTimeZoneOffset'> & { type: string };

function storyOf(fact: LifeCycleFact): Story {
  const { origin } = fact;
  switch (fact.step) {
    case 'harvest':
      return object('ADD', 'commissioning', 'active', fact);
    case 'collection':
      return object('ADD', 'collecting', 'active', fact);
    case 'test':
      return object('OBSERVE', 'inspecting', fact.passed ? 'conformant' : 'non_conformant', fact);
    case 'processing':
      return {
        type: 'TransformationEvent',
        inputQuantityList: fact.inputs.map((goods) => quantityOf(origin, goods)),
        outputQuantityList: [quantityOf(origin, fact.output)],
        bizStep: 'commissioning',
        disposition: 'active',
      };
    case 'stamps-printed':
      return { ...object('ADD', 'encoding', 'encoded', fact), ...aboutStamps(origin, fact.stamps) };
    case 'activation':
      return {
        ...object('ADD', 'commissioning', 'active', fact),
        ...aboutStamps(origin, fact.stamps),
      };
    case 'void':
      return {
        ...object('DELETE', 'decommissioning', 'inactive', fact),
        ...aboutStamps(origin, fact.stamps),
      };
    case 'packing':
      return {
        type: 'AggregationEvent',
        parentID: containerUri(origin, fact.goods.thing, fact.container),
        childQuantityList: [quantityOf(origin, fact.goods)],
        action: 'ADD',
        bizStep: 'packing',
        disposition: 'in_progress',
      };
    case 'shipping':
      return {
        ...object('OBSERVE', 'shipping', 'in_transit', fact),
        ...listed('destination', placeUris(origin, fact.to)),
      };
    case 'receiving':
      return {
        ...object('OBSERVE', 'receiving', 'in_progress', fact),
        ...listed('source', placeUris(origin, fact.from)),
      };
    case 'retail-sale':
      return object('OBSERVE', 'retail_selling', 'retail_sold', fact);
    case 'recall':
      return {
        ...object('OBSERVE', 'holding', 'recalled', fact),
        ...(fact.stamps ? aboutStamps(origin, fact.stamps) : {}),
      };
  }
}

function object(
  action: 'ADD' | 'OBSERVE' | 'DELETE',
  bizStep: string,
  disposition: string,
  { origin, goods }: { origin: string; goods: Goods },
): Story {
  const quantityList = [quantityOf(origin, goods)];
  return { type: 'ObjectEvent', action, quantityList, bizStep, disposition };
}

function quantityOf(origin: string, { thing, quantity, uom }: Goods): QuantityElement {
  return {
    epcClass: thingUri(origin, thing),
    ...(quantity === null ? {} : { quantity }),
    ...(quantity === null || uom === null ? {} : { uom }),
  };
}

function aboutStamps(origin: string, stamps: StampRun): Pick<EpcisEvent, 'bizTransactionList'> {
  return { bizTransactionList: [{ bizTransaction: stampRunUri(origin, stamps) }] };
}

function listed(end: 'source' | 'destination', uris: string[]): Partial<Story> {
  if (uris.length === 0) return {};
  return end === 'source'
    ? { sourceList: uris.map((source) => ({ type: 'location', source })) }
    : { destinationList: uris.map((destination) => ({ type: 'location', destination })) };
}

function containerUri(
  origin: string,
  thing: Thing,
  container: { sscc: string } | { number: string },
): string {
  if ('sscc' in container) return `${origin}/00/${container.sscc}`;
  const packed = 'lot' in thing ? thing.lot : thing.product;
  return `${origin}/lo/${encodeURIComponent(packed)}/kien/${encodeURIComponent(container.number)}`;
}
