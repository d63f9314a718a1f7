import { describe, expect, it } from 'vitest';
import { chanceFrom } from './chance.ts';
import { poison } from './poisoning.ts';
import { AIM, printout } from './printout.ts';
import { detectionFromTwenty, falseAlertsPerScan, simulate, worlds } from './run.ts';

const size = { seed: 1, stamps: 2_000, clones: 100 };
const [known, , unknown] = worlds;
if (!known || !unknown) throw new Error('The worlds to watch in are missing.');
const figures = simulate(size, known);

describe('with places known', () => {
  it('genuine stamps are let alone', () => {
    expect(falseAlertsPerScan(figures)).toBeLessThanOrEqual(AIM.perScan);
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

  it('needs networks: one place is not enough, whatever the stamp has been through', () => {
    for (const { cost } of poisonings) expect(cost?.networks ?? Infinity).toBeGreaterThanOrEqual(3);
  });

  it('never pays less than where networks are not noted, and there one network was enough', () => {
    for (const { cost, withoutNetworks } of poisonings) {
      expect(cost?.networks ?? Infinity).toBeGreaterThanOrEqual(withoutNetworks?.networks ?? Infinity);
    }
    expect(poisonings.some(({ withoutNetworks }) => withoutNetworks?.networks === 1)).toBe(true);
  });

  it('is told his price', () => {
    const few = { seed: 1, stamps: 20, clones: 2 };
    const text = printout(few, [simulate(few, known)], poisonings);
    expect(text).toMatch(
      /^\| has networks in two provinces far apart \| \d+ \/ \d+ \| \d+ \/ \d+ \| \d+ \/ \d+ \|$/m,
    );
  });
});

describe('the printout', () => {
  it('has the figures, the aims and what was assumed', () => {
    const text = printout(size, [figures]);
    expect(text).toContain('Seed 1, 2000 genuine stamps');
    expect(text).toMatch(/^\| genuine scans flagged \| 0\.0\d+ % \|$/m);
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
