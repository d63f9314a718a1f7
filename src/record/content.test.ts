/**
 * The real content/, and a copy of it that honest people added to. Only what must be true of any honest record is
 * asked here: what content/ holds today is nobody's promise. What the rules make of certain facts is shown by the
 * records of the tests (standings.test.ts).
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { addDays, addMonths } from '@ocop/rules/date';
import { certificateOf, standingOn } from '@ocop/rules/certificate/standing';
import { isExampleGtin } from '@ocop/rules/digital-link/gtin';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { productCard } from './card.ts';
import { loadRecord } from './load.ts';
import { writeSnapshot } from './snapshot.ts';
import { ADDED, copyWithAdditions } from './testing/honest-additions.ts';
import type { PublicRecord } from './types.ts';

const CONTENT = resolve(import.meta.dirname, '../../content');
let folder: string;
const records = new Map<string, { all: PublicRecord; real: PublicRecord }>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'content-test-'));
  await copyWithAdditions(CONTENT, join(folder, 'added'));
  for (const [name, contentDir] of [
    ['content/', CONTENT],
    ['content/ with honest additions', join(folder, 'added')],
  ] as const) {
    const load = (samples: boolean) => loadRecord({ contentDir, samples });
    records.set(name, { all: await load(true), real: await load(false) });
  }
});
afterAll(() => rm(folder, { recursive: true }));

function recordOf(name: string): { all: PublicRecord; real: PublicRecord } {
  const found = records.get(name);
  if (!found) throw new Error(`${name} did not load`);
  return found;
}

/** Days on which something of a record changes, and the days around them. */
function daysOf(record: PublicRecord): string[] {
  const turns = record.recognitions.flatMap((recognition) => {
    const certificate = certificateOf(recognition);
    return certificate
      ? [certificate.issuedOn, addMonths(certificate.issuedOn, 36), recognition.withdrawnOn ?? []].flat()
      : [];
  });
  return ['2020-01-01', '2026-11-21', ...turns.flatMap((day) => [addDays(day, -1), day]), '2099-01-01'];
}

describe.each(['content/', 'content/ with honest additions'])('%s', (name) => {
  test('shows no star without a signed recognition, a source that says so and a certificate in force', () => {
    const { all: record } = recordOf(name);
    for (const day of daysOf(record)) {
      for (const { slug, reported, sample } of record.products) {
        const standing = standingOn(productCard(record, slug).recognitions, reported, day);
        if (standing.kind !== 'recognised') continue;
        const { recognition } = standing;
        expect([slug, sample, recognition.decision.type]).toEqual([slug, false, 'recognition']);
        expect(['A', 'B1'], slug).toContain(recognition.grade);
        const { signedOn } = recognition.decision;
        expect(signedOn !== null && signedOn <= day, slug).toBe(true);
        const withdrawals = record
          .decisionsNaming(slug)
          .filter(({ type, ...d }) => type === 'withdrawal' && (d.effectiveOn ?? d.signedOn ?? '') <= day)
          .filter((d) => (d.effectiveOn ?? d.signedOn ?? '') >= (signedOn ?? ''));
        const notHis = withdrawals.filter(
          ({ issuer }) => (standing.stars === 5) === (issuer.level === 'ministry'),
        );
        expect(notHis, slug).toEqual([]);
      }
    }
  });

  test('gives a product that no decision recognises words or nothing', () => {
    const { all: record } = recordOf(name);
    for (const { slug, reported } of record.products) {
      const card = productCard(record, slug);
      expect(
        card.otherDecisions.some(({ type }) => type === 'recognition'),
        slug,
      ).toBe(false);
      if (card.recognitions.length > 0) continue;
      expect(['reported', 'none'], slug).toContain(standingOn([], reported, '2026-11-21').kind);
    }
  });

  test('marks every sample, and is whole without them', () => {
    const { all, real } = recordOf(name);
    for (const { gtin, sample } of all.offers) if (gtin !== null) expect(isExampleGtin(gtin)).toBe(sample);
    for (const { name: shown, sample } of [...all.fairs, ...all.pointsOfSale]) {
      if (!sample) continue;
      expect(shown.vi).toMatch(/ mẫu /);
      expect(shown.en).toMatch(/^Sample /);
    }
    const marked = [real.products, real.producers, real.offers, real.lots, real.fairs, real.pointsOfSale];
    expect(marked.flat().filter(({ sample }) => sample)).toEqual([]);
    const isReal = ({ sample }: { sample: boolean }) => !sample;
    expect(real.products).toHaveLength(all.products.filter(isReal).length);
  });

  test('can be written out for the site', () => {
    expect(() => writeSnapshot(recordOf(name).all, join(folder, 'record'))).not.toThrow();
  });
});

test('the additions are taken in: telephone, photo, price, star and its withdrawal', () => {
  const { real } = recordOf('content/ with honest additions');
  const card = productCard(real, ADDED);
  expect([card.producer?.phone, card.offer?.sample]).toEqual(['0912 345 678', false]);
  expect(card.product.photo).toMatch(/photo\.JPG$/);
  expect(real.fairsOf(ADDED).map(({ sample }) => sample)).toEqual([false]);
  const on = (day: string) => standingOn(card.recognitions, [], day);
  expect(on('2028-01-31')).toMatchObject({ kind: 'recognised', stars: 4 });
  expect(on('2028-02-01')).toMatchObject({ kind: 'lapsed', state: 'withdrawn' });
});
