import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { provinceCodes } from '../place/province.ts';
import { SUSPICIOUS_FROM, suspicionOf, WARNING_NEEDS } from './suspicion.ts';
import type { ScanMark, SuspicionFacts, SuspicionReason } from './suspicion.ts';

const START = Date.UTC(2026, 2, 2, 1);
const at = (hours: number) => new Date(START + hours * 3_600_000).toISOString();
const hanoi = '01';
const saigon = '79';
const hue = '46';
const bacNinh = '24';

/** Scans from ever new networks, `gap` hours apart, in these provinces in turn. */
function scans(count: number, gap: number, provinces: readonly (string | null)[]): ScanMark[] {
  return Array.from({ length: count }, (_, i) => ({
    at: at(i * gap),
    network: `network-${i}`,
    province: provinces[i % provinces.length] ?? null,
  }));
}

function judge(marks: readonly ScanMark[], more: Partial<SuspicionFacts> = {}) {
  return suspicionOf({ scans: marks, activatedAt: at(-1), soldAt: null, shippedTo: [], ...more });
}

function reason<R extends SuspicionReason['rule']>(
  reasons: readonly SuspicionReason[],
  rule: R,
): Extract<SuspicionReason, { rule: R }> | undefined {
  return reasons.find((one): one is Extract<SuspicionReason, { rule: R }> => one.rule === rule);
}

describe('not suspicious', () => {
  it('is a stamp nobody or one household looked at', () => {
    expect(judge([])).toEqual({ score: 0, suspicious: false, warns: false, reasons: [] });
    expect(judge(scans(4, 40, [bacNinh]))).toEqual({
      score: 0,
      suspicious: false,
      warns: false,
      reasons: [],
    });
  });

  it('is a sample on a shelf, however many look at it', () => {
    const seen = judge(scans(300, 7, ['22']));
    expect(seen.score).toBe(15);
    expect(seen.reasons).toEqual([{ rule: 'devices', points: 15, devices: 300 }]);
  });

  it('is a fair far from where the lot went, with a network in ten placed wrongly', () => {
    const crowd = ['22', '22', '22', '22', hanoi, '22', '22', '22', '22', saigon];
    const seen = judge(scans(200, 0.05, crowd), { shippedTo: ['48'] });
    expect(seen.suspicious).toBe(false);
    expect(seen.reasons.map(({ rule }) => rule).sort()).toEqual([
      'away',
      'devices',
      'provinces',
      'rush',
      'speed',
    ]);
    expect(reason(seen.reasons, 'rush')?.scans).toBe(21);
  });

  it('is a present that travels the country once', () => {
    expect(judge(scans(6, 30, ['22', '01', '40', '46', '56', '79'])).suspicious).toBe(false);
  });
});

describe('suspicious', () => {
  it('is a thing that is here, there and here again for ever new people', () => {
    const seen = judge(scans(20, 34, [hanoi, saigon, hue]));
    expect(seen.suspicious).toBe(true);
    expect(reason(seen.reasons, 'provinces')).toMatchObject({ inAll: 3, moves: 19, points: 60 });
  });

  it('is a sheet of stamps that many read before it was on any goods', () => {
    const seen = judge(scans(12, 5, [null]), { activatedAt: at(60) });
    expect(reason(seen.reasons, 'before-activation')).toMatchObject({ devices: 12, points: 40 });
    expect(judge(scans(12, 5, ['01', '79']), { activatedAt: null }).suspicious).toBe(true);
  });

  it('only from the set score on', () => {
    for (let count = 1; count <= 30; count += 1) {
      const seen = judge(scans(count, 20, ['01', '79', '46', '24']));
      expect(seen.suspicious).toBe(seen.score >= SUSPICIOUS_FROM);
    }
  });
});

describe('a warning to buyers', () => {
  it('needs the thing to move, and to be seen by many networks on many days', () => {
    const copied = scans(20, 34, [hanoi, saigon, hue]);
    expect(judge(copied).warns).toBe(true);
    expect(judge(copied.slice(0, WARNING_NEEDS.networks - 1)).warns).toBe(false);
    const hasty = judge(scans(23, 6, [hanoi, saigon, hue]));
    expect(hasty).toMatchObject({ suspicious: true, warns: false });
  });

  it('is not given for a time alone: a sheet read before it is used, goods read long after the sale', () => {
    const early = judge(scans(40, 30, ['24']), { activatedAt: null, shippedTo: [hue] });
    expect(early).toMatchObject({ suspicious: true, warns: false });
    const late = scans(40, 30, ['24']);
    const soldLongAgo = { soldAt: at(-40 * 24), shippedTo: [hue] };
    expect(judge(late, soldLongAgo)).toMatchObject({ suspicious: true, warns: false });
  });

  it('says no more than the score does', () => {
    for (let count = 1; count <= 40; count += 1) {
      const seen = judge(scans(count, 20, ['01', '79', '46', '24']));
      expect(seen.suspicious || !seen.warns).toBe(true);
    }
  });
});

describe('from one network neighbourhood', () => {
  /** The same scans from `networks` networks in turn. */
  const within = (marks: readonly ScanMark[], networks: number) =>
    marks.map((mark, i) => ({ ...mark, network: `network-${i % networks}` }));
  const sold = { soldAt: at(0), shippedTo: [hue] };

  it('no number of requests makes a genuine stamp suspicious, whatever they do', () => {
    const late = scans(20, 7, [hanoi]).map((mark) => ({
      ...mark,
      at: new Date(Date.parse(mark.at) + 40 * 24 * 3_600_000).toISOString(),
    }));
    expect(judge(late, sold).suspicious).toBe(true);
    expect(judge(within(late, 1), sold)).toMatchObject({ suspicious: false, score: 10 });
    const early = scans(20, 0.01, [null]);
    expect(judge(early, { activatedAt: null }).suspicious).toBe(true);
    expect(judge(within(early, 1), { activatedAt: null })).toMatchObject({ suspicious: false, score: 5 });
  });

  it('at no times and in no provinces they add up', () => {
    const attack = fc.array(
      fc.record({
        at: fc.integer({ min: -500, max: 2_000 }).map(at),
        network: fc.constant('one'),
        province: fc.option(fc.constantFrom(...provinceCodes)),
      }),
      { maxLength: 80 },
    );
    fc.assert(
      fc.property(attack, (marks) => {
        expect(judge(marks, { ...sold, activatedAt: at(0) }).score).toBeLessThan(SUSPICIOUS_FROM - 20);
      }),
      { numRuns: 300 },
    );
  });

  it('one scan counts', () => {
    const eight = scans(8, 30, [bacNinh]);
    expect(reason(judge(within(eight, 8)).reasons, 'devices')?.devices).toBe(8);
    expect(reason(judge(within(eight, 6)).reasons, 'devices')?.devices).toBe(6);
    expect(judge(within(eight, 4)).reasons).toEqual([]);
  });

  it('nor do they wash a copied stamp: five hundred more change nothing', () => {
    const copied = scans(20, 34, [hanoi, saigon, hue]);
    const flood = scans(504, 0.1, [hanoi]).map((mark) => ({ ...mark, network: 'network-0' }));
    expect(judge([...copied, ...flood])).toEqual(judge(copied));
  });

  it('networks that are not told count as one', () => {
    const marks = scans(40, 34, [hanoi, saigon, hue]).map((mark) => ({ ...mark, network: null }));
    expect(judge(marks)).toEqual(judge(marks.slice(0, 1)));
  });

  it('copies in many networks are as suspicious as ever', () => {
    const marks = scans(20, 34, [hanoi, saigon, hue]);
    expect(judge(within(marks, 20))).toEqual(judge(marks));
  });
});

describe('single rules', () => {
  it('a speed no aeroplane reaches is told with its figures', () => {
    const near = judge(scans(2, 1, [hanoi, saigon]));
    expect(reason(near.reasons, 'speed')).toEqual({
      rule: 'speed',
      points: 5,
      times: 1,
      from: '01',
      to: '79',
      km: 1140,
      minutes: 60,
    });
    expect(reason(judge(scans(2, 2, ['01', '79'])).reasons, 'speed')).toBeUndefined();
    // Neighbours: two people may stand on both sides of one bridge.
    expect(reason(judge(scans(2, 0, ['01', '24'])).reasons, 'speed')).toBeUndefined();
  });

  it('three provinces count within a day, not over it', () => {
    const within = (gap: number) => reason(judge(scans(3, gap, ['01', '24', '25'])).reasons, 'provinces');
    expect(within(12)?.within24h).toBe(3);
    expect(within(12.1)?.within24h).toBe(2);
  });

  it('looks long after the sale count, unless by those who looked before', () => {
    const family = scans(3, 1, ['24']);
    const later = (network: string, day: number) => ({ at: at(24 * day), network, province: '24' });
    const soldAt = at(0);
    const known = judge([...family, later('network-0', 45), later('network-1', 50)], { soldAt });
    expect(reason(known.reasons, 'after-sale')).toBeUndefined();
    const fresh = judge([...family, later('a', 29), later('b', 31), later('c', 80)], { soldAt });
    expect(reason(fresh.reasons, 'after-sale')).toMatchObject({ devices: 2, points: 20, days: 30 });
  });

  it('away counts only where it is known where the lot went', () => {
    const marks = scans(5, 30, ['79', '79', '24', '79', '79']);
    expect(reason(judge(marks, { shippedTo: ['24'] }).reasons, 'away')).toMatchObject({
      away: 4,
      located: 5,
    });
    expect(reason(judge(marks).reasons, 'away')).toBeUndefined();
    expect(reason(judge(marks, { shippedTo: ['79'] }).reasons, 'away')).toBeUndefined();
  });
});

describe('always', () => {
  const mark = fc.record({
    at: fc.integer({ min: -500, max: 3_000 }).map(at),
    network: fc.option(fc.integer({ min: 0, max: 30 }).map(String)),
    province: fc.option(fc.constantFrom(...provinceCodes, '99')),
  });
  const facts = fc.record({
    scans: fc.array(mark, { maxLength: 60 }),
    activatedAt: fc.option(fc.constant(at(0))),
    soldAt: fc.option(fc.constant(at(100))),
    shippedTo: fc.subarray([...provinceCodes]),
  });

  it('the score is the sum of its reasons, within 0 to 100, weightiest first', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const { score, reasons } = suspicionOf(given);
        const points = reasons.map((one) => one.points);
        expect(score).toBe(
          Math.min(
            100,
            points.reduce((sum, one) => sum + one, 0),
          ),
        );
        expect(points.every((one) => Number.isInteger(one) && one > 0)).toBe(true);
        expect(points).toEqual([...points].sort((a, b) => b - a));
      }),
      { numRuns: 300 },
    );
  });

  it('without a known place it is never the place', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const nowhere = given.scans.map((one) => ({ ...one, province: null }));
        const rules = suspicionOf({ ...given, scans: nowhere }).reasons.map(({ rule }) => rule);
        expect(rules).not.toContain('provinces');
        expect(rules).not.toContain('speed');
        expect(rules).not.toContain('away');
      }),
      { numRuns: 200 },
    );
  });

  it('the same network again adds no point', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const last = given.scans.at(-1);
        fc.pre(last !== undefined);
        const again = { ...last, at: at(9_000), province: '96' };
        expect(suspicionOf({ ...given, scans: [...given.scans, again] }).score).toBe(
          suspicionOf(given).score,
        );
      }),
      { numRuns: 200 },
    );
  });

  it('costs little for a stamp scanned by thousands', () => {
    const time = (count: number) => {
      const marks = scans(count, 0.01, provinceCodes);
      const start = process.threadCpuUsage();
      judge(marks);
      return process.threadCpuUsage(start).user / 1_000;
    };
    time(2_000);
    // A quadratic rule would take a hundred times as long for ten times the scans.
    expect(time(50_000)).toBeLessThan(50 * Math.max(1, time(5_000)));
  });
});
