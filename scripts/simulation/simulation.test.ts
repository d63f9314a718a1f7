import { WARNING_NEEDS } from '@ocop/rules/stamps/suspicion';
import { describe, expect, it } from 'vitest';
import { chanceFrom } from './chance.ts';
import { poison } from './poisoning.ts';
import { AIM, printout } from './printout.ts';
import {
  detectionFromTwenty,
  falseAlertsPerScan,
  falseAlertsPerStamp,
  falseAlertsUntilLifted,
  simulate,
  worlds,
} from './run.ts';

const size = { seed: 1, stamps: 2_000, clones: 100 };
const [known, , unknown] = worlds;
if (!known || !unknown) throw new Error('The worlds to watch in are missing.');
const figures = simulate(size, known);

describe('with places known', () => {
  it('genuine stamps are let alone', () => {
    expect(falseAlertsUntilLifted(figures)).toBeLessThanOrEqual(AIM.perScan);
    expect(falseAlertsPerStamp(figures)).toBeLessThanOrEqual(0.001);
    expect(figures.genuine.every(({ scans }) => scans > 0)).toBe(true);
  });

  it('clones with twenty and more scanned copies are caught', () => {
    expect(detectionFromTwenty(figures)).toBeGreaterThanOrEqual(AIM.detection);
  });

  it('more copies are caught more surely, and before half of them are scanned', () => {
    const at = (copies: number) => figures.clones.find((clones) => clones.copies === copies);
    expect(at(5)?.caught).toBeLessThan(at(20)?.caught ?? 0);
    expect(at(50)?.medianScans).toBeLessThan(25);
  });
});

describe('without places', () => {
  const blind = simulate({ seed: 1, stamps: 200, clones: 10 }, unknown);

  it('nobody is accused, and hardly any clone is found', () => {
    expect(falseAlertsPerScan(blind)).toBe(0);
    expect(detectionFromTwenty(blind)).toBeLessThan(0.1);
  });
});

describe('an attacker who wants a genuine stamp suspicious', () => {
  const poisonings = poison(1);

  const costOf = (name: string) => poisonings.find(({ attacker }) => attacker.includes(name))?.cost ?? null;

  it('does nothing from one place or from abroad, whatever the stamp has been through', () => {
    const alone = poisonings.filter(({ attacker }) => /one province|abroad/.test(attacker));
    expect(alone).toHaveLength(3);
    for (const { attacker, cost } of alone) expect(cost, attacker).toBeNull();
  });

  it('needs a dozen networks in several provinces, and a week', () => {
    for (const name of ['two provinces', 'six provinces', 'patience', 'before it is on any goods']) {
      const cost = costOf(name);
      expect(cost?.networks ?? Infinity, name).toBeGreaterThanOrEqual(WARNING_NEEDS.networks - 3);
      expect(cost?.days ?? Infinity, name).toBeGreaterThanOrEqual(WARNING_NEEDS.days - 1);
    }
  });

  it('is told his price', () => {
    const few = { seed: 1, stamps: 20, clones: 2 };
    const text = printout(few, [simulate(few, known)], poisonings);
    expect(text).toMatch(/^\| has networks in two provinces far apart \| \d+ \| \d+ \| \d+ \|$/m);
  });
});

describe('the printout', () => {
  it('has the figures, the aims and what was assumed', () => {
    const text = printout(size, [figures]);
    expect(text).toContain('Seed 1, 2000 genuine stamps');
    expect(text).toMatch(/^\| genuine scans flagged, lifted after 72 hours \| 0\.0\d+ % \|$/m);
    expect(text).toMatch(/^\| clones caught, 200 copies scanned \| [\d.]+ % \(\d+\) \|$/m);
    expect(text).toMatch(/^\| aims: at most 0\.05 % and at least 95 % \| kept, kept \|$/m);
    expect(text).toContain('What the model assumes:');
  });

  it('is the same for the same seed, and another for another', () => {
    const small = (seed: number) => {
      const few = { seed, stamps: 60, clones: 4 };
      return printout(few, [simulate(few, known)]);
    };
    expect(small(3)).toBe(small(3));
    expect(small(3)).not.toBe(small(4));
  });
});

describe('chance', () => {
  it('keeps within its bounds and near its means', () => {
    const chance = chanceFrom(7);
    const draws = Array.from({ length: 5_000 }, () => ({
      whole: chance.whole(3, 6),
      wait: chance.wait(10),
      coin: chance.weighted([
        ['a', 1],
        ['b', 3],
      ]),
      some: chance.someOf([1, 2, 3], 2),
    }));
    expect(new Set(draws.map(({ whole }) => whole))).toEqual(new Set([3, 4, 5, 6]));
    expect(draws.reduce((sum, { wait }) => sum + wait, 0) / 5_000).toBeCloseTo(10, -0.5);
    expect(draws.filter(({ coin }) => coin === 'b').length / 5_000).toBeCloseTo(0.75, 1);
    expect(draws.every(({ some }) => new Set(some).size === 2)).toBe(true);
    expect(() => chance.oneOf([])).toThrow(RangeError);
  });
});
