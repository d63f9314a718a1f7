import { expect, it, test } from 'vitest';
import { problemsOf, smallRecord, textOf, type Changes, type Fault } from './fixtures/small-content.ts';

const OFFER = 'samples/offers/mam.yaml';
const terms = (lines: string): Changes => ({ [OFFER]: `${textOf(OFFER)}wholesale:\n${lines}` });
const UNIT = '  unit: { vi: thùng, en: case }\n';

it('has terms for buying much at once, each of which may be missing', async () => {
  const record = await smallRecord(terms(`${UNIT}  minimum: 10\n`));
  expect(record.offerOf('mam')?.wholesale).toMatchObject({
    minimum: 10,
    leadDays: null,
    unit: { en: 'case' },
  });
  expect((await smallRecord()).offerOf('mam')?.wholesale).toBeNull();
});

const FAULTS: Fault[] = [
  [
    'a number of nothing',
    terms('  minimum: 10\n'),
    OFFER,
    'wholesale.unit',
    /what "minimum" and "monthly" count/,
  ],
  ['half a case', terms(`${UNIT}  minimum: 1.5\n`), OFFER, 'wholesale.minimum', /whole number/],
  ['a lead time of years', terms('  leadDays: 900\n'), OFFER, 'wholesale.leadDays', /1 to 365/],
  ['no term at all', terms(UNIT), OFFER, 'wholesale', /at least one of/],
];

test.each(FAULTS)('%s is told', async (_what, changes, file, field, words) => {
  expect(await problemsOf(changes)).toContainEqual({ file, field, message: expect.stringMatching(words) });
});

it('asks real terms for a source', async () => {
  const real = textOf(OFFER)
    .replace('product: mam', 'product: binh-gom')
    .replace(/gtin: .*/, 'gtin: null')
    .replace('MAM-200', 'BG');
  const file = 'offers/binh-gom.yaml';
  const problems = await problemsOf({ [file]: `${real}wholesale:\n  leadDays: 7\n` });
  expect(problems).toContainEqual({
    file,
    field: 'wholesale.sources',
    message: expect.stringMatching(/at least one source/),
  });
});
