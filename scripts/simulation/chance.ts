/** Seeded chance: the same seed draws the same numbers on every machine. */
export interface Chance {
  /** 0 ≤ x < 1. */
  part(): number;
  /** Whole number, both ends included. */
  whole(from: number, to: number): number;
  between(from: number, to: number): number;
  /** True in `share` of all cases. */
  happens(share: number): boolean;
  /** 1, 2, 3 …: after each, another follows with chance `again`. */
  atLeastOne(again: number): number;
  /** Waiting time with this mean (exponential). */
  wait(mean: number): number;
  oneOf<T>(items: readonly T[]): T;
  /** `count` different ones, or all of them where there are fewer. */
  someOf<T>(items: readonly T[], count: number): T[];
  /** One of them, each as often as its weight says. */
  weighted<T>(items: readonly (readonly [T, number])[]): T;
}

/** mulberry32: 32 bits of state, plenty for a model and easy to check. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const part = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (from: number, to: number) => from + Math.floor(part() * (to - from + 1));
  const given = <T>(item: T | undefined): T => {
    if (item === undefined) throw new RangeError('There is nothing to choose from.');
    return item;
  };
  return {
    part,
    whole,
    between: (from, to) => from + part() * (to - from),
    happens: (share) => part() < share,
    atLeastOne(again) {
      let count = 1;
      while (part() < again) count += 1;
      return count;
    },
    wait: (mean) => -mean * Math.log(1 - part()),
    oneOf: (items) => given(items[whole(0, items.length - 1)]),
    someOf(items, count) {
      const left = [...items];
      return Array.from({ length: Math.min(count, items.length) }, () =>
        given(left.splice(whole(0, left.length - 1), 1)[0]),
      );
    },
    weighted(items) {
      let rest = part() * items.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [item, weight] of items) {
        rest -= weight;
        if (rest < 0) return item;
      }
      return given(items.at(-1))[0];
    },
  };
}
