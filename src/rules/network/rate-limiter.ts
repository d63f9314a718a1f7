import { LRUCache } from 'lru-cache';

/** How many requests a client has within a sliding window of time. */
export interface RateLimit {
  requests: number;
  windowMs: number;
  /** Clients remembered at once; beyond, the one that sent nothing for longest is forgotten. */
  clients: number;
}

/** `retryAfterSeconds`, the value for `Retry-After`, is 0 while requests are left, else at least 1. */
export interface RateDecision {
  limited: boolean;
  retryAfterSeconds: number;
}

export interface RateLimiter {
  /** Counts one request of `client` at `now` (ms). A refused one does not lengthen the wait. */
  take(client: string, now: number): RateDecision;
  /** Forgets the request of `client` that was counted at `now`: it turned out to be none to count. */
  giveBack(client: string, now: number): void;
}

/**
 * Counts requests per client in memory of a fixed size: at most `requests` in any `windowMs`. Each
 * process counts for itself, and a restart forgets all.
 */
export function createRateLimiter({ requests, windowMs, clients }: RateLimit): RateLimiter {
  /** Times of the requests that were let through, in milliseconds. */
  const passed = new LRUCache<string, readonly number[]>({ max: clients });
  return {
    take(client, now) {
      // Peeked at, for a client must not stay remembered by requests that are refused.
      const recent = (passed.peek(client) ?? []).filter((at) => now - at < windowMs);
      const [oldest] = recent;
      if (oldest !== undefined && recent.length >= requests) {
        const wait = Math.ceil((oldest + windowMs - now) / 1_000);
        return { limited: true, retryAfterSeconds: Math.max(1, wait) };
      }
      passed.set(client, [...recent, now]);
      return { limited: false, retryAfterSeconds: 0 };
    },
    giveBack(client, now) {
      const recent = passed.peek(client) ?? [];
      const at = recent.lastIndexOf(now);
      if (at >= 0) passed.set(client, recent.toSpliced(at, 1));
    },
  };
}
