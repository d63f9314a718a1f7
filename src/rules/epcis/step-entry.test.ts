import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDocument, epcisDocument } from './document.ts';
import { HEADINGS, readTable, templateRows } from './event-table.ts';
import { lotStepOf } from './journey.ts';
import { lifeCycleEvent } from './life-cycle.ts';
import { factOf, readEntry, stepWord, type Typed, type TypedStep } from './step-entry.ts';
import { NOW } from './testing/documents.ts';

const typed = (fields: Typed) => ({ lot: 'L1', at: '2026-11-20', ...fields });
const fieldsAtFault = (fields: Typed) => {
  const read = readEntry(typed(fields));
  return read.ok ? [] : read.faults.map(({ field }) => field);
};
const entryOf = (fields: Typed) => {
  const read = readEntry(typed(fields));
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.entry;
};

/** The least that each step needs. */
const least: Record<TypedStep, Typed> = {
  harvest: { rawLot: 'R1' },
  collection: { rawLot: 'R1' },
  test: { result: 'Không đạt' },
  processing: { rawLot: 'R1; R2' },
  packing: { container: 'K1' },
  shipping: { otherProvince: 'Hà Nội' },
  receiving: {},
  'retail-sale': {},
};

describe('a typed step', () => {
  it.each(Object.keys(least) as TypedStep[])('%s needs its fields, and becomes its event', (step) => {
    const fields = { step: stepWord(step), ...least[step] };
    expect(fieldsAtFault({ step: stepWord(step) })).toEqual(Object.keys(least[step]));
    const event = lifeCycleEvent(factOf(entryOf(fields), null, 'https://ocop.example'));
    expect(lotStepOf(event)).toBe(step);
    expect(checkDocument(epcisDocument([event], '2026-11-20T00:00:00Z'), NOW)).toMatchObject({
      ok: true,
    });
  });

  it.each([
    ['THU HOẠCH', 'harvest'],
    ['thu hoach', 'harvest'],
    ['Kiểm nghiệm', 'test'],
    ['retail-sale', 'retail-sale'],
  ])('is understood as %s', (step, meant) => {
    const read = readEntry(typed({ step, rawLot: 'R1', result: 'đạt' }));
    expect(read).toMatchObject({ ok: true, entry: { step: meant } });
  });

  it('that follows from what staff do here cannot be typed', () => {
    for (const step of ['recall', 'activation', 'void', 'stamps-printed', '']) {
      expect(fieldsAtFault({ step })).toContain('step');
    }
  });

  it.each([
    ['2026-11-20', '2026-11-20T00:00:00+07:00'],
    ['2026-11-20 9:05', '2026-11-20T09:05:00+07:00'],
    ['20/11/2026 09:05', '2026-11-20T09:05:00+07:00'],
    ['1/2/2026', '2026-02-01T00:00:00+07:00'],
    ['2026-11-20T09:05:00Z', '2026-11-20T09:05:00Z'],
  ])('takes the time %s', (at, read) => {
    expect(entryOf({ step: 'nhận hàng', at }).at).toBe(read);
  });

  it.each(['', 'hôm qua', '31/02/2026', '2026-13-01', '2026-11-20 25:00', '11/20/2026'])(
    'refuses the time %j',
    (at) => expect(fieldsAtFault({ step: 'nhận hàng', at })).toEqual(['at']),
  );

  it.each([
    [12, null, 12],
    ['12', null, 12],
    ['1.250', null, 1_250],
    ['1,250', 'gói', 1_250],
    ['1 250', 'H87', 1_250],
    ['12,5', 'kg', 12.5],
    ['1250.5', 'kg', 1250.5],
    ['1.250,5', 'lít', 1250.5],
    [1.125, 'tấn', 1.125],
    [null, 'kg', null],
  ])('takes the quantity %j of %j', (quantity, unit, read) => {
    expect(entryOf({ step: 'nhận hàng', quantity, unit }).quantity).toBe(read);
  });

  it.each([
    ['1.250', 'kg'],
    ['1,250', 'kg'],
    ['1.5', null],
    [1.5, null],
    ['1.250,5', 'gói'],
    ['-3', null],
    ['mười', 'kg'],
    [Number.NaN, 'kg'],
    [-1, null],
  ])('refuses the quantity %j of %j, which could be misread', (quantity, unit) =>
    expect(fieldsAtFault({ step: 'nhận hàng', quantity, unit })).toEqual(['quantity']),
  );

  it.each([
    ['kg', 'KGM'],
    ['KG', 'KGM'],
    ['Lít', 'LTR'],
    ['', null],
  ])('takes the unit %j for %s', (unit, uom) => {
    expect(entryOf({ step: 'nhận hàng', quantity: 2, unit }).uom).toBe(uom);
  });

  it('checks places, units and carton numbers', () => {
    const wrong = {
      province: 'Sài Gòn',
      gln: '4012345000055',
      unit: 'ki-lô-mét',
      container: '106141412345678909',
    };
    expect(fieldsAtFault({ step: 'đóng gói', ...wrong }).sort()).toEqual([
      'container',
      'gln',
      'province',
      'unit',
    ]);
    const right = {
      province: 'hồ chí minh',
      gln: '4012345000054',
      unit: 'kgm',
      container: '106141412345678908',
    };
    expect(entryOf({ step: 'đóng gói', ...right })).toMatchObject({
      place: { province: '79', gln: '4012345000054' },
      uom: 'KGM',
    });
  });

  it('never throws', () => {
    const cell = fc.oneof(fc.string(), fc.double(), fc.constant(null));
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...Object.keys(HEADINGS)), cell), (fields) => {
        expect(readEntry(fields)).toHaveProperty('ok');
      }),
      { numRuns: 200 },
    );
  });
});

describe('a table', () => {
  const headings = templateRows()[0] ?? [];
  const row = (fields: Typed) => {
    const names = Object.keys(HEADINGS) as (keyof typeof HEADINGS)[];
    return names.map((name) => fields[name] ?? '');
  };

  it('skips the example of the template and empty rows', () => {
    expect(readTable(templateRows())).toEqual({ ok: true, entries: [] });
    const rows = [...templateRows(), row({}), row(typed({ step: 'nhận hàng' }))];
    expect(readTable(rows)).toMatchObject({
      ok: true,
      entries: [{ row: 4, entry: { lot: 'L1' } }],
    });
  });

  it('has its example right', () => {
    const [, example = []] = templateRows();
    const real = ['MAU-MN-260915', ...example.slice(1)];
    expect(readTable([headings, real])).toMatchObject({
      ok: true,
      entries: [{ entry: { step: 'shipping' } }],
    });
  });

  it('takes its columns in any order, by either name', () => {
    const rows = [
      ['AT', 'ma lo', 'Step'],
      ['2026-11-20', 'L1', 'receiving'],
    ];
    expect(readTable(rows)).toMatchObject({ ok: true, entries: [{ row: 2 }] });
  });

  it('names row and column of what is wrong', () => {
    const rows = [
      headings,
      row(typed({ step: 'nhận hàng' })),
      row(typed({ step: 'bay', quantity: '1.250', unit: 'kg' })),
    ];
    expect(readTable(rows)).toMatchObject({
      ok: false,
      faults: [
        { row: 3, column: 'Việc' },
        { row: 3, column: 'Số lượng' },
      ],
    });
  });

  it('must have its columns, once', () => {
    const faults = (columns: string[]) => {
      const read = readTable([columns]);
      return read.ok ? [] : read.faults.map(({ column }) => column);
    };
    expect(faults([])).toEqual(['Mã lô', 'Việc', 'Lúc']);
    expect(faults(['Mã lô', 'Việc', 'Lúc', 'Màu', 'lot'])).toEqual(['Màu', 'lot']);
  });
});
