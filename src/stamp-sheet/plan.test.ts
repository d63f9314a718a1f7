import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MM_PER_POINT, SMALLEST_TYPE } from './label-text.ts';
import {
  labelBox,
  labelsPerPage,
  SHEET_LAYOUT_NAMES,
  SHEET_LAYOUTS,
  type Box,
  type SheetLayoutName,
} from './layout.ts';
import { planSheet, SMALLEST_MODULE, symbolBox, type SheetPlan, type StampLabel } from './plan.ts';
import { QUIET_MODULES } from './qr.ts';
import { plan, stamps, TEXT } from './testing/orders.ts';
import { X_HEIGHT } from './typeface.ts';

const NOTHING = 1e-6;

function isInside(inner: Box, outer: Box): boolean {
  return (
    inner.x >= outer.x - NOTHING &&
    inner.y >= outer.y - NOTHING &&
    inner.x + inner.width <= outer.x + outer.width + NOTHING &&
    inner.y + inner.height <= outer.y + outer.height + NOTHING
  );
}

function areApart(a: Box, b: Box): boolean {
  return (
    a.x + a.width <= b.x + NOTHING ||
    b.x + b.width <= a.x + NOTHING ||
    a.y + a.height <= b.y + NOTHING ||
    b.y + b.height <= a.y + NOTHING
  );
}

/** The ink of every line of text on the label in a slot of the page. */
function inkBoxes(sheet: SheetPlan, slot: number): Box[] {
  const label = labelBox(sheet.layout, slot);
  const { labelText } = sheet;
  const texts = labelText.lines.map(({ set, size, x, baseline, condense }) => ({
    x: label.x + x,
    y: label.y + baseline - set.inkAbove * size * MM_PER_POINT,
    width: set.width * condense * size * MM_PER_POINT,
    height: (set.inkAbove + set.inkBelow) * size * MM_PER_POINT,
  }));
  const codes = labelText.code.map(({ size, baseline }) => ({
    x: label.x + labelText.x,
    y: label.y + baseline - 0.74 * size * MM_PER_POINT,
    width: labelText.width,
    height: 0.76 * size * MM_PER_POINT,
  }));
  return [...texts, ...codes];
}

const words = fc.constantFrom(
  'Chả',
  'mực',
  'Ổi',
  'Ẩm',
  'giã',
  'tay',
  'Hạ',
  'Long',
  'gạo',
  'ST25',
  'đặc sản',
  '(túi 500 g)',
  'Nghiêng',
);
const layoutNames = fc.constantFrom(...SHEET_LAYOUT_NAMES);
const dpi = fc.constantFrom<203 | 300 | 600>(203, 300, 600);
const domain = fc.integer({ min: 1, max: 24 }).map((length) => `${'a'.repeat(length)}.vn`);

describe('any stamp on any paper', () => {
  test('has whole dots, a clear quiet zone and text inside its label, or is refused', () => {
    const outcomes = new Map<string, number>();
    fc.assert(
      fc.property(
        layoutNames,
        dpi,
        domain,
        fc.record({
          form: fc.constantFrom('tagged' as const, 'signed' as const),
          gtin: fc.constantFrom(null, '09506000011196'),
        }),
        fc.array(words, { minLength: 1, maxLength: 12 }),
        fc.record({ lot: fc.constantFrom(null, 'L1', 'MAU-CM-261005'), sample: fc.boolean() }),
        fc.nat(),
        (layout, dots, host, look, name, facts, any) => {
          const sample = stamps(1, { ...look, origin: `https://${host}` })[0] as StampLabel;
          const text = { ...TEXT, ...facts, product: name.join(' '), site: host };
          const planned = planSheet(sample, text, { layout, dpi: dots });
          const outcome = planned.ok ? 'ok' : planned.reason;
          outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
          if (planned.ok) check(planned.plan, any % labelsPerPage(planned.plan.layout), dots);
        },
      ),
      { numRuns: 60, seed: 7 },
    );
    // Both kinds came about, or nothing was shown.
    expect(outcomes.get('ok')).toBeGreaterThan(20);
    expect(outcomes.get('qr-too-large')).toBeGreaterThan(0);
  });

  function check(sheet: SheetPlan, slot: number, dots: number): void {
    const dot = 25.4 / dots;
    const symbol = symbolBox(sheet, slot);
    for (const length of [sheet.module, symbol.x, symbol.y]) {
      expect(length / dot).toBeCloseTo(Math.round(length / dot), 6);
    }
    expect(sheet.module).toBeGreaterThanOrEqual(SMALLEST_MODULE);
    const quiet = QUIET_MODULES * sheet.module;
    const zone = {
      x: symbol.x - quiet,
      y: symbol.y - quiet,
      width: symbol.width + 2 * quiet,
      height: symbol.height + 2 * quiet,
    };
    const label = labelBox(sheet.layout, slot);
    expect(isInside(zone, label)).toBe(true);
    const ink = inkBoxes(sheet, slot);
    ink.forEach((box, i) => {
      expect(isInside(box, label)).toBe(true);
      expect(areApart(box, zone)).toBe(true);
      for (const other of ink.slice(i + 1)) expect(areApart(box, other)).toBe(true);
    });
    for (const { size } of [...sheet.labelText.lines, ...sheet.labelText.code]) {
      expect(size).toBeGreaterThanOrEqual(SMALLEST_TYPE);
    }
  }
});

test.each(SHEET_LAYOUT_NAMES)('the labels of %s lie on the page and not on each other', (name) => {
  const layout = SHEET_LAYOUTS[name];
  const page = { x: 0, y: 0, ...layout.page };
  const boxes = Array.from({ length: labelsPerPage(layout) }, (_, slot) => labelBox(layout, slot));
  boxes.forEach((box, i) => {
    expect(isInside(box, page)).toBe(true);
    for (const other of boxes.slice(i + 1)) expect(areApart(box, other)).toBe(true);
  });
});

test('a 24-up sheet also prints inside labels of 64.6 × 33.8 mm without gaps', () => {
  const sheet = plan({ layout: 'a4-24' });
  const [left, top] = [(210 - 3 * 64.6) / 2, (297 - 8 * 33.8) / 2];
  for (let slot = 0; slot < 24; slot += 1) {
    const other = {
      x: left + (slot % 3) * 64.6,
      y: top + Math.floor(slot / 3) * 33.8,
      width: 64.6,
      height: 33.8,
    };
    for (const box of [symbolBox(sheet, slot), ...inkBoxes(sheet, slot)]) {
      expect(isInside(box, other)).toBe(true);
    }
  }
});

test('five dots at 300 dpi are a module on the small label, more where there is room', () => {
  expect(plan({ layout: 'a4-65' }).module).toBeCloseTo(0.4233, 4);
  expect(plan({ layout: 'a4-65', dpi: 600 }).module).toBeCloseTo(0.4233, 4);
  expect(plan({ layout: 'a4-65', dpi: 203 }).module).toBeCloseTo(0.5005, 4);
  expect(plan({ layout: 'a4-24' }).module).toBeCloseTo(0.5927, 4);
});

test('the smallest type has the x-height the law asks for', () => {
  expect(SMALLEST_TYPE * X_HEIGHT * MM_PER_POINT).toBeGreaterThanOrEqual(0.9);
});

describe('is refused with a reason for people', () => {
  const sample = (look = {}) => stamps(1, look)[0] as StampLabel;
  const signed = { form: 'signed' as const, origin: 'https://tem.vn' };

  test.each<[SheetLayoutName, object, object, string, RegExp]>([
    ['roll-20x30', signed, {}, 'qr-too-large', /20\.7 mm.*20\.0 × 30\.0 mm/],
    ['roll-20x30', {}, { dpi: 203 }, 'qr-too-large', /larger label/],
    ['a4-65', {}, { startAt: 66 }, 'bad-start', /1 to 65 .* not 66/],
    ['roll-25x35', {}, { startAt: 2 }, 'bad-start', /1 to 1/],
  ])('%s, case %#', (layout, look, options, reason, words) => {
    const planned = planSheet(sample(look), TEXT, { layout, ...options });
    expect(planned).toMatchObject({ ok: false, reason });
    if (!planned.ok) expect(planned.message.en).toMatch(words);
    if (!planned.ok) expect(planned.message.vi.length).toBeGreaterThan(20);
  });

  test('a lot that cannot stand there whole, by its words', () => {
    const text = { ...TEXT, lot: 'X'.repeat(60) };
    const planned = planSheet(sample(), text, { layout: 'roll-20x30' });
    expect(planned).toMatchObject({ ok: false, reason: 'text-too-long' });
    if (!planned.ok) expect(planned.message.en).toContain(`"Lô ${text.lot}"`);
  });

  test('a stamp everybody can check fits the label of a 65-up sheet', () => {
    expect(planSheet(sample(signed), TEXT, { layout: 'a4-65' }).ok).toBe(true);
  });
});
