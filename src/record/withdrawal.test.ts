/** A decision of withdrawal alone takes the stars away, and one that cannot is told of. */
import { standingOn } from '@ocop/rules/certificate/standing';
import { describe, expect, test } from 'vitest';
import { productCard } from './card.ts';
import { problemsOf, smallRecord, textOf } from './fixtures/small-content.ts';
import type { Changes } from './fixtures/small-content.ts';

const LAM_DONG = 'decisions/ubnd-tinh-lam-dong.3981-qd-ubnd.2026-08-05.yaml';
const RECOGNITION = 'recognitions/mam--1.yaml';
const KEY = 'ubnd-tinh-lam-dong.5000-qd-ubnd.2027-03-01';
const FILE = `decisions/${KEY}.yaml`;

/** The withdrawal of the small content's one recognition, with lines of it replaced. */
function withdrawal(...replaced: [from: string, to: string][]): Changes {
  let text = textOf(LAM_DONG)
    .replace('type: recognition', 'type: withdrawal')
    .replace('3981/QĐ-UBND', '5000/QĐ-UBND')
    .replace('2026-08-05', '2027-03-01');
  for (const [from, to] of replaced) {
    if (!text.includes(from)) throw new Error(`the withdrawal does not hold "${from}"`);
    text = text.replace(from, to);
  }
  return { [FILE]: text };
}

async function standing(changes: Changes, day: string) {
  const { recognitions, product } = productCard(await smallRecord(changes), 'mam');
  return standingOn(recognitions, product.reported, day);
}

/** A second recognition of the same product, by a decision of its own. */
function again(day: string, stars: number, level = 'province'): Changes {
  const key = `ubnd-tinh-lam-dong.6000-qd-ubnd.${day}`;
  return {
    [`decisions/${key}.yaml`]: textOf(LAM_DONG)
      .replace('3981/QĐ-UBND', '6000/QĐ-UBND')
      .replace('2026-08-05', day)
      .replace('level: province', `level: ${level}`),
    'recognitions/mam--2.yaml': textOf(RECOGNITION)
      .replace('ubnd-tinh-lam-dong.3981-qd-ubnd.2026-08-05', key)
      .replace('stars: 3', `stars: ${stars}`),
  };
}

describe('a withdrawal', () => {
  test('ends the stars from its signing day on, and is named on the card', async () => {
    expect(await standing(withdrawal(), '2027-02-28')).toMatchObject({
      kind: 'recognised',
      endsOn: '2027-03-01',
    });
    expect(await standing(withdrawal(), '2027-03-01')).toMatchObject({
      kind: 'lapsed',
      state: 'withdrawn',
      recognition: { withdrawnBy: KEY, withdrawal: { key: KEY, number: '5000/QĐ-UBND' } },
    });
  });

  test('counts from its day of effect where it states one', async () => {
    const later = withdrawal(['signedOn: 2027-03-01', 'signedOn: 2027-03-01\neffectiveOn: 2027-03-16']);
    expect(await standing(later, '2027-03-15')).toMatchObject({ kind: 'recognised' });
    expect(await standing(later, '2027-03-16')).toMatchObject({ state: 'withdrawn' });
  });

  test('of which only the first day told is known counts from that day', async () => {
    const told = withdrawal(['signedOn: 2027-03-01', 'signedOn: null\nyear: 2027\neffectiveOn: 2027-03-05']);
    const moved = { [FILE.replace('2027-03-01', '2027')]: told[FILE] ?? '' };
    expect(await standing(moved, '2027-03-05')).toMatchObject({ state: 'withdrawn' });
  });

  test('ends every recognition until then, and none made later', async () => {
    const both = { ...withdrawal(), ...again('2027-01-10', 4) };
    expect(await standing(both, '2027-03-01')).toMatchObject({ state: 'withdrawn', stars: 4 });
    const later = { ...withdrawal(), ...again('2027-06-01', 4) };
    expect(await standing(later, '2027-05-31')).toMatchObject({ state: 'withdrawn', stars: 3 });
    expect(await standing(later, '2027-06-01')).toMatchObject({ kind: 'recognised', stars: 4 });
  });

  test("of a province leaves the ministry's five stars", async () => {
    const raised = { ...withdrawal(), ...again('2027-01-10', 5, 'ministry') };
    expect(await standing(raised, '2027-03-01')).toMatchObject({ kind: 'recognised', stars: 5 });
  });

  test('may be told by a source without the decision, on the recognition itself', async () => {
    const told = {
      [RECOGNITION]: textOf(RECOGNITION).replace('issuedOn: null', 'issuedOn: null\nwithdrawnOn: 2027-03-01'),
    };
    expect(await standing(told, '2027-03-01')).toMatchObject({
      state: 'withdrawn',
      recognition: { withdrawnBy: null, withdrawal: null },
    });
  });
});

const FAULTS: [what: string, changes: Changes, field: string, words: RegExp][] = [
  [
    'of a product without a recognition',
    withdrawal(['[mam]', '[binh-gom]']),
    'products.0',
    /"binh-gom" has no recognition.*recognitions\/binh-gom--1\.yaml/,
  ],
  ['of an unknown product', withdrawal(['[mam]', '[muoi]']), 'products.0', /no product "muoi"/],
  [
    'before the recognition',
    { [FILE.replace('2027', '2026')]: withdrawal(['2027-03-01', '2026-03-01'])[FILE] ?? '' },
    'products.0',
    /recognised \(2026-08-05.*only after this withdrawal took effect \(2026-03-01\)/,
  ],
  [
    'without a day',
    {
      [FILE.replace('2027-03-01', '2027')]:
        withdrawal(['signedOn: 2027-03-01', 'signedOn: null\nyear: 2027'])[FILE] ?? '',
    },
    'effectiveOn',
    /missing; stars go away on a day/,
  ],
  [
    'in effect before it was signed',
    withdrawal(['signedOn: 2027-03-01', 'signedOn: 2027-03-01\neffectiveOn: 2027-02-01']),
    'effectiveOn',
    /before the signing day/,
  ],
  [
    'in effect a year late',
    withdrawal(['signedOn: 2027-03-01', 'signedOn: 2027-03-01\neffectiveOn: 2028-03-02']),
    'effectiveOn',
    /check both years/,
  ],
  [
    'with its signing day twice',
    withdrawal(['signedOn: 2027-03-01', 'signedOn: 2027-03-01\neffectiveOn: 2027-03-01']),
    'effectiveOn',
    /take the line out/,
  ],
  ['only proposed', withdrawal(['grade: A', 'grade: B2']), 'sources', /grade A or B1/],
  ['by a commune', withdrawal(['level: province', 'level: commune']), 'products.0', /could not withdraw/],
];

describe('a withdrawal that cannot be', () => {
  test.each(FAULTS)('%s', async (_what, changes, field, words) => {
    const [file] = Object.keys(changes);
    const problems = await problemsOf(changes);
    const told = problems.find((p) => p.file === file && p.field === field);
    expect(told, JSON.stringify(problems, null, 1)).toBeDefined();
    expect(told?.message).toMatch(words);
  });

  test('is not helped by a day of effect on another decision, nor by one written twice', async () => {
    const effect = { [LAM_DONG]: `${textOf(LAM_DONG)}effectiveOn: 2026-09-01\n` };
    expect(await problemsOf(effect)).toMatchObject([{ file: LAM_DONG, field: 'effectiveOn' }]);
    const twice = {
      ...withdrawal(),
      [RECOGNITION]: textOf(RECOGNITION).replace('issuedOn: null', 'issuedOn: null\nwithdrawnOn: 2027-03-02'),
    };
    const [problem] = await problemsOf(twice);
    expect(problem).toMatchObject({ file: RECOGNITION, field: 'withdrawnOn' });
    expect(problem?.message).toMatch(/withdraws it from 2027-03-01; take the line out/);
  });
});

test('a recognition naming a product that no file gives stars to is told', async () => {
  const [problem] = await problemsOf({ [LAM_DONG]: textOf(LAM_DONG).replace('[mam]', '[mam, binh-gom]') });
  expect(problem).toMatchObject({ file: LAM_DONG, field: 'products.1' });
  expect(problem?.message).toMatch(/write recognitions\/binh-gom--1\.yaml/);
});
