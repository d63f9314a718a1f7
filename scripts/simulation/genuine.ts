import type { Chance } from './chance.ts';
import { atHome, householdIn, outside, personIn, places, preview, somewhere } from './people.ts';
import type { Look, Person } from './people.ts';

/** What happens to one stamp in its days: every request for its page, and what staff know of it. */
export interface Life {
  looks: Look[];
  /** Hours, as in {@link Look}. */
  soldAt: number | null;
  shippedTo: string[];
}

const DAY = 24;

/** Kinds of genuine lives, each as often as its weight says among stamps that anybody looks at. */
export const genuineKinds: readonly (readonly [string, number, (chance: Chance) => Life])[] = [
  ['household', 68, household],
  ['two homes', 1, twoHomes],
  ['shelf', 14, shelf],
  ['shelf sample', 1, shelfSample],
  ['fair', 6, fair],
  ['touring sample', 1, touringSample],
  ['traveller', 6, traveller],
  ['reseller', 3, reseller],
];

/** Bought, and looked at by one to four people of one household over two months. */
function household(chance: Chance): Life {
  const { shippedTo, sold } = shipped(chance);
  const province = chance.happens(0.8) ? chance.oneOf(shippedTo) : somewhere(chance);
  const bought = chance.between(1, 40) * DAY;
  return life(chance, athome(chance, province, bought), { shippedTo, soldAt: sold ? bought : null });
}

/** A family that lives in two provinces and takes the jar along every week. */
function twoHomes(chance: Chance): Life {
  const { shippedTo } = shipped(chance);
  const here = householdIn(chance, chance.oneOf(shippedTo), chance.whole(2, 3));
  const homes = [chance.oneOf(shippedTo), somewhere(chance)].map((province) => ({
    province,
    network: personIn(chance, province).home,
  }));
  const bought = chance.between(1, 20) * DAY;
  const looks = Array.from({ length: chance.whole(4, 12) }, (_, i) => {
    const { province, network } = homes[i % 2] ?? { province: '01', network: '' };
    const person = { ...chance.oneOf(here), home: network };
    return atHome(chance, person, province, bought + i * 3.5 * DAY);
  });
  return life(chance, looks, { shippedTo, soldAt: null });
}

/** Picked up by shoppers, then bought by one of them. */
function shelf(chance: Chance): Life {
  const { shippedTo, sold } = shipped(chance);
  const province = chance.oneOf(shippedTo);
  const shoppers = chance.atLeastOne(0.85);
  const bought = chance.between(2, 45) * DAY;
  const looks = [...crowd(chance, province, shoppers, 1 * DAY, bought), ...athome(chance, province, bought)];
  return life(chance, looks, { shippedTo, soldAt: sold ? bought : null });
}

/** The open jar beside the pile: looked at by everybody, for three months, never sold. */
function shelfSample(chance: Chance): Life {
  const { shippedTo } = shipped(chance);
  const looks = crowd(chance, chance.oneOf(shippedTo), chance.whole(20, 200), 1 * DAY, 90 * DAY);
  return life(chance, looks, { shippedTo, soldAt: null });
}

/** Two to four days among many people, often where nothing was shipped to; then taken home. */
function fair(chance: Chance): Life {
  const { shippedTo } = shipped(chance);
  const province = chance.happens(0.5) ? chance.oneOf(shippedTo) : somewhere(chance);
  const end = (10 + chance.whole(2, 4)) * DAY;
  const looks = [
    ...crowd(chance, province, chance.whole(4, 90), 10 * DAY, end),
    ...athome(chance, chance.happens(0.6) ? province : somewhere(chance), end + 6),
  ];
  return life(chance, looks, { shippedTo, soldAt: null });
}

/** The producer's own sample, taken from fair to fair. */
function touringSample(chance: Chance): Life {
  const { shippedTo, origin } = shipped(chance);
  const staff = personIn(chance, origin);
  const looks = places(chance, chance.whole(2, 4)).flatMap((province, i) => {
    const start = (5 + i * 20) * DAY;
    return [
      ...crowd(chance, province, chance.whole(8, 50), start, start + 3 * DAY),
      atHome(chance, staff, origin, start + 8 * DAY),
    ];
  });
  return life(chance, looks, { shippedTo, soldAt: null });
}

/** Bought on a journey or as a present: seen in two to five provinces one after the other. */
function traveller(chance: Chance): Life {
  const { shippedTo } = shipped(chance);
  const person = personIn(chance, somewhere(chance));
  let hour = chance.between(1, 30) * DAY;
  const looks: Look[] = [];
  for (const province of [chance.oneOf(shippedTo), ...places(chance, chance.whole(1, 4))]) {
    const who = chance.happens(0.5) ? person : personIn(chance, province);
    for (let more = chance.atLeastOne(0.4); more > 0; more -= 1) {
      looks.push(outside(chance, who, province, hour));
      hour += chance.wait(8);
    }
    hour += chance.wait(2 * DAY) + 3;
  }
  return life(chance, looks, { shippedTo, soldAt: null });
}

/** Bought in one province to be sold from a shelf in another. */
function reseller(chance: Chance): Life {
  const { shippedTo } = shipped(chance);
  const from = chance.oneOf(shippedTo);
  const [to = from, home = from] = places(chance, 2);
  const looks = [
    ...crowd(chance, from, chance.atLeastOne(0.5), 1 * DAY, 5 * DAY),
    ...crowd(chance, to, chance.whole(1, 30), 8 * DAY, 45 * DAY),
    ...athome(chance, home, 46 * DAY),
  ];
  return life(chance, looks, { shippedTo, soldAt: null });
}

/** Where the lot went, from where, and whether the till notes the sale. */
export function shipped(chance: Chance): { shippedTo: string[]; origin: string; sold: boolean } {
  const origin = somewhere(chance);
  const shippedTo = [...new Set([origin, ...places(chance, chance.whole(1, 3))])];
  return { shippedTo, origin, sold: chance.happens(0.2) };
}

/** A household looks once when it opens the thing, and a few times more as it uses it up. */
export function athome(chance: Chance, province: string, from: number): Look[] {
  const family = householdIn(chance, province, chance.atLeastOne(0.35));
  let hour = from + chance.wait(30);
  return Array.from({ length: chance.atLeastOne(0.4) }, () => {
    const seen = atHome(chance, chance.oneOf(family), province, hour);
    hour += chance.wait(8 * DAY);
    return seen;
  });
}

/** Different people between two hours; one in five looks twice, one in eight by the shop's network. */
function crowd(chance: Chance, province: string, people: number, from: number, to: number): Look[] {
  const shop = personIn(chance, province).home;
  return Array.from({ length: people }, () => {
    const person: Person = { ...personIn(chance, province), home: shop };
    const hour = openHour(chance.between(from, to));
    const seen = chance.happens(0.125)
      ? atHome(chance, person, province, hour)
      : outside(chance, person, province, hour);
    return chance.happens(0.2) ? [seen, { ...seen, hour: hour + chance.between(0.01, 1) }] : [seen];
  }).flat();
}

/** Shops and fairs are open from eight to eight: the same day, its hours pressed together. */
function openHour(hour: number): number {
  const day = Math.floor(hour / DAY) * DAY;
  return day + 8 + (hour - day) / 2;
}

/** In order of time, with what comes along: staff trying a sheet, programs drawing previews. */
function life(chance: Chance, looks: Look[], known: Omit<Life, 'looks'>): Life {
  const all = [...looks];
  if (chance.happens(0.02)) {
    const staff = personIn(chance, known.shippedTo[0] ?? '01');
    for (let more = chance.whole(1, 3); more > 0; more -= 1) {
      all.push(outside(chance, staff, known.shippedTo[0] ?? '01', -chance.between(1, 200)));
    }
  }
  for (const seen of looks) if (chance.happens(0.1)) all.push(preview(chance, seen));
  return { ...known, looks: all.sort((a, b) => a.hour - b.hour) };
}
