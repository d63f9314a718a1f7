import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  activate,
  endException,
  noteException,
  stepSheets,
  voidStamps,
  type LotFacts,
  type RangeFacts,
  type StampSpan,
} from './stamp-life-cycle.ts';
import { overlaps } from './stamp-segment.ts';
import { stampState, type StampExceptionKind, type StampState } from './stamp-state.ts';

const today = '2026-08-01';
const printed: RangeFacts = {
  state: 'printed',
  count: 10,
  product: 'mam-ruoc',
  lot: null,
  gtin: null,
  spans: [],
};
const lot: LotFacts = {
  code: 'L1',
  product: 'mam-ruoc',
  gtin: null,
  recalled: false,
  quantity: 40,
  live: 0,
};
const all = { first: 0, last: 9 };

describe('activating', () => {
  test.each([
    ['a range that is only ordered', { state: 'reserved' }, {}, {}, 'not-printed'],
    ['a voided range', { state: 'voided' }, {}, {}, 'voided'],
    ['stamps that carry another lot', { lot: 'L0' }, {}, {}, 'other-lot-in-print'],
    ['stamps that carry another GTIN', { gtin: '1' }, { gtin: '2' }, {}, 'other-gtin-in-print'],
    ['a recalled lot', {}, { recalled: true }, {}, 'lot-recalled'],
    ['positions that were never issued', {}, {}, { last: 10 }, 'outside-range'],
  ] as const)('refuses %s', (_case, range, ofLot, segment, reason) => {
    expect(activate({ ...printed, ...range }, { ...lot, ...ofLot }, segment, [], false)).toEqual({
      ok: false,
      reason,
    });
  });

  test('refuses a lot of another product, and names both', () => {
    expect(activate(printed, { ...lot, product: 'nuoc-mam' }, {}, [], false)).toEqual({
      ok: false,
      reason: 'lot-of-another-product',
      lotProduct: 'nuoc-mam',
      product: 'mam-ruoc',
    });
  });

  test.each([
    ['with the lot they carry', { lot: 'L1' }, {}],
    ['delivered', { state: 'delivered' }, {}],
    ['printed before the producer had a GTIN', { gtin: null }, { gtin: '1' }],
  ] as const)('lets stamps pass that are %s', (_case, range, ofLot) => {
    expect(activate({ ...printed, ...range }, { ...lot, ...ofLot }, {}, [], false)).toEqual({
      ok: true,
      segments: [all],
      beyond: false,
    });
  });

  test('happens once to a stamp, and the refusal says to which', () => {
    const spans: StampSpan[] = [{ first: 2, last: 4, kind: 'activated' }];
    expect(activate({ ...printed, spans }, lot, { first: 4 }, [], false)).toEqual({
      ok: false,
      reason: 'already-activated',
      segment: { first: 2, last: 4 },
    });
    expect(activate({ ...printed, spans }, lot, { first: 5 }, [], false).ok).toBe(true);
  });

  test('leaves out what is voided, and refuses where nothing is left', () => {
    const spans: StampSpan[] = [{ first: 2, last: 4, kind: 'voided' }];
    expect(activate({ ...printed, spans }, lot, {}, [], false)).toEqual({
      ok: true,
      beyond: false,
      segments: [
        { first: 0, last: 1 },
        { first: 5, last: 9 },
      ],
    });
    const inside = activate({ ...printed, spans }, lot, { first: 3, last: 4 }, [], false);
    expect(inside).toEqual({ ok: false, reason: 'voided' });
  });

  test('refuses stamps whose key is known to strangers', () => {
    expect(activate(printed, lot, {}, [], true)).toEqual({ ok: false, reason: 'key-cut-off' });
  });

  test('refuses a segment that is called back', () => {
    const recalls = [{ first: 0, last: 3 }];
    expect(activate(printed, lot, {}, recalls, false)).toEqual({
      ok: false,
      reason: 'recalled',
      segment: { first: 0, last: 3 },
    });
    expect(activate(printed, lot, { first: 4 }, recalls, false).ok).toBe(true);
  });
});

describe('voiding', () => {
  test('takes the whole range, or a segment of it, once', () => {
    expect(voidStamps(printed, {})).toEqual({ ok: true, whole: true, segment: all });
    expect(voidStamps(printed, { last: 3 })).toEqual({
      ok: true,
      whole: false,
      segment: { first: 0, last: 3 },
    });
    const spans: StampSpan[] = [{ first: 2, last: 4, kind: 'voided' }];
    expect(voidStamps({ ...printed, spans }, { first: 4 })).toEqual({
      ok: false,
      reason: 'already-voided',
      segment: { first: 2, last: 4 },
    });
    expect(voidStamps({ ...printed, state: 'voided' }, {})).toMatchObject({
      reason: 'already-voided',
    });
    expect(voidStamps(printed, { last: 10 })).toEqual({ ok: false, reason: 'outside-range' });
  });

  test('of all that is left voids the range itself', () => {
    const spans: StampSpan[] = [{ first: 2, last: 4, kind: 'voided' }];
    expect(voidStamps({ ...printed, spans }, {})).toEqual({ ok: true, whole: true, segment: all });
  });
});

test('sheets are printed before they are delivered, each once', () => {
  expect(stepSheets('reserved', 'deliver')).toEqual({ ok: false, reason: 'not-printed' });
  expect(stepSheets('reserved', 'print')).toEqual({ ok: true, state: 'printed' });
  expect(stepSheets('printed', 'print')).toEqual({ ok: false, reason: 'already-printed' });
  expect(stepSheets('printed', 'deliver')).toEqual({ ok: true, state: 'delivered' });
  expect(stepSheets('delivered', 'deliver')).toEqual({ ok: false, reason: 'already-delivered' });
  expect(stepSheets('delivered', 'print')).toEqual({ ok: false, reason: 'already-printed' });
  expect(stepSheets('voided', 'print')).toEqual({ ok: false, reason: 'voided' });
});

describe('exceptions of one stamp', () => {
  const onGoods = { activated: true, voided: false, inForce: [] };

  test.each([
    ['what is already so', { inForce: ['sold'] }, 'sold', 'already-so'],
    ['goods sold with a void stamp', { voided: true }, 'sold', 'already-voided'],
    ['voiding once more', { voided: true }, 'voided', 'already-voided'],
    ['goods sold with a stamp on nothing', { activated: false }, 'sold', 'not-activated'],
  ] as const)('refuse %s', (_case, facts, kind, reason) => {
    expect(noteException({ ...onGoods, ...facts }, kind)).toEqual({ ok: false, reason });
  });

  test('end, but for a voided stamp', () => {
    expect(endException({ inForce: ['frozen'] }, 'frozen')).toEqual({ ok: true });
    expect(endException({ inForce: [] }, 'frozen')).toEqual({ ok: false, reason: 'not-so' });
    expect(endException({ inForce: ['voided'] }, 'voided')).toEqual({
      ok: false,
      reason: 'void-is-final',
    });
  });
});

/** A range with its single stamps' exceptions, changed by the rules above alone. */
interface World {
  range: RangeFacts;
  exceptions: Map<number, StampExceptionKind[]>;
}

type Step = (world: World) => World;

const count = 6;
const index = fc.nat(count + 1);
const ends = fc.record({ first: index, last: index }, { requiredKeys: [] });
const kinds = fc.constantFrom<StampExceptionKind>('sold', 'recalled', 'expired', 'voided', 'frozen');
const lots = fc.constantFrom<LotFacts>(
  lot,
  { ...lot, code: 'L2' },
  { ...lot, code: 'L3', product: 'nuoc-mam' },
  { ...lot, code: 'L4', recalled: true },
);
const span =
  (kind: StampSpan['kind']) =>
  (segment: { first: number; last: number }): StampSpan => ({ ...segment, kind });
const withSpans = ({ range, exceptions }: World, spans: StampSpan[]): World => ({
  range: { ...range, spans: [...range.spans, ...spans] },
  exceptions,
});

const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.constantFrom('print' as const, 'deliver' as const).map((step): Step => (world) => {
    const answer = stepSheets(world.range.state, step);
    return answer.ok ? { ...world, range: { ...world.range, state: answer.state } } : world;
  }),
  fc.tuple(lots, ends).map(([one, segment]): Step => (world) => {
    const answer = activate(world.range, one, segment, [], false);
    return answer.ok ? withSpans(world, answer.segments.map(span('activated'))) : world;
  }),
  ends.map((segment): Step => (world) => {
    const answer = voidStamps(world.range, segment);
    if (!answer.ok) return world;
    if (answer.whole) return { ...world, range: { ...world.range, state: 'voided' } };
    return withSpans(world, [span('voided')(answer.segment)]);
  }),
  fc.tuple(fc.nat(count - 1), kinds, fc.boolean()).map(([at, kind, ends]): Step => (world) => {
    const inForce = world.exceptions.get(at) ?? [];
    const { activated, voided } = factsAt(world, at);
    const answer = ends
      ? endException({ inForce }, kind)
      : noteException({ activated, voided, inForce }, kind);
    if (!answer.ok) return world;
    const after = ends ? inForce.filter((one) => one !== kind) : [...inForce, kind];
    return { ...world, exceptions: new Map(world.exceptions).set(at, after) };
  }),
);

function factsAt({ range }: World, at: number) {
  const own = range.spans.filter(({ first, last }) => first <= at && at <= last);
  return {
    activated: own.some(({ kind }) => kind === 'activated'),
    voided: range.state === 'voided' || own.some(({ kind }) => kind === 'voided'),
  };
}

function statesOf(world: World): StampState[] {
  return Array.from({ length: count }, (_, at) =>
    stampState(
      {
        range: world.range.state,
        ...factsAt(world, at),
        exceptions: world.exceptions.get(at) ?? [],
        recalled: false,
        useBy: null,
        suspicious: false,
      },
      today,
    ),
  );
}

test('no sequence of steps reaches a state that makes no sense', () => {
  const reached = new Set<StampState>();
  fc.assert(
    fc.property(fc.array(steps, { maxLength: 25 }), (taken) => {
      let world: World = { range: { ...printed, state: 'reserved', count }, exceptions: new Map() };
      let wasPrinted = false;
      for (const step of taken) {
        const before = statesOf(world);
        world = step(world);
        wasPrinted ||= world.range.state === 'printed';
        const after = statesOf(world);
        after.forEach((state) => reached.add(state));

        const { spans } = world.range;
        for (const [place, one] of spans.entries()) {
          expect(one.first <= one.last && one.first >= 0 && one.last < count).toBe(true);
          const others = spans.slice(place + 1).filter(({ kind }) => kind === one.kind);
          expect(others.some((other) => overlaps(one, other))).toBe(false);
        }
        // Void is for good; nothing goes back to before printing or before activation.
        const order = ['not-printed', 'not-activated'];
        before.forEach((state, at) => {
          const now = after[at] as StampState;
          if (state === 'voided') expect(now).toBe('voided');
          if (!order.includes(state)) expect(order).not.toContain(now);
          if (state === 'not-activated') expect(now).not.toBe('not-printed');
        });
        // What a buyer may trust was printed and activated.
        after.forEach((state, at) => {
          if (state === 'active') expect(wasPrinted && factsAt(world, at).activated).toBe(true);
        });
        if (!wasPrinted) expect(spans.some(({ kind }) => kind === 'activated')).toBe(false);
      }
    }),
    { numRuns: 600, seed: 20_261_122 },
  );
  // The property would hold for rules that refuse everything: these states were all reached.
  expect([...reached].sort()).toEqual([
    'active',
    'expired',
    'not-activated',
    'not-printed',
    'recalled',
    'suspicious',
    'voided',
  ]);
});
