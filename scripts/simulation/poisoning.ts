import type { Chance } from './chance.ts';
import { chanceFrom } from './chance.ts';
import { athome, shipped } from './genuine.ts';
import type { Life } from './genuine.ts';
import type { Look } from './people.ts';
import { seedOf } from './seed.ts';
import { watch } from './watch.ts';
import type { Places } from './watch.ts';

/** Somebody who wants a genuine stamp to be called suspicious, and when he sets about it. */
interface Attacker {
  name: string;
  /** Provinces his networks stand in, in turn; '' is abroad, where no province is told. */
  provinces: readonly string[];
  from: 'print' | 'sale' | 'long after the sale';
  /** Hours between two requests: a rush, or one for every quarter of a day in which the score places the thing. */
  pace: number;
}

/** What it costs him at least; null where he does not succeed within {@link MAX_NETWORKS}. */
export interface Cost {
  networks: number;
  requests: number;
  days: number;
}

export interface Poisoning {
  attacker: string;
  cost: Cost | null;
}

/** Hours: ten within one are a rush; the score places a thing once in a quarter of a day. */
const RUSH = 1 / 20;
const QUARTER_DAY = 6;

export const attackers: readonly Attacker[] = [
  { name: 'reads a sheet from abroad before it is on any goods', provinces: [''], from: 'print', pace: RUSH },
  { name: 'sits in one province, the stamp is in use', provinces: ['01'], from: 'sale', pace: QUARTER_DAY },
  {
    name: 'sits in one province, the sale was noted a month ago',
    provinces: ['01'],
    from: 'long after the sale',
    pace: RUSH,
  },
  {
    name: 'has networks in two provinces far apart',
    provinces: ['01', '79'],
    from: 'sale',
    pace: QUARTER_DAY,
  },
  {
    name: 'has networks in six provinces',
    provinces: ['01', '79', '48', '46', '92', '22'],
    from: 'sale',
    pace: QUARTER_DAY,
  },
  {
    name: 'has networks in six provinces, and patience',
    provinces: ['01', '79', '48', '46', '92', '22'],
    from: 'sale',
    pace: 2 * QUARTER_DAY,
  },
  {
    name: 'reads a sheet in six provinces before it is on any goods',
    provinces: ['01', '79', '48', '46', '92', '22'],
    from: 'print',
    pace: 2 * QUARTER_DAY,
  },
];

/** Networks he may have at most: a /24 or /48 each, as a rule another line, another flat or another host. */
export const MAX_NETWORKS = 40;

/** Stamps each attacker tries his hand at; he succeeds where half of them are flagged. */
const VICTIMS = 11;

const MAX_REQUESTS = 160;

/** What each attacker pays at least; the site knows where each scan comes from. */
export function poison(seed: number): Poisoning[] {
  const known = { name: 'places known', known: 1, misplaced: 0.06 };
  return attackers.map((attacker) => ({
    attacker: attacker.name,
    cost: leastCost(seed, attacker, known),
  }));
}

/** More networks never make it harder, so the least number is found by halving. */
function leastCost(seed: number, attacker: Attacker, places: Places): Cost | null {
  let most = medianCost(MAX_NETWORKS);
  if (most === null) return null;
  let [tooFew, enough] = [0, MAX_NETWORKS];
  while (enough - tooFew > 1) {
    const networks = Math.floor((tooFew + enough) / 2);
    const cost = medianCost(networks);
    if (cost === null) tooFew = networks;
    else [enough, most] = [networks, cost];
  }
  return most;

  function medianCost(networks: number): Cost | null {
    const paid = Array.from({ length: VICTIMS }, (_, i) =>
      attack(chanceFrom(seedOf(seed, `poison ${attacker.name}`, i)), attacker, networks, places),
    ).filter((cost) => cost !== null);
    return paid.sort((a, b) => a.requests - b.requests)[Math.floor(VICTIMS / 2)] ?? null;
  }
}

/** One stamp of a household, and an attacker who names another browser at each request. */
function attack(chance: Chance, attacker: Attacker, networks: number, places: Places): Cost | null {
  const { shippedTo } = shipped(chance);
  const bought = 48;
  const start = {
    print: -(MAX_REQUESTS * attacker.pace),
    sale: bought,
    'long after the sale': bought + 31 * 24,
  }[attacker.from];
  const looks = Array.from({ length: MAX_REQUESTS }, (_, i): Look => {
    const network = i % networks;
    return {
      hour: start + i * attacker.pace,
      visitor: {
        method: 'GET',
        address: `198.18.${network}.7`,
        userAgent: `Mozilla/5.0 (Linux; ${letters(i)}) Zalo android`,
        language: 'vi',
        purpose: '',
      },
      province: attacker.provinces[network % attacker.provinces.length] ?? '',
      seat: null,
    };
  });
  const end = start + MAX_REQUESTS * attacker.pace;
  const household = athome(chance, chance.oneOf(shippedTo), bought).filter(({ hour }) => hour <= end);
  const life: Life = {
    looks: [...household, ...looks].sort((a, b) => a.hour - b.hour),
    soldAt: attacker.from === 'long after the sale' ? bought : null,
    shippedTo,
  };
  const { caughtHour } = watch(chance, life, places, true);
  if (caughtHour === null) return null;
  const requests = looks.filter(({ hour }) => hour <= caughtHour).length;
  if (requests === 0) return null;
  return {
    networks: Math.min(networks, requests),
    requests,
    days: Math.max(1, Math.ceil((caughtHour - start) / 24)),
  };
}

/** A name of a phone without digits: those are left out of device tokens. */
function letters(n: number): string {
  return String(n).replace(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit)));
}
