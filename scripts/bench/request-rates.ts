/** Requests a second of the live site, against a bare on-demand Astro page on the same machine. */
import autocannon from 'autocannon';
import { median } from './statistics.ts';

export interface Target {
  name: string;
  url: string;
  /** Paths asked in turn; one for a page, many where each reader asks another. */
  paths: string[];
  headers?: Record<string, string>;
}

export interface RequestRate {
  name: string;
  requestsPerSecond: number;
  p50: number;
  p99: number;
  /** Answers that were not 2xx or 3xx, and broken connections: must be 0. */
  failures: number;
  /** Requests a second over those of the first target. */
  ratio: number;
}

const CONNECTIONS = 20;
const SECONDS = 5;
const ROUNDS = 3;
/** Until a server that has just started has compiled what it runs most. */
const WARM_UP_SECONDS = 20;

/**
 * Asks every target in turn, three rounds of five seconds with 20 connections after a warm-up, and
 * gives the median of each figure. The first target is the yardstick. The load comes from this
 * process, so on two cores it competes with the server: read the ratios, not the rates.
 */
export async function measureRequests(
  targets: readonly Target[],
  onProgress: (line: string) => void,
): Promise<RequestRate[]> {
  const runs = new Map<string, { rate: number; p50: number; p99: number; failures: number }[]>();
  for (const target of targets) await shoot(target, WARM_UP_SECONDS);
  for (let round = 1; round <= ROUNDS; round += 1) {
    for (const target of targets) {
      const result = await shoot(target, SECONDS);
      const rate = result['2xx'] / result.duration;
      onProgress(`round ${round}/${ROUNDS} ${target.name}: ${Math.round(rate)} requests/s`);
      runs.set(target.name, [
        ...(runs.get(target.name) ?? []),
        {
          rate,
          p50: result.latency.p50,
          p99: result.latency.p99,
          failures: result.non2xx + result.errors + result.timeouts,
        },
      ]);
    }
  }
  const rates = targets.map(({ name }) => {
    const all = runs.get(name) ?? [];
    return {
      name,
      requestsPerSecond: median(all.map(({ rate }) => rate)),
      p50: median(all.map(({ p50 }) => p50)),
      p99: median(all.map(({ p99 }) => p99)),
      failures: all.reduce((sum, { failures }) => sum + failures, 0),
    };
  });
  const yardstick = rates[0]?.requestsPerSecond ?? Number.NaN;
  return rates.map((rate) => ({ ...rate, ratio: rate.requestsPerSecond / yardstick }));
}

function shoot({ url, paths, headers }: Target, duration: number): Promise<autocannon.Result> {
  const share = Math.max(1, Math.floor(paths.length / CONNECTIONS));
  let reader = 0;
  return autocannon({
    url,
    connections: CONNECTIONS,
    duration,
    headers: { 'accept-encoding': 'gzip, br', ...headers },
    // Each reader has paths of its own: twenty who open one stamp after another together are no
    // crowd. And few of them: autocannon prepares them all within the time that is measured.
    setupClient(client) {
      const begin = (reader * share) % paths.length;
      reader += 1;
      client.setRequests(paths.slice(begin, begin + share).map((path) => ({ method: 'GET', path })));
    },
  });
}
