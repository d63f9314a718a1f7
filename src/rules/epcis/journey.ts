/**
 * The journey of a lot in a few public, short steps, read from its events: what a buyer sees on the
 * stamp page. Names of partners, documents and single items stay out.
 */
import { todayInVietnam } from '../date.ts';
import type { EpcisEvent } from './event.ts';
import { isStampRunUri, provinceOfUri } from './lot-uri.ts';
import { bareWord } from './vocabulary.ts';

/** The steps in the life of an OCOP lot, as this site tells them. */
export type LotStep =
  | 'harvest'
  | 'collection'
  | 'test'
  | 'processing'
  | 'stamps-printed'
  | 'activation'
  | 'packing'
  | 'shipping'
  | 'receiving'
  | 'retail-sale'
  | 'recall'
  | 'void';

/**
 * One step of the timeline. `at` is an ISO instant; `province` the code of where it was, or where
 * goods were shipped to; `result` what a test said.
 */
export interface JourneyStep {
  step: LotStep;
  at: string;
  province: string | null;
  result: 'passed' | 'failed' | null;
}

/** The longest timeline that still reads as short. */
const MOST_STEPS = 12;
/** How many of a longer one tell where the goods come from; the rest is the newest. */
const FROM_THE_START = 4;

const notForBuyers: ReadonlySet<LotStep> = new Set(['stamps-printed', 'retail-sale', 'void']);

/** Which step of a lot's life an event tells, or null where it is none of them. */
export function lotStepOf(event: EpcisEvent): LotStep | null {
  switch (bareWord(event.bizStep)) {
    case 'commissioning':
      if (event.type === 'TransformationEvent') return 'processing';
      if (event.action !== 'ADD') return null;
      return aboutStamps(event) ? 'activation' : 'harvest';
    case 'creating_class_instance':
      return event.type === 'TransformationEvent' ? 'processing' : 'harvest';
    case 'collecting':
      return 'collection';
    case 'inspecting':
      return 'test';
    case 'encoding':
      return 'stamps-printed';
    case 'packing':
      return 'packing';
    case 'shipping':
    case 'departing':
      return 'shipping';
    case 'receiving':
    case 'arriving':
      return 'receiving';
    case 'retail_selling':
      return 'retail-sale';
    case 'holding':
      return bareWord(event.disposition) === 'recalled' ? 'recall' : null;
    case 'decommissioning':
      return 'void';
    default:
      return null;
  }
}

/** Whether an event tells a step that buyers see. */
export function isForBuyers(event: EpcisEvent): boolean {
  const step = lotStepOf(event);
  return step !== null && !notForBuyers.has(step);
}

function aboutStamps(event: EpcisEvent): boolean {
  return (event.bizTransactionList ?? []).some((one) => isStampRunUri(one.bizTransaction));
}

/** The province an event took place in; for a shipment, the first it names as going to. */
export function provinceOf(event: EpcisEvent): string | null {
  const uris =
    lotStepOf(event) === 'shipping'
      ? (event.destinationList ?? []).map(({ destination }) => destination)
      : [event.readPoint?.id ?? '', event.bizLocation?.id ?? ''];
  return uris.map(provinceOfUri).find((code) => code !== null) ?? null;
}

function resultOf(event: EpcisEvent): JourneyStep['result'] {
  if (bareWord(event.bizStep) !== 'inspecting') return null;
  const disposition = bareWord(event.disposition);
  if (disposition === 'conformant') return 'passed';
  return disposition === 'non_conformant' ? 'failed' : null;
}

/** The events that still stand: without those an error declaration takes back. */
export function standingEvents(events: readonly EpcisEvent[]): EpcisEvent[] {
  const takenBack = new Set(events.filter((event) => event.errorDeclaration).map(({ eventID }) => eventID));
  return events.filter(({ eventID }) => eventID === undefined || !takenBack.has(eventID));
}

/**
 * The timeline of a lot, oldest first, at most {@link MOST_STEPS} steps. The same step on the same
 * day at the same place is told once. `madeAt` (ISO, or null) stands in for the processing while no
 * event tells it.
 */
export function lotJourney(events: readonly EpcisEvent[], madeAt: string | null): JourneyStep[] {
  const steps = standingEvents(events).flatMap((event): JourneyStep[] => {
    const step = lotStepOf(event);
    if (step === null || !isForBuyers(event)) return [];
    const at = new Date(event.eventTime).toISOString();
    return [{ step, at, province: provinceOf(event), result: resultOf(event) }];
  });
  if (madeAt !== null && !steps.some(({ step }) => step === 'processing')) {
    const at = new Date(madeAt).toISOString();
    steps.push({ step: 'processing', at, province: null, result: null });
  }
  steps.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const told = new Set<string>();
  const once = steps.filter(({ step, at, province, result }) => {
    const key = [step, todayInVietnam(new Date(at)), province, result].join(' ');
    return !told.has(key) && Boolean(told.add(key));
  });
  if (once.length <= MOST_STEPS) return once;
  return [...once.slice(0, FROM_THE_START), ...once.slice(FROM_THE_START - MOST_STEPS)];
}
