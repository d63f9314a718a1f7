import { suspicionOf } from '@ocop/rules/stamps/suspicion';
import type { SuspicionReason } from '@ocop/rules/stamps/suspicion';
import { describe, expect, test } from 'vitest';
import { dictionary } from '../../i18n/index.ts';
import type { Lang } from '../../i18n/lang.ts';
import { fillText } from './page-template.ts';
import { isFarApart, reasonFacts, reasonMessages, reasonSlots } from './suspicion-messages.ts';

const { looking } = dictionary('vi').stamp.suspicion;

/** The sentences with their figures filled in. */
function said(reasons: Parameters<typeof reasonSlots>[0], lang: Lang = 'vi'): string[] {
  const messages = reasonMessages(reasonFacts(reasons, lang), dictionary(lang).stamp.suspicion);
  return messages.map((message) => fillText(message, reasonSlots(reasons)));
}

const all: SuspicionReason[] = [
  { rule: 'devices', points: 9, devices: 41 },
  { rule: 'provinces', points: 9, within24h: 3, inAll: 6, moves: 8 },
  { rule: 'speed', points: 9, times: 1, from: '01', to: '79', km: 1138, minutes: 25 },
  { rule: 'before-activation', points: 9, devices: 2 },
  { rule: 'after-sale', points: 9, devices: 3, days: 30 },
  { rule: 'rush', points: 9, scans: 14 },
  { rule: 'away', points: 9, away: 8, located: 10 },
];

describe('why a stamp looks copied', () => {
  test.each(['vi', 'en'] as const)('every rule has its own sentence (%s)', (lang) => {
    const sentences = all.map((reason) => said([reason], lang)[0]);
    expect(new Set(sentences).size).toBe(all.length);
    expect(sentences).not.toContain(dictionary(lang).stamp.suspicion.looking);
    expect(sentences.slice(0, 3).join(' ')).toMatch(/41.* 6 .*1138.*25/);
  });

  test('what the rules really answer is understood, weightiest first, three at most', () => {
    const { reasons } = suspicionOf({
      scans: Array.from({ length: 40 }, (_, i) => ({
        at: new Date(Date.UTC(2026, 10, 1) + i * 7 * 3_600_000).toISOString(),
        network: `n${i}`,
        province: ['01', '79', '48'][i % 3] ?? null,
      })),
      activatedAt: '2026-11-05T00:00:00Z',
      soldAt: null,
      shippedTo: ['24'],
    });
    expect(reasons.length).toBeGreaterThan(3);
    expect(said(reasons)).toHaveLength(3);
    expect(said(reasons)[0]).toBe(said(reasons.slice(0, 1))[0]);
    expect(isFarApart({ score: 90, reasons })).toBe(true);
  });

  test('two scans at the same moment are not said to lie 0 minutes apart', () => {
    const [sentence] = said([{ rule: 'speed', points: 5, km: 300, minutes: 0 }]);
    expect(sentence).toContain('gần như cùng lúc');
    expect(sentence).toContain('300 km');
  });

  test('numbers take the forms of the language', () => {
    const speed = (minutes: number) => said([{ rule: 'speed', points: 5, km: 300, minutes }], 'en')[0];
    expect(speed(1)).toContain('only 1 minute apart');
    expect(speed(2)).toContain('only 2 minutes apart');
    expect(said([{ rule: 'rush', points: 5, scans: 1 }], 'en')).toEqual([
      'There was 1 scan within one hour.',
    ]);
  });

  test('figures are no part of what chooses the sentences', () => {
    const reasons = (n: number) => [{ rule: 'devices', points: 20, devices: n }];
    expect(reasonFacts(reasons(41), 'en')).toEqual(reasonFacts(reasons(97), 'en'));
    expect(said(reasons(97))).not.toEqual(said(reasons(41)));
  });

  test('a stamp staff look into has no reason of its own, nor has a rule of tomorrow', () => {
    expect(said([])).toEqual([looking]);
    expect(said([{ rule: 'of-tomorrow', points: 50 }])).toEqual([looking]);
    expect(said([{ rule: 'devices', points: 50 }])).toEqual([looking]);
  });

  test('a crowd in one place is not far apart', () => {
    expect(isFarApart(null)).toBe(false);
    expect(isFarApart({ score: 20, reasons: [{ rule: 'devices', points: 20, devices: 41 }] })).toBe(false);
  });
});
