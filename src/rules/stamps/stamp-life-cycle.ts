/**
 * The steps in the life of the stamps of one range, as rules without a database: what a step
 * changes, or by what name it is refused. A refused step changes nothing.
 */
import { overlaps, partOf, without, type StampPart } from './stamp-segment.ts';
import { mayActivate, rangeAfter, type RangeState, type StampExceptionKind } from './stamp-state.ts';

/** A part activated with a lot, or voided. Parts of one kind never overlap. */
export interface StampSpan extends StampPart {
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

/** `recalled`: a recall of this lot is in force. */
export interface LotFacts {
  code: string;
  product: string;
  gtin: string | null;
  recalled: boolean;
}

/** The part somebody means; an end left out is the end of the range. */
export interface AskedPart {
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
 * `parts` are activated now: what was asked for, without what is voided. A refusal over one part of
 * the range names it.
 */
export type ActivationAnswer =
  | { ok: true; parts: StampPart[] }
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
  | { ok: false; reason: 'already-activated' | 'recalled'; part: StampPart };

/**
 * Puts stamps on the goods of a lot. They must be printed, of the lot's product, and where they
 * carry a lot or a GTIN in print it must be this lot's; a stamp is activated once in its life.
 * @param recalls parts of the range that a recall in force covers
 * @param keyCutOff whether stamps activated now would be refused when scanned, because the key of
 * their epoch is known to strangers (see stamp-keys.ts)
 */
export function activate(
  range: RangeFacts,
  lot: LotFacts,
  asked: AskedPart,
  recalls: readonly StampPart[],
  keyCutOff: boolean,
): ActivationAnswer {
  if (range.state === 'voided') return { ok: false, reason: 'voided' };
  if (!mayActivate(range.state)) return { ok: false, reason: 'not-printed' };
  if (keyCutOff) return { ok: false, reason: 'key-cut-off' };
  const part = partOf(asked, range.count);
  if (part === null) return { ok: false, reason: 'outside-range' };
  const { product } = range;
  if (lot.product !== product) {
    return { ok: false, reason: 'lot-of-another-product', lotProduct: lot.product, product };
  }
  const otherLot = lotRefusal(range, lot);
  if (otherLot !== null) return { ok: false, reason: otherLot };
  const activated = range.spans.find((span) => span.kind === 'activated' && overlaps(span, part));
  if (activated) return { ok: false, reason: 'already-activated', part: boundsOf(activated) };
  const recall = recalls.find((one) => overlaps(one, part));
  if (recall) return { ok: false, reason: 'recalled', part: boundsOf(recall) };
  const parts = without(
    part,
    range.spans.filter(({ kind }) => kind === 'voided'),
  );
  return parts.length === 0 ? { ok: false, reason: 'voided' } : { ok: true, parts };
}

function lotRefusal(range: RangeFacts, lot: LotFacts) {
  if (range.lot !== null && range.lot !== lot.code) return 'other-lot-in-print';
  // Stamps printed before their producer had a GTIN stay good; a wrong GTIN names other goods.
  if (range.gtin !== null && lot.gtin !== null && range.gtin !== lot.gtin) return 'other-gtin-in-print';
  return lot.recalled ? 'lot-recalled' : null;
}

/** `whole`: the range itself is voided now, else only `part` of it. */
export type VoidingAnswer =
  | { ok: true; whole: boolean; part: StampPart }
  | { ok: false; reason: 'outside-range' }
  | { ok: false; reason: 'already-voided'; part: StampPart };

/** Takes stamps out of use for good, wherever they are; nothing brings them back. */
export function voidStamps(range: RangeFacts, asked: AskedPart): VoidingAnswer {
  const all = { first: 0, last: range.count - 1 };
  if (range.state === 'voided') return { ok: false, reason: 'already-voided', part: all };
  const part = partOf(asked, range.count);
  if (part === null) return { ok: false, reason: 'outside-range' };
  if (part.first === all.first && part.last === all.last) return { ok: true, whole: true, part };
  const voided = range.spans.find((span) => span.kind === 'voided' && overlaps(span, part));
  if (voided) return { ok: false, reason: 'already-voided', part: boundsOf(voided) };
  return { ok: true, whole: false, part };
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

const boundsOf = ({ first, last }: StampPart): StampPart => ({ first, last });
