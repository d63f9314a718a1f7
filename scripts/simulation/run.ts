import { chanceFrom } from './chance.ts';
import { clonedLife } from './clones.ts';
import { genuineKinds } from './genuine.ts';
import { seedOf } from './seed.ts';
import { watch } from './watch.ts';
import type { Places } from './watch.ts';

/** The worlds the same lives are watched in. */
export const worlds: readonly Places[] = [
  { name: 'places known', known: 1, misplaced: 0.06 },
  { name: 'half known', known: 0.5, misplaced: 0.06 },
  { name: 'none known', known: 0, misplaced: 0 },
  { name: 'known, one mobile in five misplaced', known: 1, misplaced: 0.2 },
];

/** Numbers of copies that somebody scans. */
export const copyCounts = [5, 10, 20, 50, 200] as const;

/** A clone is sold in each of these numbers of provinces equally often. */
export const marketCounts = [2, 3, 4, 5, 6] as const;

export interface FalseAlerts {
  kind: string;
  stamps: number;
  scans: number;
  flaggedScans: number;
  /** Where staff lift each warning after a while, see watch.ts. */
  flaggedUntilLifted: number;
  flaggedStamps: number;
}

/** `medianScans`: scans of the stamp until the first flag, of those caught; null when none was. */
export interface Detection {
  copies: number;
  clones: number;
  caught: number;
  medianScans: number | null;
}

export interface WorldFigures {
  places: Places;
  genuine: FalseAlerts[];
  clones: Detection[];
  /** Twenty copies sold in one province only: to the site a busy shelf. */
  oneMarket: Detection;
}

/** `stamps`: genuine ones that somebody scans. `clones`: of each number of copies. */
export interface Size {
  seed: number;
  stamps: number;
  clones: number;
}

/** Watches the same genuine stamps and clones in one world. Same seed, same figures. */
export function simulate({ seed, stamps, clones }: Size, places: Places): WorldFigures {
  const total = genuineKinds.reduce((sum, [, weight]) => sum + weight, 0);
  return {
    places,
    genuine: genuineKinds.map(([kind, weight, live]) => {
      const alerts = { kind, stamps: 0, scans: 0, flaggedScans: 0, flaggedUntilLifted: 0, flaggedStamps: 0 };
      const count = Math.max(1, Math.round((stamps * weight) / total));
      for (let i = 0; i < count; i += 1) {
        const chance = chanceFrom(seedOf(seed, kind, i));
        const seen = watch(chance, live(chance), places, false);
        alerts.stamps += 1;
        alerts.scans += seen.scans;
        alerts.flaggedScans += seen.flagged;
        alerts.flaggedUntilLifted += seen.flaggedUntilLifted;
        if (seen.caughtAt !== null) alerts.flaggedStamps += 1;
      }
      return alerts;
    }),
    clones: copyCounts.map((copies) => detect(seed, places, copies, marketCounts, clones)),
    oneMarket: detect(seed, places, 20, [1], clones),
  };
}

function detect(
  seed: number,
  places: Places,
  copies: number,
  markets: readonly number[],
  clones: number,
): Detection {
  const caughtAt: number[] = [];
  for (let i = 0; i < clones; i += 1) {
    const chance = chanceFrom(seedOf(seed, `clone ${copies} ${markets.length}`, i));
    const life = clonedLife(chance, copies, markets[i % markets.length] ?? 1);
    const seen = watch(chance, life, places, true);
    if (seen.caughtAt !== null) caughtAt.push(seen.caughtAt);
  }
  caughtAt.sort((a, b) => a - b);
  const medianScans = caughtAt[Math.floor(caughtAt.length / 2)] ?? null;
  return { copies, clones, caught: caughtAt.length, medianScans };
}

/** Flagged scans of all scans, 0 to 1, as long as nobody lifts a warning. */
export function falseAlertsPerScan({ genuine }: WorldFigures): number {
  return share(
    genuine,
    (kind) => kind.flaggedScans,
    (kind) => kind.scans,
  );
}

/** The same where staff lift each after some days, see watch.ts. */
export function falseAlertsUntilLifted({ genuine }: WorldFigures): number {
  return share(
    genuine,
    (kind) => kind.flaggedUntilLifted,
    (kind) => kind.scans,
  );
}

/** Stamps ever flagged of all stamps that somebody scans, 0 to 1. */
export function falseAlertsPerStamp({ genuine }: WorldFigures): number {
  return share(
    genuine,
    (kind) => kind.flaggedStamps,
    (kind) => kind.stamps,
  );
}

/** Caught among the clones with twenty and more scanned copies, each size counting alike, 0 to 1. */
export function detectionFromTwenty({ clones }: WorldFigures): number {
  const large = clones.filter(({ copies }) => copies >= 20);
  return share(
    large,
    (size) => size.caught,
    (size) => size.clones,
  );
}

function share<T>(rows: readonly T[], part: (row: T) => number, whole: (row: T) => number): number {
  const sum = (figure: (row: T) => number) => rows.reduce((total, row) => total + figure(row), 0);
  return sum(part) / sum(whole);
}
