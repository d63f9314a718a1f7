/**
 * The steps in the life of the stamps of one range, as rules without a database: what a step
 * changes, or by what name it is refused. A refused step changes nothing.
 */
import { hasTooManyStamps } from './lot-allowance.ts';
import { overlaps, segmentOf, without, type StampSegment } from './stamp-segment.ts';
import { mayActivate, rangeAfter, type RangeState, type StampExceptionKind } from './stamp-state.ts';

/** A segment activated with a lot, or voided. Spans of one kind never overlap. */
export interface StampSpan extends StampSegment {
  kind: 'activated' | 'voided';
}

/** What the steps of a range depend on. `lot` is the one its stamps carry in print, if any. */
export interface RangeFacts {
  state: RangeState;
  count: number;
  product: string;
  lot: string | null;
  gtin: string | null;
  spans: readonly StampSpan[];
}

/** `recalled`: a recall of this lot is in force. `live` of its stamps are in use on `quantity` packs. */
export interface LotFacts {
  code: string;
  product: string;
  gtin: string | null;
  recalled: boolean;
  quantity: number;
  live: number;
}

/** The segment somebody means; an end left out is the end of the range. */
export interface SegmentRequest {
  first?: number | undefined;
  last?: number | undefined;
}

export type SheetStep = 'print' | 'deliver';

export type SheetStepAnswer =
  | { ok: true; state: RangeState }
  | { ok: false; reason: 'voided' | 'not-printed' | 'already-printed' | 'already-delivered' };

/** Moves the sheets of a whole range on by one step. */
export function stepSheets(state: RangeState, step: SheetStep): SheetStepAnswer {
  const after = rangeAfter(state, step);
  if (after !== null) return { ok: true, state: after };
  if (state === 'voided') return { ok: false, reason: 'voided' };
  if (step === 'deliver' && state === 'reserved') return { ok: false, reason: 'not-printed' };
  return { ok: false, reason: step === 'print' ? 'already-printed' : 'already-delivered' };
}

/**
 * `segments` are activated now: what was requested, without what is voided. A refusal over one segment of
 * the range names it. `beyond`: the lot has more stamps in use now than packs to wear them.
 */
export type ActivationAnswer =
  | { ok: true; segments: StampSegment[]; beyond: boolean }
  | { ok: false; reason: 'more-than-lot'; quantity: number; live: number; count: number }
  | {
      ok: false;
      reason:
        | 'other-lot-in-print'
        | 'other-gtin-in-print'
        | 'lot-recalled'
        | 'not-printed'
        | 'voided'
        | 'key-cut-off'
        | 'outside-range';
    }
  | { ok: false; reason: 'lot-of-another-product'; lotProduct: string; product: string }
  | { ok: false; reason: 'already-activated' | 'recalled'; segment: StampSegment };

/**
 * Puts stamps on the goods of a lot. They must be printed, of the lot's product, and where they
 * carry a lot or a GTIN in print it must be this lot's; a stamp is activated once in its life.
 * @param recalls segments of the range that a recall in force covers
 * @param keyCutOff whether stamps activated now would be refused when scanned, because the key of
 * their epoch is known to strangers (see stamp-keys.ts)
 * @param mayExceed whether a reason was given for more stamps than the lot has packs
 */
export function activate(
  range: RangeFacts,
  lot: LotFacts,
  request: SegmentRequest,
  recalls: readonly StampSegment[],
  keyCutOff: boolean,
  mayExceed = false,
): ActivationAnswer {
  if (range.state === 'voided') return { ok: false, reason: 'voided' };
  if (!mayActivate(range.state)) return { ok: false, reason: 'not-printed' };
  if (keyCutOff) return { ok: false, reason: 'key-cut-off' };
  const segment = segmentOf(request, range.count);
  if (segment === null) return { ok: false, reason: 'outside-range' };
  const { product } = range;
  if (lot.product !== product) {
    return { ok: false, reason: 'lot-of-another-product', lotProduct: lot.product, product };
  }
  const otherLot = lotRefusal(range, lot);
  if (otherLot !== null) return { ok: false, reason: otherLot };
  const activated = range.spans.find((span) => span.kind === 'activated' && overlaps(span, segment));
  if (activated) return { ok: false, reason: 'already-activated', segment: boundsOf(activated) };
  const recall = recalls.find((one) => overlaps(one, segment));
  if (recall) return { ok: false, reason: 'recalled', segment: boundsOf(recall) };
  const segments = without(
    segment,
    range.spans.filter(({ kind }) => kind === 'voided'),
  );
  if (segments.length === 0) return { ok: false, reason: 'voided' };
  const count = segments.reduce((sum, { first, last }) => sum + last - first + 1, 0);
  const { quantity, live } = lot;
  const beyond = hasTooManyStamps({ quantity, live: live + count });
  if (beyond && !mayExceed) return { ok: false, reason: 'more-than-lot', quantity, live, count };
  return { ok: true, segments, beyond };
}

function lotRefusal(range: RangeFacts, lot: LotFacts) {
  if (range.lot !== null && range.lot !== lot.code) return 'other-lot-in-print';
  // Stamps printed before their producer had a GTIN stay good; a wrong GTIN names other goods.
  if (range.gtin !== null && lot.gtin !== null && range.gtin !== lot.gtin) return 'other-gtin-in-print';
  return lot.recalled ? 'lot-recalled' : null;
}

/** `whole`: the range itself is voided now, else only `segment` of it. */
export type VoidingAnswer =
  | { ok: true; whole: boolean; segment: StampSegment }
  | { ok: false; reason: 'outside-range' }
  | { ok: false; reason: 'already-voided'; segment: StampSegment };

/** Takes stamps out of use for good, wherever they are; nothing brings them back. */
export function voidStamps(range: RangeFacts, request: SegmentRequest): VoidingAnswer {
  const all = { first: 0, last: range.count - 1 };
  if (range.state === 'voided') return { ok: false, reason: 'already-voided', segment: all };
  const segment = segmentOf(request, range.count);
  if (segment === null) return { ok: false, reason: 'outside-range' };
  if (segment.first === all.first && segment.last === all.last) return { ok: true, whole: true, segment };
  const voided = range.spans.find((span) => span.kind === 'voided' && overlaps(span, segment));
  if (voided) return { ok: false, reason: 'already-voided', segment: boundsOf(voided) };
  return { ok: true, whole: false, segment };
}

/** What an exception of one stamp depends on. `inForce` are its exceptions that nobody ended. */
export interface ExceptionFacts {
  activated: boolean;
  voided: boolean;
  inForce: readonly StampExceptionKind[];
}

export type ExceptionAnswer =
  { ok: true } | { ok: false; reason: 'already-so' | 'already-voided' | 'not-activated' };

/** Singles a stamp out of its range. Goods are sold with an activated stamp or not at all. */
export function noteException(facts: ExceptionFacts, kind: StampExceptionKind): ExceptionAnswer {
  if (facts.inForce.includes(kind)) return { ok: false, reason: 'already-so' };
  const voided = facts.voided || facts.inForce.includes('voided');
  if (voided && (kind === 'voided' || kind === 'sold')) return { ok: false, reason: 'already-voided' };
  if (kind === 'sold' && !facts.activated) return { ok: false, reason: 'not-activated' };
  return { ok: true };
}

/** Takes an exception back, save a voided stamp: that may have been torn up and thrown away. */
export function endException(
  facts: Pick<ExceptionFacts, 'inForce'>,
  kind: StampExceptionKind,
): { ok: true } | { ok: false; reason: 'not-so' | 'void-is-final' } {
  if (!facts.inForce.includes(kind)) return { ok: false, reason: 'not-so' };
  return kind === 'voided' ? { ok: false, reason: 'void-is-final' } : { ok: true };
}

const boundsOf = ({ first, last }: StampSegment): StampSegment => ({ first, last });
