import { provinceCodes } from '@ocop/rules/place/province';
import type { Visitor } from '../../src/http/client.ts';
import type { Chance } from './chance.ts';

/** One request for a stamp's page. */
export interface Look {
  /** Hours since the stamp was put on the goods; negative before. */
  hour: number;
  visitor: Visitor;
  /** Where the person stands. */
  province: string;
  /** Where a table of networks puts a mobile network it has wrong; null for a fixed line. */
  seat: string | null;
}

/** A person with one phone, at home in a province. */
export interface Person {
  userAgent: string;
  /** First three bytes of the home network's address. */
  home: string;
  carrier: Carrier;
  language: string;
}

interface Carrier {
  /** Second byte of its addresses; each region has its own hundred or so networks. */
  block: number;
  /** Where tables of networks put it when they are wrong. */
  seat: string;
}

// Shares of mobile lines and seats are rough; what matters is that a few carriers stand in the two
// big cities and one in the middle.
const carriers: readonly (readonly [Carrier, number])[] = [
  [{ block: 1, seat: '01' }, 55],
  [{ block: 2, seat: '01' }, 22],
  [{ block: 3, seat: '79' }, 18],
  [{ block: 4, seat: '48' }, 5],
];

const browsers: readonly (readonly [string, number])[] = [
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Zalo iOS/480', 18],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) Version/18.1 Mobile Safari/604.1', 14],
  ['Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/131.0.0.0 Mobile Safari/537.36', 30],
  ['Mozilla/5.0 (Linux; Android 14; SM-A155F) Chrome/131.0 Mobile Zalo android/24100817', 12],
  ['Mozilla/5.0 (Linux; Android 14; CPH2591) Chrome/131.0 Mobile Zalo android/24100817', 10],
  ['Mozilla/5.0 (Linux; Android 13; V2247) Chrome/130.0 Mobile [FB_IAB/FB4A;FBAV/490.0]', 8],
  ['Mozilla/5.0 (Linux; Android 14; SAMSUNG SM-A556E) SamsungBrowser/27.0 Chrome/125.0', 8],
];

/** Programs that ask for a stamp's address when it is sent to a friend or watched. */
const programs = [
  'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
  'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
  'Mozilla/5.0 (compatible; Zalobot/1.0)',
  'WhatsApp/2.23.20.0',
  'curl/8.5.0',
];

/** More people live and shop in the big cities. */
const populations = provinceCodes.map(
  (code) =>
    [code, code === '79' ? 14 : code === '01' ? 9 : code === '31' || code === '48' ? 4 : 2.5] as const,
);

/** Networks of one province that belong to homes and shops; each stands for 250 lines. */
const HOME_NETWORKS = 2_000;
const MOBILE_NETWORKS = 100;

export function somewhere(chance: Chance): string {
  return chance.weighted(populations);
}

/** `count` different provinces, big ones more often. */
export function places(chance: Chance, count: number): string[] {
  const chosen = new Set<string>();
  while (chosen.size < Math.min(count, provinceCodes.length)) chosen.add(somewhere(chance));
  return [...chosen];
}

export function personIn(chance: Chance, province: string): Person {
  const network = chance.whole(0, HOME_NETWORKS - 1);
  return {
    userAgent: chance.weighted(browsers),
    home: `${100 + Number(province)}.${Math.floor(network / 250)}.${network % 250}`,
    carrier: chance.weighted(carriers),
    language: chance.happens(0.93) ? 'vi-VN,vi;q=0.9' : 'en-US,en;q=0.9',
  };
}

/** Everybody at once: a household shares its network, not its phones. */
export function householdIn(chance: Chance, province: string, size: number): Person[] {
  const first = personIn(chance, province);
  return Array.from({ length: size }, () => ({ ...personIn(chance, province), home: first.home }));
}

/** At home: mostly by the home network, else by mobile data. */
export function atHome(chance: Chance, person: Person, province: string, hour: number): Look {
  return chance.happens(0.65)
    ? look(hour, person, `${person.home}.7`, province)
    : outside(chance, person, province, hour);
}

/** By mobile data: the carrier gives another of its networks each time. */
export function outside(chance: Chance, person: Person, province: string, hour: number): Look {
  const network = chance.whole(0, MOBILE_NETWORKS - 1);
  const address = `${10 + person.carrier.block}.${Number(province)}.${network}.9`;
  return { ...look(hour, person, address, province), seat: person.carrier.seat };
}

/** A program that asks for the page because somebody sent or posted its address. */
export function preview(chance: Chance, after: Look): Look {
  const visitor = { ...after.visitor, address: '66.220.149.9', userAgent: chance.oneOf(programs) };
  return { ...after, visitor, seat: null };
}

function look(hour: number, person: Person, address: string, province: string): Look {
  const { userAgent, language } = person;
  const visitor = { method: 'GET', address, userAgent, language, purpose: '' };
  return { hour, visitor, province, seat: null };
}
