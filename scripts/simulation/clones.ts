import type { Chance } from './chance.ts';
import { athome, shipped } from './genuine.ts';
import type { Life } from './genuine.ts';
import { places } from './people.ts';

const WEEK = 7 * 24;

/**
 * A label photographed from one real pack and printed again: `copies` of them are bought within two
 * to ten weeks by households in `provinces` provinces, some far more than others, and each household
 * looks at its own. The real pack has its household too.
 */
export function clonedLife(chance: Chance, copies: number, provinces: number): Life {
  const { shippedTo, sold } = shipped(chance);
  const weeks = chance.between(2, 10);
  const markets = places(chance, provinces).map((code) => [code, chance.between(1, 4)] as const);
  const bought = chance.between(0, 2) * WEEK;
  const looks = athome(chance, chance.oneOf(shippedTo), bought);
  for (let copy = 0; copy < copies; copy += 1) {
    const hour = bought + chance.between(0, weeks) * WEEK;
    looks.push(...athome(chance, chance.weighted(markets), hour));
  }
  return {
    looks: looks.sort((a, b) => a.hour - b.hour),
    soldAt: sold ? bought : null,
    shippedTo,
  };
}
