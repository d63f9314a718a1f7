/** Requests a second of the live site, against a bare on-demand Astro page on the same machine. */
import autocannon from 'autocannon';
import { median } from './statistics.ts';

export interface Target {
  name: string;
  url: string;
  /** Paths asked in turn; one for a page, many where each reader asks another. */
  paths: readonly string[];
  headers?: Record<string, string>;
}

/** One round of a target. Milliseconds. */
export interface Round {
  requests: number;
  requestsPerSecond: number;
  p50: number;
  p99: number;
  /** Answers that were not 2xx or 3xx, and broken connections: must be 0. */
  failures: number;
}

export interface RequestRate extends Omit<Round, 'requests'> {
  name: string;
  /** Requests a second over those of the first target. */
  ratio: number;
}

export const CONNECTIONS = 20;
const SECONDS = 5;
const ROUNDS = 3;
/** Until a server that has just started has compiled what it runs most. */
export const WARM_UP_SECONDS = 20;

/**
 * Asks every target in turn, three rounds of five seconds with 20 connections after a warm-up, and
 * gives the median of each figure. The first target is the yardstick. The load comes from this
 * process, so on two cores it competes with the server: read the ratios, not the rates.
 */
export async function measureRequests(
  targets: readonly Target[],
  onProgress: (line: string) => void,
): Promise<RequestRate[]> {
  const runs = new Map<string, Round[]>();
  for (const target of targets) await shootFor(WARM_UP_SECONDS, target);
  for (let round = 1; round <= ROUNDS; round += 1) {
    for (const target of targets) {
      const result = await shootFor(SECONDS, target);
      onProgress(
        `round ${round}/${ROUNDS} ${target.name}: ${Math.round(result.requestsPerSecond)} requests/s`,
      );
      runs.set(target.name, [...(runs.get(target.name) ?? []), result]);
    }
  }
  const rates = targets.map(({ name }) => ({ name, ...middleRound(runs.get(name) ?? []) }));
  const yardstick = rates[0]?.requestsPerSecond ?? Number.NaN;
  return rates.map((rate) => ({ ...rate, ratio: rate.requestsPerSecond / yardstick }));
}

/** The median of each figure, and all failures. */
export function middleRound(rounds: readonly Round[]): Omit<Round, 'requests'> {
  return {
    requestsPerSecond: median(rounds.map(({ requestsPerSecond }) => requestsPerSecond)),
    p50: median(rounds.map(({ p50 }) => p50)),
    p99: median(rounds.map(({ p99 }) => p99)),
    failures: rounds.reduce((sum, { failures }) => sum + failures, 0),
  };
}

/** Asks for a target's paths again and again for so many seconds. */
export function shootFor(duration: number, target: Target): Promise<Round> {
  return shoot({ duration }, target);
}

/** Asks for each path of a target once; their number has to be a multiple of the connections. */
export function shootOnce(target: Target): Promise<Round> {
  // Without it the end of the last request is noticed up to a second later.
  return shoot({ amount: target.paths.length, sampleInt: 20 }, target);
}

async function shoot(
  extent: { duration: number } | { amount: number; sampleInt: number },
  { url, paths, headers }: Target,
): Promise<Round> {
  const share = Math.max(1, Math.floor(paths.length / CONNECTIONS));
  let reader = 0;
  const result = await autocannon({
    ...extent,
    url,
    connections: CONNECTIONS,
    headers: { 'accept-encoding': 'gzip, br', ...headers },
    // Each reader has paths of its own: twenty who open one stamp after another together are no
    // crowd. And few of them: autocannon prepares them all within the time that is measured.
    setupClient(client) {
      const begin = (reader * share) % paths.length;
      reader += 1;
      client.setRequests(paths.slice(begin, begin + share).map((path) => ({ method: 'GET', path })));
    },
  });
  return {
    requests: result['2xx'],
    requestsPerSecond: result['2xx'] / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    failures: result.non2xx + result.errors + result.timeouts,
  };
}
