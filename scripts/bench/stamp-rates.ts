/** The stamp page as a crowd reads it, with few and with millions of stamps behind it. */
import { setTimeout as wait } from 'node:timers/promises';
import type { BareServer, LiveSite, ServerProcess } from './live-site.ts';
import { countAll, issueMany, scanMany, somePaths } from './many-stamps.ts';
import { processorSeconds } from './processor-time.ts';
import { middleRound, shootOnce, type Round, type Target } from './request-rates.ts';
import { median } from './statistics.ts';

const LOT = 'MAU-MN-260915';
const FEW = 50_000;
const MANY = 5_000_000;
const SCANS = 1_000_000;
const ROUNDS = 10;
/** Stamps of a round; a multiple of the connections. */
const BLOCK = 3_000;
/** Blocks read before anything is measured: until servers that have just started have compiled what they run most. */
const WARM_UP_BLOCKS = 3;
/** Scans are handed to Medusa a moment after they are answered, which is part of what they cost. */
const SETTLE_MS = 1_000;

const PARTS = ['Site', 'PostgreSQL', 'Medusa'] as const;
export type Part = (typeof PARTS)[number];

/** Microseconds of processor time for a request. */
export interface ProcessorCost {
  /** Of each server, with the processes it started. */
  of: Record<Part, number>;
  /** All servers together. */
  servers: number;
  /** The program that makes the load. */
  load: number;
}

export interface StampRate extends Omit<Round, 'requests'> {
  name: string;
  /** Requests a second over those of the bare page. */
  ratio: number;
  /** Null where the system does not tell. */
  cost: ProcessorCost | null;
  /** Processor time of the servers for a bare page over that for this one. */
  costRatio: number | null;
}

export interface StampRates {
  stamps: number;
  scans: number;
  rates: StampRate[];
}

type MeasuredRound = Round & { cost: ProcessorCost | null };

/**
 * The stamp page over a bare on-demand page, first with fifty thousand stamps issued, then on the same
 * servers with five million and a million scans stored. Each block of stamps is read three times:
 *
 * - cold: by a phone, as the first request this process ever has for the stamp;
 * - warm, another phone: by a second phone, which is one scan more;
 * - warm, the same phone: by that one again, which is the same scan.
 *
 * Every reader has stamps of its own, and every request is asked once.
 */
export async function* measureStamps(
  site: LiveSite,
  bare: BareServer,
  say: (line: string) => void,
): AsyncGenerator<StampRates> {
  const epoch = site.keyring.current;
  const blocks = WARM_UP_BLOCKS + ROUNDS;
  const read = async (paths: string[]): Promise<StampRates> => {
    const counts = await countAll(site.databaseUrl);
    return { ...counts, rates: await measureBlocks(site, bare, paths, say) };
  };
  const few = await issueMany(site.databaseUrl, { lot: LOT, epoch, count: FEW });
  yield await read(somePaths(few, site.keyring, blocks * BLOCK));

  say(`Issuing ${MANY} stamps and storing ${SCANS} scans …`);
  const many = await issueMany(site.databaseUrl, { lot: LOT, epoch, count: MANY - FEW });
  await scanMany(site.databaseUrl, many, SCANS);
  yield await read(somePaths(many, site.keyring, blocks * BLOCK));
}

async function measureBlocks(
  site: LiveSite,
  bare: BareServer,
  paths: readonly string[],
  say: (line: string) => void,
): Promise<StampRate[]> {
  const rounds = new Map<string, MeasuredRound[]>();
  for (let block = 0; block < WARM_UP_BLOCKS + ROUNDS; block += 1) {
    const own = paths.slice(block * BLOCK, (block + 1) * BLOCK);
    const stamps = (name: string, headers: Record<string, string>) => ({
      target: { name, url: site.url, paths: own, headers },
      servers: site.processes,
    });
    const bareTarget = { name: 'bare on-demand Astro page', url: bare.url, paths: own.map(() => '/') };
    // The bare server is asked as often as the site before it is measured.
    if (block < WARM_UP_BLOCKS) for (const _ of [1, 2]) await shootOnce(bareTarget);
    for (const { target, servers } of [
      { target: bareTarget, servers: bare.processes },
      stamps('stamp page, cold', phones.first),
      stamps('stamp page, warm, another phone', phones.second),
      stamps('stamp page, warm, the same phone', phones.second),
    ]) {
      const round = await measureRound(target, servers);
      const time = round.cost ? `, ${Math.round(round.cost.servers)} µs` : '';
      say(`block ${block + 1} ${target.name}: ${Math.round(round.requestsPerSecond)} requests/s${time}`);
      if (block >= WARM_UP_BLOCKS) rounds.set(target.name, [...(rounds.get(target.name) ?? []), round]);
    }
  }
  const rates = [...rounds].map(([name, all]) => ({ name, ...middleRound(all), cost: middleCost(all) }));
  const [yardstick] = rates;
  return rates.map((rate) => ({
    ...rate,
    ratio: rate.requestsPerSecond / (yardstick?.requestsPerSecond ?? Number.NaN),
    costRatio: rate.cost && yardstick?.cost ? yardstick.cost.servers / rate.cost.servers : null,
  }));
}

async function measureRound(target: Target, servers: readonly ServerProcess[]): Promise<MeasuredRound> {
  const before = await processorSeconds(servers);
  const loadBefore = process.cpuUsage();
  const round = await shootOnce(target);
  const load = process.cpuUsage(loadBefore);
  await wait(SETTLE_MS);
  const after = await processorSeconds(servers);
  if (!before || !after) return { ...round, cost: null };
  const costOf = (part: Part) => (((after.get(part) ?? 0) - (before.get(part) ?? 0)) * 1e6) / round.requests;
  const of = { Site: costOf('Site'), PostgreSQL: costOf('PostgreSQL'), Medusa: costOf('Medusa') };
  const all = PARTS.reduce((sum, part) => sum + of[part], 0);
  return { ...round, cost: { of, servers: all, load: (load.user + load.system) / round.requests } };
}

function middleCost(rounds: readonly MeasuredRound[]): ProcessorCost | null {
  const costs = rounds.flatMap(({ cost }) => cost ?? []);
  if (costs.length === 0) return null;
  const middle = (value: (cost: ProcessorCost) => number) => median(costs.map(value));
  return {
    of: {
      Site: middle(({ of }) => of.Site),
      PostgreSQL: middle(({ of }) => of.PostgreSQL),
      Medusa: middle(({ of }) => of.Medusa),
    },
    servers: middle(({ servers }) => servers),
    load: middle(({ load }) => load),
  };
}

/** Only letters tell one browser from another: versions change with every update. */
const phone = (app: string) => ({
  'user-agent':
    'Mozilla/5.0 (Linux; Android 12; SM-A127F) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 ' +
    `Chrome/108.0 Mobile Safari/537.36 ${app}`,
  'accept-language': 'vi-VN,vi;q=0.9',
});
const phones = { first: phone('Zalo android/12100712'), second: phone('SamsungBrowser/19.0') };
