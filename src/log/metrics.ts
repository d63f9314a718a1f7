import { LRUCache } from 'lru-cache';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import { followedStates } from './state-logger.ts';

/**
 * What this process counts, in Prometheus' data model. Names follow its conventions: a unit at the
 * end, `_total` for what only grows. Label values come from fixed lists, never from a request, so that
 * no visitor can make series. All values start at 0 with the process.
 */
export const metrics = new Registry();

const registers = [metrics];

/** Requests answered, by the pattern of their route and their status code. */
export const httpRequests = new Counter({
  name: 'http_requests_total',
  help: 'Requests answered, by route and status code.',
  labelNames: ['route', 'code'],
  registers,
});

/** From the first byte of a request to the last of its answer, as the server sees it. */
export const httpDuration = new Histogram({
  name: 'http_request_duration_seconds',
  help: 'Time from the request to the end of its answer, by route.',
  labelNames: ['route'],
  buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  registers,
});

/** What is cached in this process. */
export type CacheName = 'static-file' | 'stamp-page' | 'availability';

const cacheLookups = new Counter({
  name: 'ocop_cache_lookups_total',
  help: 'Look-ups in the caches of this process, by cache and result (hit, miss).',
  labelNames: ['cache', 'result'],
  registers,
});

/** Counts one look-up in a cache. */
export function countCacheLookup(cache: CacheName, isHit: boolean): void {
  cacheLookups.inc({ cache, result: isHit ? 'hit' : 'miss' });
}

const searches = new Counter({
  name: 'ocop_searches_total',
  help: 'Searches, by what answered them (meilisearch, small-index, none).',
  labelNames: ['source'],
  registers,
});

/** Counts one search. A search nobody waits for any more is not counted. */
export function countSearch(source: 'meilisearch' | 'small-index' | 'none'): void {
  searches.inc({ source });
}

const orders = new Counter({
  name: 'ocop_orders_placed_total',
  help: 'Orders placed through this process.',
  registers,
});

/** Orders counted lately: a form sent twice ends at the same order, which counts once. */
const counted = new LRUCache<string, true>({ max: 1_000 });

/** Counts an order that was placed, once. */
export function countOrder(orderId: string): void {
  if (counted.has(orderId)) return;
  counted.set(orderId, true);
  orders.inc();
}

new Gauge({
  name: 'ocop_dependency_failing',
  help: 'Whether something this process depends on failed when it was last used (1) or not (0).',
  labelNames: ['dependency'],
  registers,
  collect() {
    for (const { name, failing } of followedStates()) this.set({ dependency: name }, failing ? 1 : 0);
  },
});

let isMeasured = false;

/** Adds figures of the process itself: memory, processor time, event loop delay, garbage collection. */
export function measureProcess(): void {
  if (isMeasured) return;
  isMeasured = true;
  collectDefaultMetrics({ register: metrics });
}
