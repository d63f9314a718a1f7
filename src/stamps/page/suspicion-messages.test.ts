import { suspicionOf } from '@ocop/rules/stamps/suspicion';
import type { SuspicionReason } from '@ocop/rules/stamps/suspicion';
import { describe, expect, test } from 'vitest';
import { dictionary } from '../../i18n/index.ts';
import { isFarApart, suspicionWords } from './suspicion-messages.ts';

const words = dictionary('vi').stamp.suspicion;

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
    const said = all.map((reason) => suspicionWords([reason], dictionary(lang).stamp.suspicion)[0]);
    expect(new Set(said).size).toBe(all.length);
    expect(said).not.toContain(dictionary(lang).stamp.suspicion.looking);
    expect(said.slice(0, 3).join(' ')).toMatch(/41.* 6 .*1138.*25/);
  });

  test('what the rules really answer is understood, weightiest first, three at most', () => {
    const { reasons } = suspicionOf({
      scans: Array.from({ length: 40 }, (_, i) => ({
        at: new Date(Date.UTC(2026, 10, 1) + i * 7 * 3_600_000).toISOString(),
        device: `d${i}`,
        province: ['01', '79', '48'][i % 3] ?? null,
      })),
      activatedAt: '2026-11-05T00:00:00Z',
      soldAt: null,
      shippedTo: ['24'],
    });
    expect(reasons.length).toBeGreaterThan(3);
    const said = suspicionWords(reasons, words);
    expect(said).toHaveLength(3);
    expect(said[0]).toBe(suspicionWords(reasons.slice(0, 1), words)[0]);
    expect(isFarApart({ score: 90, reasons })).toBe(true);
  });

  test('two scans at the same moment are not said to lie 0 minutes apart', () => {
    const [said] = suspicionWords([{ rule: 'speed', points: 5, km: 300, minutes: 0 }], words);
    expect(said).toContain('gần như cùng lúc');
  });

  test('a stamp staff look into has no reason of its own, nor has a rule of tomorrow', () => {
    expect(suspicionWords([], words)).toEqual([words.looking]);
    expect(suspicionWords([{ rule: 'of-tomorrow', points: 50 }], words)).toEqual([words.looking]);
    expect(suspicionWords([{ rule: 'devices', points: 50 }], words)).toEqual([words.looking]);
  });

  test('a crowd in one place is not far apart', () => {
    expect(isFarApart(null)).toBe(false);
    expect(isFarApart({ score: 20, reasons: [{ rule: 'devices', points: 20, devices: 41 }] })).toBe(false);
  });
});
